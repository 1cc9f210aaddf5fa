import { parse } from "csv-parse/sync";
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";

/** Reading exports back the way a spreadsheet does, for tests: with libraries, and without a word in common with the writer. */

const DELIMITERS = [";", ",", "\t", "|"] as const;

/** A number in Dutch or English notation; everything else that begins with a sign of a formula is one. */
function isFormula(cell: string): boolean {
  const seen = cell.normalize("NFKC").replace(/^[^\p{L}\p{N}\p{P}\p{S}]+/u, "");
  return /^[=+@\u2212-]/.test(seen) && !/^-?\d+(?:[.,]\d+)?$/.test(seen);
}

/** Cells that a spreadsheet would read as a formula, with every usual delimiter, quotes understood or not. */
export function formulasInCsv(csv: string): string[] {
  const found: string[] = [];
  for (const delimiter of DELIMITERS) {
    const asFile = parse(csv, { delimiter, relax_quotes: true, relax_column_count: true, bom: true }) as string[][];
    const asPaste = csv.split(/[\r\n]+/).map((line) => line.split(delimiter).map((cell) => cell.replace(/^"+/, "")));
    for (const row of [...asFile, ...asPaste]) found.push(...row.filter(isFormula));
  }
  return found;
}

/** The cells of a CSV as it was meant: semicolons, quotes. */
export function cellsOfCsv(csv: string): string[][] {
  return parse(csv, { delimiter: ";", bom: true }) as string[][];
}

/** Everything in a workbook, unpacked. */
export function unpackWorkbook(file: Buffer): Buffer {
  return Buffer.concat(Object.values(unzipSync(file)));
}

/** The cells of a workbook, those of them that hold a formula, and their texts, each text once. */
export function readWorkbookBack(file: Buffer): {
  readonly cells: number;
  readonly formulas: number;
  readonly texts: readonly string[];
} {
  let cells = 0;
  let formulas = 0;
  const texts: string[] = [];
  for (const [name, bytes] of Object.entries(unzipSync(file))) {
    if (!name.endsWith(".xml")) continue;
    const parser = new SaxesParser();
    let text: string | undefined;
    parser.on("opentag", ({ name: tag }) => {
      if (tag === "c") cells += 1;
      if (tag === "f") formulas += 1;
      if (tag === "t") text = "";
    });
    parser.on("text", (part) => {
      if (text !== undefined) text += part;
    });
    parser.on("closetag", ({ name: tag }) => {
      if (tag !== "t") return;
      texts.push(text ?? "");
      text = undefined;
    });
    parser.write(new TextDecoder().decode(bytes)).close();
  }
  return { cells, formulas, texts };
}
