export { directionOf, type MonthLevel } from "./direction-of.js";
export { explainChange, type KnownCauses } from "./explain-change.js";
export { findSignals, type SignalCandidate } from "./find-signals.js";
export { type CaseRequest, runTrends, type TrendRun, type TrendTools } from "./run-trends.js";
export { type SeriesInput, type WatchedWeek, watchSeries } from "./watch-series.js";
export { monthOfWeek, type ThemeSeries, tableOf, type WeekTable } from "./week-table.js";
