import writeExcelFile from "write-excel-file/node";
import type { ThemeReport } from "../theme-report.js";
import { publishedTable } from "./published-table.js";

/** The published cells as a spreadsheet. Every cell is of type text, so none can be a formula. */
export async function renderReportXlsx(report: ThemeReport): Promise<Buffer> {
  const [heading = [], ...rows] = publishedTable(report);
  const sheet = [
    heading.map((value) => ({ value, type: String, fontWeight: "bold" as const })),
    ...rows.map((row) => row.map((value) => ({ value, type: String }))),
  ];
  return await writeExcelFile(sheet, { sheet: report.month, stickyRowsCount: 1 }).toBuffer();
}
