import { ProductError } from "@rode-draad/domain";
import { REQUIRED_FIELDS } from "../../columns/field-names.js";
import {
  type ColumnPlan,
  guessColumns,
  missingFields,
  planColumns,
  requireColumns,
} from "../../columns/plan-columns.js";
import { CELL_TEXT_RATIO_MAX, ROW_BYTES_MAX, UNPACK_RATIO_FROM_BYTES } from "../../limits.js";
import type { DateSystem } from "../../row/parse-day.js";
import { isBlankRow, type TableRow } from "../../row/table-row.js";
import { emptyFile } from "../../source/check-text-file.js";
import type { OpenSource } from "../../source/note-source.js";
import type { ReadContext } from "../read-context.js";
import { damagedWorkbook, hostileWorkbook, openPackage, type WorkbookPackage } from "./open-package.js";
import { readSharedStrings } from "./read-shared-strings.js";
import { readSheet, type SheetRow } from "./read-sheet.js";
import { readWorkbook } from "./read-workbook.js";

/**
 * Reads the first visible sheet whose first filled row has the headings of a note. Parts are unpacked while they are
 * read; only the table of shared strings stands in memory, which Excel's format forces.
 */
export async function* readRows(source: OpenSource, context: ReadContext): AsyncGenerator<TableRow> {
  const file = await openPackage(source);
  try {
    const workbook = await readWorkbook(file);
    const strings = workbook.sharedStrings === undefined ? [] : await readSharedStrings(file, workbook.sharedStrings);
    const { part, headingRow, plan } = await chooseSheet(file, workbook.visibleSheets, strings, context);
    context.onPlan(plan);
    let characters = 0;
    const scale = (source.totalBytes ?? 0) / Math.max(1, file.sizeOf(part));
    for await (const sheetRow of readSheet(await file.open(part), strings)) {
      context.onBytes(Math.round(sheetRow.bytes * scale));
      if (sheetRow.row <= headingRow) continue;
      if (isBlankRow(sheetRow.cells)) continue;
      const inRow = sheetRow.cells.reduce((sum, cell) => sum + cell.length, 0);
      characters += inRow;
      const grown = characters > CELL_TEXT_RATIO_MAX * file.unpackedBytes() && characters > UNPACK_RATIO_FROM_BYTES;
      if (grown || inRow > ROW_BYTES_MAX) throw hostileWorkbook("cells hold more text than the workbook");
      yield toRow(sheetRow, plan, workbook.dateSystem);
    }
  } catch (error) {
    throw damagedWorkbook(error);
  } finally {
    file.close();
  }
}

interface ChosenSheet {
  readonly part: string;
  readonly headingRow: number;
  readonly plan: ColumnPlan;
}

async function chooseSheet(
  file: WorkbookPackage,
  sheets: readonly string[],
  strings: readonly string[],
  context: ReadContext,
): Promise<ChosenSheet> {
  let problem: unknown;
  let looked: ChosenSheet | undefined;
  for (const part of sheets) {
    const first = await firstFilledRow(file, part, strings);
    if (first === undefined) continue;
    try {
      if (context.isLook === true) {
        const guessed = { part, headingRow: first.row, plan: guessColumns(first.cells) };
        if (REQUIRED_FIELDS.every((field) => guessed.plan.fieldOfColumn.includes(field))) return guessed;
        looked ??= guessed;
        continue;
      }
      const plan = planColumns(first.cells, context.mapping);
      if (missingFields(plan).length === 0) return { part, headingRow: first.row, plan };
      requireColumns(plan, first.cells);
    } catch (error) {
      // When no sheet fits, the first one says why.
      problem ??= error;
      if (!(error instanceof ProductError)) throw error;
    }
  }
  if (looked !== undefined) return looked;
  throw problem ?? emptyFile();
}

async function firstFilledRow(
  file: WorkbookPackage,
  part: string,
  strings: readonly string[],
): Promise<SheetRow | undefined> {
  for await (const row of readSheet(await file.open(part), strings)) {
    if (row.cells.some((cell) => cell.trim() !== "")) return row;
  }
  return undefined;
}

function toRow(sheetRow: SheetRow, plan: ColumnPlan, dateSystem: DateSystem): TableRow {
  const { row, cells, errorCell } = sheetRow;
  if (errorCell !== undefined && plan.fieldOfColumn[errorCell] !== undefined) {
    return {
      row,
      broken: `In de kolom voor "${plan.fieldOfColumn[errorCell]}" staat een fout van Excel. Begint de tekst met = of -? Zet er dan een ' voor.`,
    };
  }
  return { row, cells, plan, dateSystem };
}
