import { sql } from "kysely";
import type { StoreDatabase } from "./open-store.js";

/** What time the database has. */
export async function readDatabaseTime(db: StoreDatabase): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  return rows[0]?.now ?? new Date();
}
