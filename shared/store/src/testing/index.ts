export { fillDisk } from "./fill-disk.js";
export { findInDatabase, type Needles } from "./find-in-database.js";
export { findPostgres } from "./find-postgres.js";
export { readDatabase } from "./read-database.js";
export { runStatement } from "./run-statement.js";
export { breakConnections, openScratchStore, type ScratchStore } from "./scratch-store.js";
