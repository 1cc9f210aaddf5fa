export { type ApiOptions, createApi } from "./create-api.js";
export { ALL_ROUTES } from "./routes/all-routes.js";
export type * from "./tools/api-tools.js";
export { cleanTyped, HELD_BACK } from "./tools/clean-typed.js";
export { correctionFacts } from "./tools/correction-tools.js";
export { createHealthTools, createStoreTools, type StoreToolsMeans } from "./tools/create-store-tools.js";
export { readLatestReport, themesNamedIn } from "./tools/latest-report.js";
export { awakeOnly, followProposals, type MunicipalThemes, readThemes } from "./tools/read-themes.js";
