export { attackReleases, type Disclosure } from "./attacker/attack-releases.js";
export type { PublicRules, PublishedCell, PublishedWindow } from "./attacker/published-window.js";
export { BLIND_GATE } from "./gate/blind-gate.js";
export { DETECTORS } from "./gate/find-identifiers.js";
export { foldName } from "./gate/fold-name.js";
export { createGate, type Gate, type GateOptions, type GateSteps } from "./gate/gate.js";
export { type Lexicon, loadLexicon, NAME_FLAGS } from "./gate/lexicon.js";
export { MASKS } from "./gate/masks.js";
export { readInPlace } from "./read-in-place.js";
export { type GuardVerdict, guardRelease } from "./release-gate/guard-release.js";
export {
  type Audience,
  type CountCell,
  EMERGENT_THEME_FACTS,
  type PublicRelease,
  type RecordedCell,
  type ReleaseContext,
  type ReleasedCell,
  type ReleasedTable,
  type ReleaseRecord,
  type ReleaseRecordCell,
  type ReleaseWindow,
  type ThemeFacts,
} from "./release-gate/release-context.js";
export { releaseKnots } from "./release-gate/release-knots.js";
export { releaseOutcome } from "./release-gate/release-outcome.js";
export {
  DEFAULT_RELEASE_PARAMETERS,
  type ReleaseParameters,
  stricterWay,
  TIGHTENABLE,
  type Tightenable,
  type Tightened,
  tightenParameters,
  withTightened,
} from "./release-gate/release-parameters.js";
export { releaseCount, releaseNeed, releaseShare, releaseText } from "./release-gate/release-single.js";
export { recordRelease, releaseTable, standsFor } from "./release-gate/release-table.js";
export type {
  ReleasedBand,
  ReleasedKnot,
  ReleasedNumber,
  ReleasedOutcome,
  ReleasedShare,
  Withheld,
  WithheldReason,
} from "./release-gate/released.js";
