export { Alert } from "./alert.js";
export { inlineStylesheet, progressScriptHref, publicFolder, stylesheetHref } from "./assets.js";
export { BandBars, type BandBarsWords } from "./band-bars.js";
export { DataTable } from "./data-table.js";
export { DirectionWord } from "./direction-word.js";
export { Disclosure } from "./disclosure.js";
export { EmptyState } from "./empty-state.js";
export { type Fact, FactList } from "./fact-list.js";
export {
  CheckField,
  ChoiceField,
  SelectField,
  type SelectOption,
  SubmitButton,
  TextAreaField,
  TextField,
} from "./form-fields.js";
export { GlanceList } from "./glance-list.js";
export { HoursChart } from "./hours-chart.js";
export { Icon, type IconName } from "./icon.js";
export { LineChart, type LineChartWords } from "./line-chart.js";
export type { LineEvent, LinePoint } from "./line-chart-layout.js";
export { OfferCard } from "./offer-card.js";
export { PageFrame } from "./page-frame.js";
export { PlainFrame } from "./plain-frame.js";
export { ProcessSteps } from "./process-steps.js";
export { renderPage, renderStandalonePage } from "./render-page.js";
export { SeasonStrip } from "./season-strip.js";
export { Sparkline } from "./sparkline.js";
export { type BadgeKind, StatusBadge } from "./status-badge.js";
export { ThreadChain } from "./thread-chain.js";
