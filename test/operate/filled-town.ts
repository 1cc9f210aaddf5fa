import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Configuration, readConfiguration } from "@rode-draad/runtime";
import { listReports, openStore, readReport, type StoreDatabase } from "@rode-draad/store";
import { openScratchStore, runStatement } from "@rode-draad/store/testing";
import { runVoorbeeldstad } from "../pipeline/run-voorbeeldstad.js";

/** Any keys will do, as long as all of a drill has the same. */
export const KEYS = {
  HASH_KEY: "qX3vT8mB1nR6yK9wZ4jH7cF2gD5sL0pA",
  AUDIT_KEY: "bN7rT2kW9mX4vC6zJ1hF8dS5gL3pQ0yE",
  TEXT_KEY: "3q2+7wD0vV9mXk1hT5rZ8uYcB4nJ6eLs0aGfQiPxKtE=",
};
export const TOWN = "voorbeeldstad";

/** A folder with an embedded store in it, filled by the real pipeline, with what refers to rows of its own table. */
export interface FilledTown {
  readonly folder: string;
  readonly configuration: Configuration;
  remove(): Promise<void>;
}

export async function fillTown(): Promise<FilledTown> {
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-town-"));
  const run = await runVoorbeeldstad({ notes: 1_500 }, KEYS);
  const { product } = run;
  const { asOwner } = product.store;
  await runStatement(
    asOwner,
    `insert into correction (municipality_id, number, action, undoes, who, why, made_at) values
       ('${TOWN}', 1, '{"kind":"none"}', null, 'a-1', 'proef', '2026-10-01T10:00:00.123456Z'),
       ('${TOWN}', 2, null, 1, 'a-1', 'toch niet', now())`,
  );
  await product.audit.record({
    actor: { kind: "system", id: "drill" },
    action: "change-setting",
    subject: { kind: "setting", id: "drill" },
    outcome: "done",
    details: {},
  });
  const from = product.configuration.directory;
  await product.close();
  await cp(from, folder, { recursive: true });
  await run.close();
  return {
    folder,
    configuration: readConfiguration({ RODEDRAAD_DIR: folder, ...KEYS }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** An empty folder, and an empty database on the server that answers. */
export async function emptyPlaces() {
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-empty-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  return { folder, configuration: readConfiguration({ RODEDRAAD_DIR: folder, ...KEYS }), remove };
}

export async function emptyServer() {
  const scratch = await openScratchStore("postgres");
  await scratch.store.close();
  const environment = { RODEDRAAD_DIR: "/nowhere", DATABASE_URL: scratch.options.databaseUrl ?? "", ...KEYS };
  return { configuration: readConfiguration(environment), drop: () => scratch.drop() };
}

/** All reports of the town, as somebody reads them in the restored product. */
export async function reportsIn(configuration: Configuration): Promise<unknown[]> {
  return await inStore(configuration, async (db) => {
    const keys = await listReports(db, TOWN);
    return await Promise.all(keys.map((key) => readReport(db, TOWN, key)));
  });
}

export async function inStore<Result>(
  { databaseUrl, directory, textKeys }: Configuration,
  work: (db: StoreDatabase) => Promise<Result>,
): Promise<Result> {
  const place = databaseUrl === undefined ? { directory } : { databaseUrl };
  const store = await openStore({ ...place, textKeys, municipalityId: TOWN });
  try {
    return await work(store.db);
  } finally {
    await store.close();
  }
}
