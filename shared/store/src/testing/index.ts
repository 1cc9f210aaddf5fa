export { findPostgres } from "./find-postgres.js";
export { openScratchStore, type ScratchStore } from "./scratch-store.js";
