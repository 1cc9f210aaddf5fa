import type { MunicipalityId } from "@rode-draad/domain";
import { Kysely, PostgresDialect } from "kysely";
import type { Database } from "../database.js";
import { openOwnerPool } from "../engine/owner-pool.js";
import { type KeyFacts, readKeyFacts } from "../keys/key-marks.js";
import { readSchemaVersion, type SchemaVersion } from "../migrate/run-migrations.js";
import { explainDatabaseFailure, openEngine, type StoreOptions } from "../open-store.js";

/** What an operator must know of a database before anything is done with it. */
export interface DatabaseFacts {
  readonly engine: "pglite" | "postgres";
  /** As the server says it, such as `15.20`. */
  readonly serverVersion: string;
  readonly schema: SchemaVersion;
  /** A standby, or a database that somebody set to read-only. */
  readonly isReadOnly: boolean;
  /** How far its clock is ahead of this machine's, in milliseconds; the round trip is shared out evenly. */
  readonly clockAheadMs: number;
  /** Which keys belong to it. */
  readonly keys: KeyFacts;
}

/**
 * Looks at a database and changes nothing in it: no migration runs. Every failure is a ProductError with one Dutch sentence, as when
 * the store is opened.
 */
export async function inspectDatabase(
  options: Pick<StoreOptions, "databaseUrl" | "directory"> & { readonly municipalityId: MunicipalityId },
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
      keys: await readKeyFacts(
        new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
        options.municipalityId,
      ),
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
