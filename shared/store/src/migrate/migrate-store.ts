import { openOwnerPool } from "../engine/owner-pool.js";
import { explainDatabaseFailure, openEngine, type StoreOptions } from "../open-store.js";
import { readSchemaVersion, runMigrations } from "./run-migrations.js";

/** What was done to the schema. */
export interface MigratedStore {
  readonly from: number;
  readonly to: number;
  readonly ran: readonly string[];
}

/** Brings the schema up to date and does nothing else: no data is read, no key is needed. Others wait for it, or find it done. */
export async function migrateStore(options: Pick<StoreOptions, "databaseUrl" | "directory">): Promise<MigratedStore> {
  const engine = await openEngine(options);
  const pool = openOwnerPool(engine);
  try {
    const { found } = await readSchemaVersion(pool);
    const ran = await runMigrations(pool);
    return { from: found, to: (await readSchemaVersion(pool)).found, ran };
  } catch (error) {
    throw explainDatabaseFailure(error, options.databaseUrl);
  } finally {
    await pool.end();
    await engine.close();
  }
}
