export { type ApiOptions, createApi } from "./create-api.js";
export type * from "./tools/api-tools.js";
export { createStoreTools, type StoreToolsMeans } from "./tools/create-store-tools.js";
export { awakeOnly, followProposals, type MunicipalThemes, readThemes } from "./tools/read-themes.js";
