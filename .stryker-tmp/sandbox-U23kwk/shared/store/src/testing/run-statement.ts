import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** Runs a statement as it stands: for a test that does what the product never does. */
export async function runStatement(db: StoreDatabase, statement: string): Promise<void> {
  await sql.raw(statement).execute(db);
}
