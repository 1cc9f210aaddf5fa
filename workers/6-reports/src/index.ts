export { composeReport } from "./compose-report.js";
export { DIRECTION_WORDS, dayName, monthName, monthWord, weekdayName } from "./dutch-words.js";
export { renderReportCsv } from "./render/render-report-csv.js";
export { renderReportJson } from "./render/render-report-json.js";
export { renderReportTerminal } from "./render/render-report-terminal.js";
export { renderReportXlsx } from "./render/render-report-xlsx.js";
export { lookOf, type TerminalLook } from "./render/terminal-canvas.js";
export type {
  EmergentName,
  ReleasedTheme,
  ReleasedValue,
  ReportInput,
  ReportProposal,
  ReportQuality,
  ReportSignal,
  RunningInitiative,
} from "./report-input.js";
export { windowsOf } from "./report-window.js";
export type * from "./theme-report.js";
