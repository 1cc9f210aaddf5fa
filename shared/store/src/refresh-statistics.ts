import { sql } from "kysely";
import type { StoreDatabase } from "./open-store.js";

/** Beyond this growth since the last sample another plan may be the better one; a server looks after a tenth. */
const GROWTH = 1.2;

/**
 * Tells the planner how large the tables have become, once they have grown by a fifth. A server does so by itself after a while, the
 * embedded database never does, and both are caught out by an import that fills empty tables within seconds: a join that should take
 * 0.2 s then takes minutes. Cost: a sample of at most 30,000 rows a table, whatever its size, so a note that comes alone does not wait
 * for it.
 */
export async function refreshStatistics(db: StoreDatabase): Promise<void> {
  await sql`
    select refresh_statistics() where exists (
      select from pg_class where oid in ('case_note'::regclass, 'question'::regclass)
        and pg_relation_size(oid) > ${GROWTH}::float * relpages * current_setting('block_size')::integer
    )
  `.execute(db);
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
