export type { Catalogue } from "./catalogue.js";
export type {
  Bundle,
  CatalogueMeta,
  DisplayBand,
  EvaluationProbes,
  Format,
  IdentifierKind,
  LifeDomain,
  LifeEvent,
  MatchingRules,
  MinCellSize,
  Partner,
  PrivacyParameters,
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
  loadCatalogue,
  loadEvaluationProbes,
  loadIdentifierKinds,
  loadMatchingRules,
  loadSafetyLexicon,
} from "./load-catalogue.js";
