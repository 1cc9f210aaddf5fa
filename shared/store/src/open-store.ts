import { existsSync } from "node:fs";
import { join } from "node:path";
import { type MunicipalityId, ProductError } from "@rode-draad/domain";
import type { Logger } from "@rode-draad/runtime";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./database.js";
import { type Engine, EVERY_MUNICIPALITY, MUNICIPALITY_SETTING, STORE_SCHEMA } from "./engine/engine.js";
import { openPgliteEngine } from "./engine/pglite/open-engine.js";
import { openPostgresEngine } from "./engine/postgres/open-engine.js";
import { type KeyFacts, readKeyFacts } from "./keys/key-marks.js";
import { readSchemaVersion, runMigrations, schemaTooOld } from "./migrate/run-migrations.js";
import { requireTextKeys } from "./text/require-text-keys.js";
import { textKeysPlugin } from "./text/text-cipher.js";

/** A name in the form of a municipality's that no row carries. */
const NOBODY = "nobody";

/** PostgreSQL allows 100 connections as it comes; ten a process leaves room for eight processes and an administrator. */
const CONNECTIONS_MAX = 10;

/** `date` stays text `YYYY-MM-DD` (a JavaScript Date would shift it by the time zone). Counts fit a number. */
const DATE_TYPE = 1082;
const BIGINT_TYPE = 20;

export interface StoreOptions {
  /** A Postgres server. Wins over `directory`. */
  readonly databaseUrl?: string;
  /** The product's folder; the embedded database lives in `db` under it. Without both, the data lives in memory. */
  readonly directory?: string;
  /** Keys (base64) that encrypt the text of notes, the present one first; none: texts are stored as they are. */
  readonly textKeys?: readonly string[];
  /** Whose rows `db` sees; absent: those of nobody. */
  readonly municipalityId?: MunicipalityId;
  /** Told which keys belong to the database, before anything in it is changed. What it throws refuses to open. */
  readonly admit?: (facts: KeyFacts) => void;
  /** False: a server whose schema is older is left as it is, with `schema-older-than-program`. The embedded database has nobody else. */
  readonly mayMigrate?: boolean;
  readonly logger?: Pick<Logger, "error" | "info">;
}

/** The handle that all data functions take first. */
export type StoreDatabase = Kysely<Database>;

export interface Store {
  /** The rows of the municipality that the store was opened for. */
  readonly db: StoreDatabase;
  /**
   * The rows of one municipality and of no other, whatever a query asks: the database itself sees to it. Each municipality has
   * connections of its own that never become another's; those that wait for work close by themselves after a moment.
   */
  of(municipalityId: MunicipalityId): StoreDatabase;
  /** As owner, across municipalities: only to list what there is to do, and for housekeeping. */
  readonly asOwner: StoreDatabase;
  readonly engine: "pglite" | "postgres";
  /** Under which version of the schema it was opened: the newest that this program knows. */
  readonly schemaVersion: number;
  /** How the queue reaches the same database. Its connections must be closed before the store. */
  readonly connection: pg.PoolConfig;
  close(): Promise<void>;
}

/** Opens the database and brings its schema up to date. Every failure is a ProductError with one Dutch sentence. */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  const engine = await openEngine(options);
  const openPool = (connection: pg.PoolConfig): pg.Pool => {
    const pool = new pg.Pool({ ...connection, max: CONNECTIONS_MAX, types: { getTypeParser: parserFor } });
    // An idle connection that drops is replaced by the pool; without a listener it would end the process.
    pool.on("error", (error) => options.logger?.error({ err: error }, "an idle database connection broke"));
    // One that drops while it is lent out and no query runs tells only itself; its next query fails, which is told there.
    pool.on("connect", (client) => client.on("error", () => undefined));
    return pool;
  };
  const pool = openPool({
    ...engine.connection,
    options: `-c search_path=${STORE_SCHEMA} -c ${MUNICIPALITY_SETTING}=${EVERY_MUNICIPALITY}`,
  });
  const plugins = [textKeysPlugin(options.textKeys ?? [])];
  const onPool = (one: pg.Pool): StoreDatabase =>
    new Kysely<Database>({ dialect: new PostgresDialect({ pool: one }), plugins });
  const asOwner = onPool(pool);
  let schemaVersion: number;
  try {
    if (engine.name === "postgres" && options.mayMigrate === false) await requirePresentSchema(pool);
    options.admit?.(await readKeyFacts(asOwner, options.municipalityId ?? NOBODY));
    const ran = await runMigrations(pool);
    schemaVersion = (await readSchemaVersion(pool)).found;
    if (ran.length > 0) options.logger?.info({ migrations: ran }, "the schema was brought up to date");
  } catch (error) {
    await pool.end();
    await engine.close();
    throw explainDatabaseFailure(error, options.databaseUrl);
  }
  const opened = new Map<MunicipalityId, StoreDatabase>();
  const of = (municipalityId: MunicipalityId): StoreDatabase => {
    const db = opened.get(municipalityId) ?? onPool(openPool(engine.connectionFor(municipalityId)));
    opened.set(municipalityId, db);
    return db;
  };
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= Promise.all([asOwner, ...opened.values()].map((db) => db.destroy()))
      // A pool that answered no query of its Kysely, as the owner's after the migrations, is not ended by it.
      .then(() => (pool.ending ? undefined : pool.end()))
      .then(() => engine.close());
    return closing;
  };
  const db = of(options.municipalityId ?? NOBODY);
  try {
    // Another municipality on the same server may have keys of its own.
    await requireTextKeys(db);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    db,
    of,
    asOwner,
    engine: engine.name,
    schemaVersion,
    connection: engine.connection,
    close,
  };
}

async function requirePresentSchema(pool: pg.Pool): Promise<void> {
  const { found, known } = await readSchemaVersion(pool);
  if (found < known) throw schemaTooOld(found, known);
}

/** The engine that the options choose. Who opens it closes it, after its connections. */
export function openEngine(options: Pick<StoreOptions, "databaseUrl" | "directory">): Promise<Engine> | Engine {
  if (options.databaseUrl !== undefined) return openPostgresEngine(options.databaseUrl);
  return openPgliteEngine(options.directory === undefined ? undefined : embeddedFolder(options.directory));
}

/** False when opening would make a new, empty database: then there is nothing to read, and who only reads need not open it. */
export function isStoreThere({ databaseUrl, directory }: Pick<StoreOptions, "databaseUrl" | "directory">): boolean {
  return databaseUrl !== undefined || (directory !== undefined && existsSync(embeddedFolder(directory)));
}

function embeddedFolder(directory: string): string {
  return join(directory, "db");
}

function parserFor(type: number, format?: "text" | "binary") {
  if (type === DATE_TYPE) return (value: string) => value;
  if (type === BIGINT_TYPE) return Number;
  return format === "binary" ? pg.types.getTypeParser(type, "binary") : pg.types.getTypeParser(type, "text");
}

/** The reasons for which a server refuses, by SQLSTATE, in words. */
const REFUSALS: Readonly<Record<string, string>> = {
  "28P01": "weigert de gebruikersnaam of het wachtwoord",
  "28000": "weigert deze gebruiker",
  "3D000": "kent deze database niet",
  "42501": "geeft deze gebruiker geen recht om tabellen te maken",
  "53300": "heeft geen verbinding meer vrij",
};

/** Turns what a server refuses into one Dutch sentence; another error is given back as it is. */
export function explainDatabaseFailure(error: unknown, databaseUrl: string | undefined): unknown {
  if (error instanceof ProductError || databaseUrl === undefined || !(error instanceof Error)) return error;
  const place = URL.canParse(databaseUrl) ? new URL(databaseUrl).host : "het ingestelde adres";
  const code = "code" in error ? String(error.code) : "";
  const refusal = REFUSALS[code];
  const sentence =
    refusal === undefined
      ? `Postgres antwoordt niet op ${place}. Start Postgres, of laat DATABASE_URL weg, dan werkt Rode Draad met zijn eigen database.`
      : `Postgres op ${place} ${refusal}. Controleer DATABASE_URL.`;
  // SQLSTATE has five characters; with another one than the list above the server did answer, and the migration failed.
  if (refusal === undefined && /^[0-9A-Z]{5}$/.test(code)) return error;
  return new ProductError("database-unreachable", sentence, {
    cause: error,
    retryable: true,
    detail: code || error.name,
  });
}
