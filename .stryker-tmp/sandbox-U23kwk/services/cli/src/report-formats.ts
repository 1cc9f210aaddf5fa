/** The formats in which a report can be kept. Apart from their writers, so that a wrong name is told before those load. */
export const REPORT_FORMATS = ["html", "json", "csv", "xlsx", "pdf"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];
