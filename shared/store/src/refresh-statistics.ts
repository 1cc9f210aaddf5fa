import { sql } from "kysely";
import type { StoreDatabase } from "./open-store.js";

/**
 * Tells the planner how large the tables have become. A server does so by itself after a while, the embedded database never
 * does, and both are caught out by an import that fills empty tables within seconds: a join that should take 0.2 s then takes
 * minutes. Cost: a sample of at most 30,000 rows a table, whatever its size.
 */
export async function refreshStatistics(db: StoreDatabase): Promise<void> {
  await sql`select refresh_statistics()`.execute(db);
}

/** Gives the embedded database back the room of deleted and replaced rows, which a server does by itself. For quiet hours, as owner. */
export async function reclaimSpace(db: StoreDatabase): Promise<void> {
  await sql`vacuum analyze`.execute(db);
}
