import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { explainFailure } from "@rode-draad/runtime";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runMigrations } from "./migrate/run-migrations.js";
import { openStore } from "./open-store.js";
import { openScratchStore, type ScratchStore } from "./testing/index.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rode-draad-open-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function sentenceOf(opening: Promise<unknown>): Promise<string> {
  return await opening.then(
    () => "no failure",
    (error: unknown) => explainFailure(error),
  );
}

describe("a store that cannot open", { timeout: 60_000 }, () => {
  it("says that the server does not answer, and where", async () => {
    const sentence = await sentenceOf(openStore({ databaseUrl: "postgres://iemand:geheim@127.0.0.1:1/x" }));
    expect(sentence).toContain("Postgres antwoordt niet op 127.0.0.1:1");
    expect(sentence).not.toContain("geheim");
  });

  it("says that its folder is taken by a file", async () => {
    await writeFile(join(folder, "taken"), "");
    expect(await sentenceOf(openStore({ directory: join(folder, "taken") }))).toContain("RODEDRAAD_DIR");
  });

  it("says that its folder is broken, and leaves no lock behind", async () => {
    await mkdir(join(folder, "db"));
    await writeFile(join(folder, "db", "PG_VERSION"), "nonsense");
    for (let time = 0; time < 2; time += 1) {
      expect(await sentenceOf(openStore({ directory: folder }))).toContain("reservekopie");
    }
  });

  it("says that another opening has the folder", async () => {
    const scratch = await openScratchStore();
    try {
      expect(await sentenceOf(openStore(scratch.options))).toContain("is al open");
    } finally {
      await scratch.drop();
    }
  });
});

describe("migrations", { timeout: 60_000 }, () => {
  let scratch: ScratchStore;
  let pool: pg.Pool;
  beforeEach(async () => {
    scratch = await openScratchStore();
    pool = new pg.Pool({ ...scratch.store.connection, max: 4 });
    await pool.query("drop schema rodedraad cascade");
  }, 60_000);
  afterEach(async () => {
    await pool.end();
    await scratch.drop();
  });

  async function write(files: Readonly<Record<string, string>>): Promise<URL> {
    for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql);
    return pathToFileURL(`${folder}/`);
  }

  it("run in order, once, also when two processes start together", async () => {
    const files = await write({
      "0002-fill.sql": "insert into thing values (1); insert into thing values (2);",
      "0001-make.sql": "create table thing (number integer);",
      "notes.txt": "no migration",
    });
    const ran = await Promise.all([runMigrations(pool, files), runMigrations(pool, files)]);
    expect(ran.flat().sort()).toEqual(["0001-make.sql", "0002-fill.sql"]);
    expect((await pool.query("select count(*)::int as rows from rodedraad.thing")).rows).toEqual([{ rows: 2 }]);
  });

  it("go on after the last whole file when one failed halfway", async () => {
    const files = await write({
      "0001-make.sql": "create table thing (number integer);",
      "0002-fill.sql": "insert into thing values (1); select 1 / 0;",
    });
    const sentence = await sentenceOf(runMigrations(pool, files));
    expect(sentence).toMatch(/^Stap 0002-fill .*fout 22012.* Geef daarna opnieuw: rodedraad migrate\./);
    expect((await pool.query("select count(*)::int as rows from rodedraad.thing")).rows).toEqual([{ rows: 0 }]);
    await write({ "0002-fill.sql": "insert into thing values (1);" });
    expect(await runMigrations(pool, files)).toEqual(["0002-fill.sql"]);
  });

  it("refuse a database that a newer version changed", async () => {
    const files = await write({
      "0001-make.sql": "create table thing (number integer);",
      "0002-more.sql": "select 1;",
    });
    await runMigrations(pool, files);
    await rm(join(folder, "0002-more.sql"));
    expect(await sentenceOf(runMigrations(pool, files))).toContain("nieuwere versie");
  });
});
