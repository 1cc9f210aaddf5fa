import type { Pool } from "pg";
import { openOwnerPool } from "../engine/owner-pool.js";
import { readSchemaVersion, type SchemaVersion } from "../migrate/run-migrations.js";
import { explainDatabaseFailure, openEngine, type StoreOptions } from "../open-store.js";

/** What an operator must know of a database before anything is done with it. */
export interface DatabaseFacts {
  readonly engine: "pglite" | "postgres";
  /** As the server says it, such as `15.20`. */
  readonly serverVersion: string;
  readonly schema: SchemaVersion;
  /** It holds notes, or a log of what was done: something that was made with a key. */
  readonly isFilled: boolean;
  /** A standby, or a database that somebody set to read-only. */
  readonly isReadOnly: boolean;
  /** How far its clock is ahead of this machine's, in milliseconds; the round trip is shared out evenly. */
  readonly clockAheadMs: number;
}

/** An older schema does not have every table. */
async function holdsRows(pool: Pick<Pool, "query">, tables: readonly string[]): Promise<boolean> {
  for (const table of tables) {
    const there = await pool.query<{ there: boolean }>("select to_regclass($1) is not null as there", [table]);
    if (there.rows[0]?.there !== true) continue;
    const { rows } = await pool.query<{ filled: boolean }>(`select exists (select from ${table}) as filled`);
    if (rows[0]?.filled === true) return true;
  }
  return false;
}

/**
 * Looks at a database and changes nothing in it: no migration runs. Every failure is a ProductError with one Dutch sentence, as when
 * the store is opened.
 */
export async function inspectDatabase(
  options: Pick<StoreOptions, "databaseUrl" | "directory">,
  now: () => number = Date.now,
): Promise<DatabaseFacts> {
  const engine = await openEngine(options);
  const pool = openOwnerPool(engine);
  try {
    // The first query pays for the connection, so the clock is asked in the second.
    const { rows } = await pool.query<{ version: string; readonly: string }>(
      "select current_setting('server_version') as version, current_setting('transaction_read_only') as readonly",
    );
    const before = now();
    const asked = await pool.query<{ ms: number }>(
      "select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms",
    );
    const halfway = (before + now()) / 2;
    return {
      engine: engine.name,
      serverVersion: rows[0]?.version.split(" ")[0] ?? "",
      schema: await readSchemaVersion(pool),
      isFilled: await holdsRows(pool, ["case_note", "audit_entry"]),
      isReadOnly: rows[0]?.readonly === "on",
      clockAheadMs: Math.round((asked.rows[0]?.ms ?? halfway) - halfway),
    };
  } catch (error) {
    throw explainDatabaseFailure(error, options.databaseUrl);
  } finally {
    await pool.end();
    await engine.close();
  }
}
