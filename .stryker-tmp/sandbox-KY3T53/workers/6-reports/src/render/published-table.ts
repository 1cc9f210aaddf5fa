import type { ThemeReport } from "../theme-report.js";

/** The columns of every export of published cells, in order. */
const COLUMNS = [
  "maand",
  "van",
  "tot_en_met",
  "deel",
  "thema_id",
  "thema",
  "huishoudens",
  "vorige_periode",
  "richting",
] as const;

/** A heading row and one row per published cell, all text: what the CSV and the spreadsheet are written from. */
export function publishedTable(report: ThemeReport): readonly (readonly string[])[] {
  const { month, window, scope } = report;
  const rows = report.published.map((cell) => [
    month,
    window.from,
    window.to,
    scope.name,
    cell.themeId,
    cell.theme,
    cell.now,
    cell.earlier,
    cell.direction,
  ]);
  return [COLUMNS, ...rows];
}
