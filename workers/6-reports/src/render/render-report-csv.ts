import { stringify } from "csv-stringify/sync";
import type { ThemeReport } from "../theme-report.js";
import { formulaSafe } from "./formula-safe.js";
import { publishedTable } from "./published-table.js";

export interface CsvOptions {
  /** Marks the file as UTF-8 for Excel. Off by default, because it is part of the first column's name to most other readers. */
  readonly byteOrderMark?: boolean;
  /** Every cell in quotation marks, also where none are needed. Off by default. */
  readonly quoted?: boolean;
}

/** The published cells as CSV, separated by semicolons as Dutch spreadsheets expect; no cell is a formula. */
export function renderReportCsv(report: ThemeReport, options: CsvOptions = {}): string {
  return writeCsv(publishedTable(report), options);
}

/** Writes any table of texts in the same safe way. */
export function writeCsv(rows: readonly (readonly string[])[], options: CsvOptions = {}): string {
  return stringify(
    rows.map((row) => row.map(formulaSafe)),
    {
      bom: options.byteOrderMark ?? false,
      quoted: options.quoted ?? false,
      delimiter: ";",
      record_delimiter: "\r\n",
    },
  );
}
