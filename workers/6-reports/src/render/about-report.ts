import { dayName } from "../dutch-words.js";
import type { ThemeReport } from "../theme-report.js";

/** "Gemeente Voorbeeldstad. Dit rapport gaat over augustus, september en oktober samen. Gemaakt op 3 november 2026." */
export function aboutReport(report: ThemeReport): string {
  const place = report.scope.kind === "municipality" ? "Gemeente" : `${report.scope.name}, gemeente`;
  return `${place} ${report.municipality.name}. Dit rapport gaat over ${report.window.name} samen. Gemaakt op ${dayName(report.madeOn)}.`;
}
