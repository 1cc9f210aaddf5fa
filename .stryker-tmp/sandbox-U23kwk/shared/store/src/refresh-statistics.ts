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

/**
 * Makes the embedded database write over what was deleted: rows, indexes, samples of the planner, and the log of changes, so that no
 * file holds it any more. A server does so by itself in time. Everything waits for it: for quiet hours and for erasures, as owner.
 */
export async function wipeDeleted(db: StoreDatabase): Promise<void> {
  await sql`vacuum full analyze`.execute(db);
  // The samples of before lie in the catalogue until it is written anew too.
  await sql`vacuum full pg_catalog.pg_statistic`.execute(db);
  await sql`set wal_recycle = off`.execute(db);
  await sql`select pg_switch_wal()`.execute(db);
  await sql`checkpoint`.execute(db);
}
