import { createHash, randomBytes } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { openStore, type Store, type StoreOptions } from "../open-store.js";
import { findPostgres } from "./find-postgres.js";

/** A store of its own for one test file, with what is needed to open it a second time. */
export interface ScratchStore {
  readonly store: Store;
  readonly options: StoreOptions;
  /** Closes the store and removes every trace of it. */
  drop(): Promise<void>;
}

/** Kept between runs: making an empty PGlite folder takes 3 s, copying one 0.1 s. */
const TEMPLATES = fileURLToPath(new URL("../../../../node_modules/.cache/rode-draad/", import.meta.url));
const MIGRATIONS = new URL("../../migrations/", import.meta.url);

/** An empty store with the present schema, on the embedded database unless a server is asked for. */
export async function openScratchStore(
  engine: "pglite" | "postgres" = "pglite",
  municipalityId = "voorbeeldstad",
): Promise<ScratchStore> {
  return engine === "pglite" ? await openEmbedded(municipalityId) : await openOnServer(municipalityId);
}

async function openEmbedded(municipalityId: string): Promise<ScratchStore> {
  const directory = await mkdtemp(join(tmpdir(), "rode-draad-store-"));
  await cp(await templateFolder(), join(directory, "db"), { recursive: true });
  const options = { directory, municipalityId };
  const store = await openStore(options);
  return {
    store,
    options,
    async drop() {
      await store.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function templateFolder(): Promise<string> {
  const hash = createHash("sha256");
  for (const name of (await readdir(MIGRATIONS)).sort())
    hash.update(name).update(await readFile(new URL(name, MIGRATIONS)));
  const template = join(TEMPLATES, `pglite-${hash.digest("hex").slice(0, 16)}`);
  if (await isFolder(template)) return template;
  await mkdir(TEMPLATES, { recursive: true });
  const draft = await mkdtemp(join(TEMPLATES, "draft-"));
  await (await openStore({ directory: draft })).close();
  try {
    await rename(join(draft, "db"), template);
  } catch (error) {
    // Another test process was first; its template is the same.
    if (!(await isFolder(template))) throw error;
  }
  await rm(draft, { recursive: true, force: true });
  return template;
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

async function openOnServer(municipalityId: string): Promise<ScratchStore> {
  const server = await findPostgres();
  if (server === undefined) throw new Error("No Postgres server answers at DATABASE_URL or 127.0.0.1:5432.");
  const name = `rodedraad_test_${process.pid}_${randomBytes(4).toString("hex")}`;
  await onServer(server, `create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const options = { databaseUrl: address.href, municipalityId };
  const store = await openStore(options);
  return {
    store,
    options,
    async drop() {
      await store.close();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

/** Breaks every connection to a scratch database, as a restart of the server does. */
export async function breakConnections(databaseUrl: string): Promise<void> {
  const server = await findPostgres();
  if (server === undefined) throw new Error("No Postgres server answers.");
  const database = new URL(databaseUrl).pathname.slice(1);
  await onServer(server, "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [database]);
}

async function onServer(server: string, statement: string, values: readonly string[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement, [...values]);
  } finally {
    await client.end();
  }
}
