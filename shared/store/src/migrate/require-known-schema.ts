import { sql } from "kysely";
import type { Store } from "../open-store.js";
import { schemaTooNew } from "./run-migrations.js";

/** Of which version the schema is by now: a newer program may have brought it further since the store was opened. */
export async function readNewestSchema({ asOwner }: Pick<Store, "asOwner">): Promise<number> {
  const { rows } = await sql<{ version: number }>`select max(version) as version from schema_migration`.execute(
    asOwner,
  );
  return rows[0]?.version ?? 0;
}

/** @throws ProductError `schema-newer-than-program` */
export async function requireKnownSchema(store: Pick<Store, "asOwner" | "schemaVersion">): Promise<void> {
  const found = await readNewestSchema(store);
  if (found > store.schemaVersion) throw schemaTooNew(found, store.schemaVersion);
}
