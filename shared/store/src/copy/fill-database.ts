import { type MunicipalityId, ProductError } from "@rode-draad/domain";
import pg from "pg";
import { STORE_SCHEMA } from "../engine/engine.js";
import { openOwnerPool } from "../engine/owner-pool.js";
import { readSchemaVersion, runMigrations, schemaTooNew } from "../migrate/run-migrations.js";
import { explainDatabaseFailure, openEngine, type StoreDatabase, type StoreOptions } from "../open-store.js";
import { fromPortable, holdTextKeys, isPortable } from "./portable-rows.js";
import {
  digestTables,
  listTables,
  quoted,
  requireSame,
  type TableDigest,
  type TableShape,
  tableName,
} from "./tables.js";

/** Rows of each table; without a digest only their number is known, since texts stand under another key. */
type Expected = Readonly<Record<string, Pick<TableDigest, "rows"> & Partial<TableDigest>>>;

/** What goes into a database, in the order in which it comes. */
export interface Content {
  /** The version of the schema that the rows were read under. */
  readonly schema: number;
  readonly tables: readonly Pick<TableShape, "name" | "columns">[];
  /** Each table after those that it refers to. Lines of JSON. */
  readonly rows: AsyncIterable<{ readonly table: string; readonly lines: readonly string[] }>;
  /** What the database must hold afterwards; asked for when all rows were read. */
  readonly expected: () => Promise<Expected> | Expected;
}

/**
 * Fills an empty database: makes the schema of the version that the rows stood in, puts them in and holds the outcome against
 * `expected`, in one transaction, and then brings the schema up to date. All of it or nothing.
 *
 * @throws ProductError `database-not-empty`, `schema-newer-than-program`, `content-damaged` or `copy-differs`
 */
export async function fillDatabase(
  options: Pick<StoreOptions, "databaseUrl" | "directory">,
  content: Content,
): Promise<Readonly<Record<string, TableDigest>>> {
  const engine = await openEngine(options);
  const pool = openOwnerPool(engine);
  try {
    const { found, known } = await readSchemaVersion(pool);
    if (content.schema > known) throw schemaTooNew(content.schema, known);
    if (found > 0) await within(pool, async (client) => requireEmpty(client));
    // The schema of another version may stand there; without rows nothing is lost with it.
    await pool.query(`drop schema if exists ${STORE_SCHEMA} cascade`);
    await runMigrations(pool, undefined, content.schema);
    const digests = await within(pool, async (client) => {
      const filled = await fillTables(client, content);
      await raiseSequences(client);
      return filled;
    });
    await runMigrations(pool);
    await pool.query("analyze");
    return digests;
  } catch (error) {
    throw explainDatabaseFailure(error, options.databaseUrl);
  } finally {
    await pool.end();
    await engine.close();
  }
}

/**
 * Puts the rows of one municipality beside those of others, under the schema of this program. The database itself refuses a row of
 * another municipality. Nothing of this one may be there yet, but its name.
 */
export async function fillMunicipality(
  options: Pick<StoreOptions, "databaseUrl" | "directory" | "textKeys"> & { readonly onlyOf: MunicipalityId },
  content: Content,
): Promise<Readonly<Record<string, TableDigest>>> {
  const engine = await openEngine(options);
  const owner = openOwnerPool(engine);
  const own = new pg.Pool({ ...engine.connectionFor(options.onlyOf), max: 1 });
  for (const pool of [owner, own]) pool.on("error", () => undefined);
  try {
    await runMigrations(owner);
    const { found } = await readSchemaVersion(owner);
    if (found !== content.schema)
      throw new ProductError(
        "export-other-version",
        `De export heeft schema ${content.schema}, deze database heeft ${found}. Gebruik aan beide kanten dezelfde versie van Rode Draad.`,
      );
    const digests = await within(own, async (client) => {
      await requireEmpty(client);
      for (const name of ["key_mark", "municipality"]) await client.query(`delete from ${tableName(name)}`);
      const keys = holdTextKeys(options.textKeys ?? []);
      return await fillTables(client, { ...content, rows: sealRows(keys, options.onlyOf, content.rows) });
    });
    await within(owner, (client) => raiseSequences(client));
    return digests;
  } catch (error) {
    if (hasState(error, "42501"))
      throw new ProductError(
        "export-of-another",
        "In de export staan rijen van een andere gemeente. Er is niets ingelezen.",
        {
          cause: error,
        },
      );
    throw explainDatabaseFailure(error, options.databaseUrl);
  } finally {
    await Promise.all([owner.end(), own.end()]);
    await engine.close();
  }
}

async function* sealRows(
  keys: StoreDatabase,
  municipalityId: MunicipalityId,
  batches: Content["rows"],
): AsyncGenerator<{ table: string; lines: string[] }> {
  for await (const { table, lines } of batches) {
    if (!isPortable(table)) throw damaged(`table ${table}`);
    const rows = lines.map((line) => fromPortable(keys, municipalityId, table, JSON.parse(line)));
    yield { table, lines: rows.map((row) => JSON.stringify(row)) };
  }
}

async function within<Result>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    client.release();
    throw error;
  }
}

/** A municipality that nobody did anything with has a row of its own and the marks of the keys here, and nothing else. */
async function requireEmpty(client: pg.PoolClient): Promise<void> {
  for (const { name } of await listTables(client)) {
    if (name === "municipality" || name === "key_mark") continue;
    const { rows } = await client.query(`select from ${tableName(name)} limit 1`);
    if (rows.length === 0) continue;
    throw new ProductError(
      "database-not-empty",
      "Op deze plek staan al gegevens, en die overschrijven wij niet. Kies een lege database (DATABASE_URL, of --to bij move) of een lege map (RODEDRAAD_DIR).",
    );
  }
}

async function fillTables(client: pg.PoolClient, content: Content): Promise<Readonly<Record<string, TableDigest>>> {
  const tables = new Map((await listTables(client)).map((table) => [table.name, table] as const));
  requireSameTables(content.tables, tables);
  let staged: TableShape | undefined;
  for await (const { table: name, lines } of content.rows) {
    const table = tables.get(name);
    if (table === undefined) throw damaged(`table ${name}`);
    if (staged !== undefined && staged !== table) {
      await pour(client, staged);
      staged = undefined;
    }
    const array = `[${lines.join(",")}]`;
    if (!table.refersToItself) {
      await insert(client, table, "$1::json", [array]);
      continue;
    }
    // Rows that refer to each other are gathered first, since a reference is checked at the end of a statement.
    if (staged === undefined) await client.query(`create temp table ${staging(table)} (line json) on commit drop`);
    staged = table;
    await client.query(`insert into ${staging(table)} select * from json_array_elements($1::json)`, [array]);
  }
  if (staged !== undefined) await pour(client, staged);
  const digests = await digestTables(client, [...tables.values()]);
  requireSame(await content.expected(), digests);
  return digests;
}

async function pour(client: pg.PoolClient, table: TableShape): Promise<void> {
  await insert(client, table, `(select json_agg(line) from ${staging(table)})`, []);
  await client.query(`drop table ${staging(table)}`);
}

function staging({ name }: TableShape): string {
  return quoted(`copied_${name}`);
}

async function insert(client: pg.PoolClient, table: TableShape, rows: string, values: string[]): Promise<void> {
  const columns = table.columns.map(quoted).join(", ");
  const name = tableName(table.name);
  await client.query(
    `insert into ${name} (${columns}) overriding system value select ${columns} from json_populate_recordset(null::${name}, ${rows})`,
    values,
  );
}

/** Names go into SQL, so they must be those of the catalogue, whoever wrote the file. */
function requireSameTables(
  given: readonly Pick<TableShape, "name" | "columns">[],
  tables: ReadonlyMap<string, TableShape>,
): void {
  for (const { name, columns } of given) {
    const known = tables.get(name)?.columns;
    if (known === undefined || columns.some((column) => !known.includes(column))) throw damaged(`table ${name}`);
  }
}

/** What counts by itself goes on after the highest number that came in. Only the owner may. */
async function raiseSequences(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select * from (
       select c.relname as table, a.attname as column,
         case when a.attidentity <> '' then pg_get_serial_sequence(format('%I.%I', $1::text, c.relname), a.attname)
              else substring(pg_get_expr(d.adbin, d.adrelid) from 'nextval[(]''([^'']+)''') end as sequence
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
       where c.relnamespace = $2::regnamespace and c.relkind in ('r', 'p')) as counted
     where sequence is not null`,
    [STORE_SCHEMA, STORE_SCHEMA],
  );
  for (const { table, column, sequence } of rows) {
    await client.query(
      `select setval($1::regclass, greatest(max(${quoted(column)}), (select last_value from ${sequence})))
       from ${tableName(table)} having max(${quoted(column)}) is not null`,
      [sequence],
    );
  }
}

function damaged(detail: string): ProductError {
  return new ProductError(
    "content-damaged",
    "Het bestand past niet bij deze versie van Rode Draad, of is beschadigd. Er is niets teruggezet.",
    { detail },
  );
}

function hasState(error: unknown, state: string): boolean {
  return error instanceof Error && "code" in error && error.code === state;
}
