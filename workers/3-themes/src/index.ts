export { correctEmergent } from "./corrections/correct-emergent.js";
export { hasSplitWord, makeEvidenceReader } from "./corrections/read-evidence.js";
export { readFeatures } from "./corrections/text-features.js";
export {
  assignEmergent,
  closeEmergentCases,
  type EmergentAssignment,
  type EmergentOutcome,
  type ErasedThemes,
  forgetErased,
} from "./emergent/assign-emergent.js";
export {
  createDiscoverer,
  type DiscoveredTheme,
  type Discoverer,
  type DiscovererOptions,
  type Discovery,
} from "./emergent/discover.js";
export { DOUBTED_BELOW } from "./emergent/doubted-below.js";
export { openSegmentsOf } from "./emergent/open-segments-of.js";
export type { ThemeChange } from "./emergent/theme-change.js";
export type { UnknownQuestion } from "./emergent/unknown-question.js";
export type { QuestionReason, StretchExplanation, TellingWord } from "./known/explain-stretch.js";
export { type MeasuredFigures, readMeasuredFigures } from "./known/measured-figures.js";
export { loadRecogniser, type Recogniser, type ThemedSegment } from "./known/recogniser.js";
export { type KnownThemeTools, type NoteToTheme, runKnownThemes, type ThemedNote } from "./known/run-known-themes.js";
export { makeOwnThemeGiver, type OwnThemeGiver } from "./own/give-own-themes.js";
export { type QuestionToTell, runThemeReasons, type ThemeReasonTools } from "./reasons/run-theme-reasons.js";
export { summariseReasons } from "./reasons/summarise-reasons.js";
export {
  type EmergentRun,
  type EmergentThemeTools,
  runEmergentThemes,
  type SavedEmergentState,
} from "./run-emergent-themes.js";
