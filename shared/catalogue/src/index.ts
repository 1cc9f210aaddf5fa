export type { Catalogue } from "./catalogue.js";
export type {
  Bundle,
  CatalogueMeta,
  DisplayBand,
  EvaluationProbes,
  Format,
  FormatRunSheet,
  IdentifierKind,
  LifeDomain,
  LifeEvent,
  MatchingRules,
  MinCellSize,
  Partner,
  PrivacyParameters,
  QuestionSheet,
  Range,
  RuleChange,
  RuleChangeInEffect,
  SafetyLexicon,
  Season,
  SeasonMoment,
  TermType,
  Theme,
  ThemeTerm,
} from "./catalogue-types.js";
export { correctCatalogue } from "./correct-catalogue.js";
export {
  listQuestionSheets,
  loadCatalogue,
  loadEvaluationProbes,
  loadIdentifierKinds,
  loadMatchingRules,
  loadQuestionSheet,
  loadRunSheets,
  loadSafetyLexicon,
} from "./load-catalogue.js";
export { withOwnCatalogue } from "./with-own-catalogue.js";
