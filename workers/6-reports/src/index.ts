export { type ComparedTheme, compareReports, type ReportComparison } from "./compare-reports.js";
export { composeLines } from "./compose-lines.js";
export {
  composeScopeReport,
  type ReleasedMonth,
  releaseMonth,
  reportScopes,
} from "./compose-month.js";
export { composeReport } from "./compose-report.js";
export { composeTheme, type ThemeInput } from "./compose-theme.js";
export { composeThemeList, type ThemeGroup } from "./compose-theme-list.js";
export { describeThemeChange } from "./describe-theme-change.js";
export { DIRECTION_WORDS, dayName, monthName, monthWord, weekdayName } from "./dutch-words.js";
export type { MonthFacts, ScopedDirection, ScopeTotals } from "./month-facts.js";
export { formatName, joinNames, proposalCard, themeNamer } from "./proposal-card.js";
export { type ProposalFact, proposalFacts } from "./proposal-facts.js";
export { renderReportCsv, writeCsv } from "./render/render-report-csv.js";
export { renderReportHtml } from "./render/render-report-html.js";
export { renderReportJson } from "./render/render-report-json.js";
export { renderReportPdf } from "./render/render-report-pdf.js";
export { renderReportTerminal } from "./render/render-report-terminal.js";
export { renderReportXlsx, writeXlsx } from "./render/render-report-xlsx.js";
export { ReportArticle } from "./render/report-article.js";
export { type FigureWords, linkedSentences, type MoreColumns, ThemeChart, ThemeTable } from "./render/report-parts.js";
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
export { type MonthSpan, windowsOf } from "./report-window.js";
export { type ReportRun, type ReportTools, runReports } from "./run-reports.js";
export { concerns, placeOf } from "./scope-place.js";
export { seriesBreaks } from "./series-breaks.js";
export { themeNotes } from "./theme-notes.js";
export type * from "./theme-report.js";
export type * from "./theme-view.js";
export { wordsUnlike } from "./words-unlike.js";
