import writeExcelFile from "write-excel-file/node";
import type { ThemeReport } from "../theme-report.js";
import { formulaSafe } from "./formula-safe.js";
import { publishedTable } from "./published-table.js";

/** The published cells as a spreadsheet. */
export async function renderReportXlsx(report: ThemeReport): Promise<Buffer> {
  return await writeXlsx(publishedTable(report), report.month);
}

/**
 * Writes any table of texts; the first row is the heading. Every cell is of type text, so none is a formula here, and it is
 * written as in a CSV, so that none becomes one when somebody saves the sheet in another form.
 */
export async function writeXlsx(rows: readonly (readonly string[])[], sheet: string): Promise<Buffer> {
  const [heading = [], ...rest] = rows;
  const cells = [
    heading.map((value) => ({ value: formulaSafe(value), type: String, fontWeight: "bold" as const })),
    ...rest.map((row) => row.map((value) => ({ value: formulaSafe(value), type: String }))),
  ];
  return await writeExcelFile(cells, { sheet, stickyRowsCount: 1 }).toBuffer();
}
