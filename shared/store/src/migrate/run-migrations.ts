import { readdir, readFile } from "node:fs/promises";
import { ProductError } from "@rode-draad/domain";
import type { Pool } from "pg";
import { EVERY_MUNICIPALITY, MUNICIPALITY_SETTING, STORE_SCHEMA } from "../engine/engine.js";

const MIGRATIONS = new URL("../../migrations/", import.meta.url);
const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** Any number will do as long as no other program on the database uses it; this one spells "rode". */
const LOCK_KEY = 0x726f6465;

/** In one go, since each way to the database and back takes as long as a small migration. */
const BEGIN = `
  begin;
  select pg_advisory_xact_lock(${LOCK_KEY});
  -- Row-level security holds the owner too, and a migration is about the rows of all municipalities.
  select set_config('${MUNICIPALITY_SETTING}', '${EVERY_MUNICIPALITY}', true);
  create schema if not exists ${STORE_SCHEMA};
  set local search_path to ${STORE_SCHEMA};
  create table if not exists schema_migration
    (version integer primary key, name text not null, applied_at timestamptz not null default now());
`;

interface Migration {
  readonly version: number;
  readonly name: string;
}

/**
 * Brings the schema up to date. Each numbered file runs in its own transaction together with its line in the ledger, under a
 * lock that other processes wait for: a run that is broken off goes on after the last whole file. Refuses a database that a
 * newer version of the product has changed. Gives back the names of what it ran.
 */
export async function runMigrations(
  pool: Pool,
  folder: URL = MIGRATIONS,
  /** Stops after this version: a backup is read back under the schema that it was made under. */
  until: number = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const all = await listMigrations(folder);
  const latest = all.at(-1)?.version ?? 0;
  const migrations = all.filter(({ version }) => version <= until);
  const ran: string[] = [];
  for (const migration of migrations) {
    const client = await pool.connect();
    try {
      await client.query(BEGIN);
      const { rows } = await client.query<{ version: number }>(
        "select version from schema_migration order by version desc",
      );
      const newest = rows[0]?.version ?? 0;
      if (newest > latest) throw schemaTooNew(newest, latest);
      if (!rows.some((row) => row.version === migration.version)) {
        await client.query(await readFile(new URL(migration.name, folder), "utf8"));
        await client.query("insert into schema_migration (version, name) values ($1, $2)", [
          migration.version,
          migration.name,
        ]);
        ran.push(migration.name);
      }
      await client.query("commit");
      client.release();
    } catch (error) {
      await client.query("rollback").catch(() => undefined);
      client.release();
      throw explainMigrationFailure(error, migration.name);
    }
  }
  return ran;
}

/** Which version of the schema a database has, and which this program knows. 0: none yet. */
export interface SchemaVersion {
  readonly found: number;
  readonly known: number;
}

/** Changes nothing. The connections must see all municipalities, as those of the owner do. */
export async function readSchemaVersion(pool: Pick<Pool, "query">, folder: URL = MIGRATIONS): Promise<SchemaVersion> {
  const known = (await listMigrations(folder)).at(-1)?.version ?? 0;
  const there = await pool.query<{ there: boolean }>(
    `select to_regclass('${STORE_SCHEMA}.schema_migration') is not null as there`,
  );
  if (there.rows[0]?.there !== true) return { found: 0, known };
  const { rows } = await pool.query<{ version: number | null }>(
    `select max(version) as version from ${STORE_SCHEMA}.schema_migration`,
  );
  return { found: rows[0]?.version ?? 0, known };
}

async function listMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => FILE_NAME.test(name)).sort();
  return names.map((name) => ({ version: Number(name.slice(0, 4)), name }));
}

/** SQLSTATEs by which a statement itself is refused: what it says, what it finds in the tables, or what it may not do. */
const REFUSED_STATEMENT = /^(2[0-8]|42|P0)/;
/** Read-only, and no right to make tables: these have a sentence of their own. */
const TOLD_ELSEWHERE = new Set(["25006", "28000", "28P01", "42501"]);

/** A failure that lies with the migration gets its name; one of the server stays as it is. */
function explainMigrationFailure(error: unknown, name: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof ProductError || TOLD_ELSEWHERE.has(code) || !REFUSED_STATEMENT.test(code)) return error;
  return new ProductError(
    "migration-failed",
    `Stap ${name.replace(/\.sql$/, "")} van het bijwerken lukt niet op deze database (fout ${code}). De database is nog heel en staat op de stap ervoor. Kijk in het logboek van de database wat er in de weg staat, en haal dat weg. Geef daarna opnieuw: rodedraad migrate. Weet je het niet? Vraag het dan met deze foutcode.`,
    { cause: error, detail: `${name} ${code}` },
  );
}

export function schemaTooOld(found: number, known: number): ProductError {
  return new ProductError(
    "schema-older-than-program",
    `De database heeft nog schema ${found}, en dit programma werkt met ${known}. Geef eerst: rodedraad migrate.`,
  );
}

export function schemaTooNew(found: number, known: number): ProductError {
  return new ProductError(
    "schema-newer-than-program",
    `De database is al bijgewerkt door een nieuwere versie (schema ${found}, dit programma kent ${known}). Installeer die nieuwere versie.`,
  );
}
