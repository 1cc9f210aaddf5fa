import { finished } from "node:stream/promises";
import { ProductError } from "@rode-draad/domain";
import { CsvError, parse } from "csv-parse";
import { type ColumnPlan, guessColumns, planColumns, requireColumns } from "../../columns/plan-columns.js";
import { BLANK_ROWS_MAX, COLUMNS_MAX, DELIMITERS_IN_LINE_MAX, ROW_BYTES_MAX } from "../../limits.js";
import { isBlankRow, type TableRow } from "../../row/table-row.js";
import { checkTextFile } from "../../source/check-text-file.js";
import { decodeHead, decodeText } from "../../source/decode-text.js";
import type { OpenSource } from "../../source/note-source.js";
import { peek } from "../../source/peek.js";
import type { ReadContext } from "../read-context.js";
import { checkWidth, findDelimiter, tooManyColumns } from "./find-delimiter.js";
import { swallowsRow } from "./swallows-row.js";

const SWALLOWED =
  "In deze rij zit ook een volgende rij. Waarschijnlijk is een aanhalingsteken niet gesloten. Herstel dat en lees het bestand opnieuw in.";

/** Enough for the first line of any sheet within our column limit. */
const HEAD_BYTES = 64 * 1024;

/**
 * Reads a CSV file row by row, in memory that does not grow with the file. Rows are numbered as a spreadsheet shows
 * them: the headings are row 1, a newline within quotes makes no new row, a blank line does.
 */
export async function* readRows(source: OpenSource, context: ReadContext): AsyncGenerator<TableRow> {
  const { head, chunks } = await peek(source.stream(), HEAD_BYTES);
  checkTextFile(head);
  const headText = decodeHead(head);
  const found = findDelimiter(headText, Object.keys(context.mapping));
  checkWidth(headText, found);
  const decoded = limitDelimiters(decodeText(countBytes(chunks, context.onBytes)), found.delimiter);
  const text = dropStart(decoded, found.skip);
  let plan: ColumnPlan | undefined;
  let row = 0;
  let blank = 0;
  try {
    for await (const records of parseRecords(text, found.delimiter)) {
      for (const record of records) {
        row += 1;
        if (isBlankRow(record)) {
          blank += 1;
          if (blank > BLANK_ROWS_MAX) throw onlyBlankRows();
          continue;
        }
        blank = 0;
        if (plan === undefined) {
          plan = planHeadings(record, context);
          continue;
        }
        yield swallowsRow(record, plan, found.delimiter)
          ? { row, broken: SWALLOWED }
          : { row, cells: record, plan, dateSystem: 1900 };
      }
    }
  } catch (error) {
    throw explainCsvError(error, row + 1);
  }
}

/** Some spreadsheets write empty rows below a table as well; this many are a mistake, or meant to keep us busy. */
function onlyBlankRows(): ProductError {
  return new ProductError(
    "intake.hostile-file",
    `Dit bestand heeft meer dan ${BLANK_ROWS_MAX.toLocaleString("nl-NL")} lege regels achter elkaar. Haal die weg en lees het bestand opnieuw in.`,
  );
}

function planHeadings(headings: readonly string[], context: ReadContext): ColumnPlan {
  if (headings.length > COLUMNS_MAX) throw tooManyColumns();
  const plan = context.isLook === true ? guessColumns(headings) : planColumns(headings, context.mapping);
  if (context.isLook !== true) requireColumns(plan, headings);
  context.onPlan(plan);
  return plan;
}

/**
 * Gives the records of each piece of text at once, so that a file of blank lines costs no turn per line.
 * Records are taken over by `on_record` rather than read from the parser's own stream: a stream that fails drops what it
 * has buffered, and the rows before a broken one must not be lost.
 */
async function* parseRecords(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<string[][]> {
  let ready: string[][] = [];
  const parser = parse({
    delimiter,
    // Files that were edited on several machines mix line ends.
    record_delimiter: ["\r\n", "\n", "\r"],
    // A quote sign in the middle of an unquoted sentence is a quote sign.
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: ROW_BYTES_MAX,
    on_record: (record: string[]) => {
      ready.push(record);
      return null;
    },
  });
  const ended = finished(parser.resume()).then(
    () => undefined,
    (error: unknown) => error,
  );
  const write = (part: string): Promise<unknown> =>
    new Promise((resolve) => {
      parser.write(part, resolve);
    });
  try {
    for await (const part of text) {
      const failure = await write(part);
      yield ready;
      ready = [];
      if (failure instanceof Error) throw failure;
    }
    parser.end();
    const failure = await ended;
    yield ready;
    if (failure instanceof Error) throw failure;
  } finally {
    parser.destroy();
  }
}

async function* countBytes(chunks: AsyncIterable<Buffer>, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    onBytes(bytes);
    yield chunk;
  }
}

/** The parser's own limit counts the bytes of cells; a row of empty ones has none and would grow without end. */
async function* limitDelimiters(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<string> {
  let inLine = 0;
  for await (const part of text) {
    const lineStart = Math.max(part.lastIndexOf("\n"), part.lastIndexOf("\r"));
    if (lineStart >= 0) inLine = 0;
    for (let at = part.indexOf(delimiter, lineStart + 1); at >= 0; at = part.indexOf(delimiter, at + 1)) inLine += 1;
    if (inLine > DELIMITERS_IN_LINE_MAX) throw tooManyColumns();
    yield part;
  }
}

async function* dropStart(text: AsyncIterable<string>, characters: number): AsyncGenerator<string> {
  let left = characters;
  for await (const part of text) {
    if (left >= part.length) {
      left -= part.length;
      continue;
    }
    yield left === 0 ? part : part.slice(left);
    left = 0;
  }
}

function explainCsvError(error: unknown, row: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const detail = `${error.code} at row ${row}`;
  if (error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE") {
    return new ProductError(
      "intake.open-quote",
      `Vanaf rij ${row} klopt het bestand niet: een aanhalingsteken is niet gesloten, of een cel is veel te groot. ` +
        "Herstel die rij en lees het bestand opnieuw in. Wat al gelezen is, wordt niet dubbel opgeslagen.",
      { detail },
    );
  }
  return new ProductError(
    "intake.broken-csv",
    `Rij ${row} is niet te lezen als CSV. Herstel die rij en lees het bestand opnieuw in.`,
    { detail },
  );
}
