export type { AuditListFilter, AuditLog } from "./audit/audit-log.js";
export { changed } from "./audit/changed.js";
export { type AuditAbout, type Audited, recorded } from "./audit/recorded.js";
export { type ApiOptions, createApi } from "./create-api.js";
export { ALL_ROUTES } from "./routes/all-routes.js";
export { ACTION_WORDS, SUBJECT_WORDS } from "./routes/list-auditregels/words.js";
export type * from "./tools/api-tools.js";
export { cleanTyped, HELD_BACK } from "./tools/clean-typed.js";
export { correctionFacts } from "./tools/correction-tools.js";
export { createHealthTools, createStoreTools, type StoreToolsMeans } from "./tools/create-store-tools.js";
export { type InitiativeActions, type InitiativeStep, requireToChange } from "./tools/initiative-tools.js";
export { readLatestReport, themesNamedIn } from "./tools/latest-report.js";
export { type NoteView, objectToUse } from "./tools/note-tools.js";
export { type ComposedRequest, composeOrder, seesPart } from "./tools/partner-tools.js";
export {
  awakeOnly,
  followInitiatives,
  followProposals,
  type MunicipalThemes,
  readMunicipalCatalogue,
  readThemes,
} from "./tools/read-themes.js";
export { AUDIENCE, type ReleaseOrder, type ReleaseOutcome, releaseMonth } from "./tools/release-month.js";
