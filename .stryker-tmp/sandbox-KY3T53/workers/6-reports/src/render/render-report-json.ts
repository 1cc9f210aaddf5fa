import type { ThemeReport } from "../theme-report.js";

/** The report as indented JSON; the keys stand in the order of the type, so the same report gives the same bytes. */
export function renderReportJson(report: ThemeReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
