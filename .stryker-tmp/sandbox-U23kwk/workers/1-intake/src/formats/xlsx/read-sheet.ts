import { COLUMNS_MAX, SHEET_ROWS_MAX } from "../../limits.js";
import { tooManyColumns } from "../csv/find-delimiter.js";
import { hostileWorkbook } from "./open-package.js";
import { parseXml } from "./parse-xml.js";
import { unescapeCharacters } from "./read-shared-strings.js";

export interface SheetRow {
  /** The number beside the row in Excel. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Index of the first cell that shows an error such as `#NAME?`. */
  readonly errorCell?: number;
  readonly bytes: number;
}

/**
 * Streams a worksheet's rows with every cell as text: shared and inline strings, numbers without rounding for show,
 * the stored outcome of formulas, 1 and 0 for yes and no. Cost: one pass; memory: the rows of one unpacked chunk.
 */
export async function* readSheet(chunks: AsyncIterable<Buffer>, strings: readonly string[]): AsyncGenerator<SheetRow> {
  let ready: Omit<SheetRow, "bytes">[] = [];
  let row = 0;
  let rows = 0;
  let column = -1;
  let cells: string[] = [];
  let errorCell: number | undefined;
  let type = "";
  let value: string[] = [];
  let capturing = false;
  let inPhonetic = false;
  const parsed = parseXml(chunks, {
    open(name, attributes) {
      if (name === "v" || name === "t") capturing = !inPhonetic;
      else if (name === "rPh") inPhonetic = true;
      else if (name === "c") {
        column = attributes.r === undefined ? column + 1 : columnIndex(attributes.r);
        if (column >= COLUMNS_MAX) {
          // Sheets often carry empty formatted cells far to the right; only a filled one is too many.
          column = COLUMNS_MAX;
        }
        type = attributes.t ?? "n";
        value = [];
      } else if (name === "row") {
        rows += 1;
        if (rows > SHEET_ROWS_MAX) throw hostileWorkbook("too many rows");
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        [cells, errorCell, column] = [[], undefined, -1];
      }
    },
    text(text) {
      if (capturing) value.push(text);
    },
    close(name) {
      if (name === "v" || name === "t") capturing = false;
      else if (name === "rPh") inPhonetic = false;
      else if (name === "c") {
        if (value.length === 0) return;
        if (column >= COLUMNS_MAX) throw tooManyColumns();
        while (cells.length < column) cells.push("");
        cells[column] = toText(type, value.join(""), strings);
        if (type === "e") errorCell ??= column;
      } else if (name === "row") ready.push({ row, cells, ...(errorCell === undefined ? {} : { errorCell }) });
    },
  });
  for await (const bytes of parsed) {
    const complete = ready;
    ready = [];
    for (const sheetRow of complete) yield { ...sheetRow, bytes };
  }
}

function toText(type: string, value: string, strings: readonly string[]): string {
  switch (type) {
    case "s":
      return strings[Number(value)] ?? "";
    case "str":
    case "inlineStr":
      return unescapeCharacters(value);
    case "n": {
      // 1.2345678901E10 is how a file stores the id that a person sees as 12345678901.
      const number = Number(value);
      return /e/i.test(value) && Number.isFinite(number) ? String(number) : value;
    }
    default:
      return value;
  }
}

/** `C7` is column 2, `AA1` column 26. Stops counting beyond our limit, so that a made-up reference cannot be huge. */
function columnIndex(reference: string): number {
  let index = 0;
  for (const sign of reference) {
    const letter = sign.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    index = index * 26 + letter;
    if (index > COLUMNS_MAX) break;
  }
  return Math.max(0, index - 1);
}
