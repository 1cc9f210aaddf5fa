import { type MunicipalityId, ProductError } from "@rode-draad/domain";
import pg from "pg";
import { keyIdOfState, SEALED_HEAD_BYTES } from "../emergent/emergent-state.js";
import { openOwnerPool } from "../engine/owner-pool.js";
import { readSchemaVersion, schemaTooNew } from "../migrate/run-migrations.js";
import { explainDatabaseFailure, isStoreThere, openEngine, type StoreOptions } from "../open-store.js";
import { digestTables, listTables, quoted, setForms, type TableDigest, type TableShape, tableName } from "./tables.js";

/** Rows at a time: few enough that the memories of many municipalities fit, enough that the network does not count. */
const BATCH_ROWS = 200;

/** Everything in the database at one moment, whatever others write meanwhile. */
export interface Snapshot {
  readonly engine: "pglite" | "postgres";
  /** The version of the schema that the rows stand in. */
  readonly schema: number;
  readonly serverVersion: string;
  readonly tables: readonly TableShape[];
  readonly municipalities: readonly MunicipalityId[];
  /** The ids of the keys under which texts stand. */
  readonly textKeys: readonly string[];
  /** The rows of a table as lines of JSON, by primary key. */
  rowsOf(table: TableShape): AsyncGenerator<readonly string[]>;
  digests(): Promise<Record<string, TableDigest>>;
}

/**
 * Reads a database in one transaction that sees one moment and writes nothing: all of it, or with `onlyOf` the rows of one
 * municipality, to which the database itself holds it. No migration runs.
 */
export async function readSnapshot<Result>(
  options: Pick<StoreOptions, "databaseUrl" | "directory"> & { readonly onlyOf?: MunicipalityId },
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  if (!isStoreThere(options)) throw nothingThere();
  const engine = await openEngine(options);
  const owner = openOwnerPool(engine);
  const reader =
    options.onlyOf === undefined ? owner : new pg.Pool({ ...engine.connectionFor(options.onlyOf), max: 1 });
  for (const pool of new Set([owner, reader])) pool.on("error", () => undefined);
  try {
    const { found, known } = await readSchemaVersion(owner);
    if (found === 0) throw nothingThere();
    if (found > known) throw schemaTooNew(found, known);
    const client = await reader.connect();
    try {
      await client.query("begin transaction isolation level repeatable read read only");
      await setForms(client);
      const result = await work(await describe(client, engine.name, found));
      await client.query("rollback");
      client.release();
      return result;
    } catch (error) {
      // Whatever state it is in, nobody else gets it.
      client.release(true);
      throw error;
    }
  } catch (error) {
    throw explainDatabaseFailure(error, options.databaseUrl);
  } finally {
    await Promise.all([...new Set([owner, reader])].map((pool) => pool.end()));
    await engine.close();
  }
}

async function describe(client: pg.PoolClient, engine: Snapshot["engine"], schema: number): Promise<Snapshot> {
  const tables = await listTables(client);
  const { rows } = await client.query<{ id: string }>(`select id from ${tableName("municipality")} order by id`);
  const version = await client.query<{ version: string }>("select current_setting('server_version') as version");
  return {
    engine,
    schema,
    serverVersion: version.rows[0]?.version.split(" ")[0] ?? "",
    tables,
    municipalities: rows.map(({ id }) => id),
    textKeys: await listTextKeys(client),
    async *rowsOf({ name, key }) {
      const order = key.map(quoted).join(", ");
      await client.query(
        `declare copied no scroll cursor for select to_jsonb(t)::text as line from ${tableName(name)} t order by ${order}`,
      );
      for (;;) {
        const batch = await client.query<{ line: string }>(`fetch ${BATCH_ROWS} from copied`);
        if (batch.rows.length > 0) yield batch.rows.map(({ line }) => line);
        if (batch.rows.length < BATCH_ROWS) break;
      }
      await client.query("close copied");
    },
    digests: () => digestTables(client, tables),
  };
}

/** The keys of texts and of the memories of themes. */
async function listTextKeys(client: pg.PoolClient): Promise<string[]> {
  const texts = await client.query<{ key: string }>(
    `select distinct text_key as key from ${tableName("case_note")} where text_key is not null and text is not null`,
  );
  const memories = await client.query<{ head: Buffer }>(
    `select substring(state from 1 for ${SEALED_HEAD_BYTES}) as head from ${tableName("emergent_state")}`,
  );
  const keys = memories.rows.map(({ head }) => keyIdOfState(Buffer.from(head)));
  return [...new Set([...texts.rows.map(({ key }) => key), ...keys.filter((key) => key !== null)])].sort();
}

function nothingThere(): ProductError {
  return new ProductError(
    "store-missing",
    "Hier is nog niets bewaard. Kies met RODEDRAAD_DIR of DATABASE_URL de plek van de gegevens.",
  );
}
