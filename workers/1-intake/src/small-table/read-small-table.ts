import { ProductError } from "@rode-draad/domain";
import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import iconv from "iconv-lite";

/** A file of settings, such as a list of wijken: small enough to hold, and no notes in it. */
export interface SmallTable {
  readonly headings: readonly string[];
  /** Lines as an editor numbers them; the headings are the first. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

const DELIMITERS = [";", ",", "\t", "|"] as const;

/** Broken UTF-8 is Windows-1252, which Excel in the Netherlands writes. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return iconv.decode(bytes, "win1252");
  }
}

/**
 * Reads a CSV file of settings. The delimiter is the sign that the first line has most of.
 *
 * @throws ProductError `small-table-unreadable` with what to do.
 */
export function readSmallTable(bytes: Buffer): SmallTable {
  if (bytes.includes(0)) throw unreadable("Dit is geen CSV-bestand. Sla het op als CSV (UTF-8).");
  const text = decode(bytes).replace(/^\uFEFF/, "");
  const [first = ""] = text.split(/\r?\n/, 1);
  const [delimiter = ";"] = [...DELIMITERS].sort((one, other) => countOf(other, first) - countOf(one, first));
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    }) as unknown as typeof records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? ` Kijk bij regel ${error.lines}.` : "";
    throw unreadable(`Dit bestand is niet te lezen als CSV.${line} Sluit elk aanhalingsteken, of sla het opnieuw op.`);
  }
  const [headings, ...rows] = records;
  if (headings === undefined || rows.length === 0) {
    throw unreadable("Er staan geen regels in dit bestand. Op de eerste regel horen de namen van de kolommen.");
  }
  return {
    headings: headings.record,
    rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record })),
  };
}

function countOf(sign: string, text: string): number {
  return text.split(sign).length - 1;
}

function unreadable(sentence: string): ProductError {
  return new ProductError("small-table-unreadable", sentence);
}
