import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Check, examine } from "@rode-draad/operate";
import { startRedis } from "@rode-draad/queue/testing";
import { explainFailure, type Logger, readConfiguration } from "@rode-draad/runtime";
import { ensureMunicipality, ensureTeams, openStore, saveNotes, upsertAreas } from "@rode-draad/store";
import { openScratchStore, runStatement, type ScratchStore } from "@rode-draad/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tellOfQueue } from "../../services/cli/src/tell-of-queue.js";
import { requirePostgres } from "../conformance/back-ends.js";
import { makeNote } from "../conformance/store/make-note.js";

const MUNICIPALITY = "voorbeeldstad";
const KEYS = { HASH_KEY: "qX3vT8mB1nR6yK9wZ4jH7cF2gD5sL0pA", AUDIT_KEY: "bN7rT2kW9mX4vC6zJ1hF8dS5gL3pQ0yE" };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rode-draad-doctor-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function stateOf(checks: readonly Check[], id: string): Check["state"] | undefined {
  return checks.find((check) => check.id === id)?.state;
}

describe("the doctor", () => {
  it("changes nothing: where there is no store, there is none afterwards", async () => {
    const checks = await examine({ RODEDRAAD_DIR: join(folder, "new") });
    expect(stateOf(checks, "database")).toBe("warn");
    expect(checks.filter(({ state }) => state === "act")).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("names every wrong setting with what it may be, and still looks at what the right ones tell", async () => {
    const wrong = { PORT: "x", REDIS_URL: "nonsense", LOG_LEVEL: "luid", API_TOKEN: "kort", OIDC_CLIENT_ID: "a" };
    const checks = await examine({ RODEDRAAD_DIR: join(folder, "new"), ...wrong });
    const missing = ["OIDC_ISSUER", "OIDC_CLIENT_SECRET", "OIDC_ROLES"];
    for (const name of ["PORT", "REDIS_URL", "LOG_LEVEL", "API_TOKEN", ...missing])
      expect(stateOf(checks, `setting-${name}`)).toBe("act");
    expect(checks.find(({ id }) => id === "setting-LOG_LEVEL")).toMatchObject({
      found: "LOG_LEVEL moet een van deze zijn: fatal, error, warn, info, debug, trace, silent.",
      toDo: "Zet LOG_LEVEL goed in de instellingen.",
    });
    expect(checks.find(({ id }) => id === "setting-API_TOKEN")?.toDo).toContain("openssl rand");
    for (const id of ["node-version", "disk", "folder", "database", "keys"]) expect(stateOf(checks, id)).toBeDefined();
    // Which queue is meant nobody knows, so nothing is said of one.
    expect([stateOf(checks, "queue"), stateOf(checks, "redis")]).toEqual([undefined, undefined]);
    const elsewhere = await examine({ RODEDRAAD_DIR: join(folder, "new"), DATABASE_URL: "nonsense" });
    expect([stateOf(elsewhere, "setting-DATABASE_URL"), stateOf(elsewhere, "database")]).toEqual(["act", undefined]);
  });

  it("says that the folder of the settings is a file, or lies in one, whatever keys there are", async () => {
    const file = join(folder, "file");
    await writeFile(file, "");
    for (const RODEDRAAD_DIR of [file, join(file, "deeper")]) {
      const checks = await examine({ RODEDRAAD_DIR, ...KEYS });
      const acts = checks.filter(({ state }) => state === "act");
      expect(acts.map(({ id, found }) => [id, found])).toEqual([["folder", `${file} is een bestand en geen map.`]]);
    }
  });

  it("sees settings that do not fit together, servers that do not answer, and shows no password", async () => {
    const checks = await examine({
      RODEDRAAD_DIR: join(folder, "new"),
      HOST: "0.0.0.0",
      DATABASE_URL: "postgres://iemand:zeergeheim@127.0.0.1:1/x",
      REDIS_URL: "redis://:zeergeheim@127.0.0.1:1",
      SMTP_URL: "smtp://iemand:zeergeheim@127.0.0.1:1",
    });
    for (const id of ["host", "database", "redis", "mail"]) expect(stateOf(checks, id)).toBe("act");
    expect(JSON.stringify(checks)).not.toContain("zeergeheim");
    expect(checks.every(({ state, toDo }) => state === "good" || (toDo ?? "") !== "")).toBe(true);
    const half = await examine({ RODEDRAAD_DIR: join(folder, "new"), REDIS_URL: "redis://127.0.0.1:1" });
    expect([stateOf(half, "half-settings"), stateOf(half, "municipality")]).toEqual(["warn", "warn"]);
    const named = await examine({ RODEDRAAD_DIR: join(folder, "new"), MUNICIPALITY: "zonstad" });
    expect([stateOf(named, "municipality"), stateOf(named, "settings")]).toEqual([undefined, "good"]);
  });

  it("says that others can look into the folder, that a program has it open, and that keys are missing", async () => {
    const directory = join(folder, "open");
    await mkdir(directory, { mode: 0o700 });
    const store = await openStore({ directory });
    await chmod(directory, 0o755);
    const inUse = await examine({ RODEDRAAD_DIR: directory });
    expect([stateOf(inUse, "folder"), stateOf(inUse, "database")]).toEqual(["warn", "warn"]);
    await store.close();
    const free = await examine({ RODEDRAAD_DIR: directory });
    // Nothing was made with a key yet, so none is missing.
    expect([stateOf(free, "schema"), stateOf(free, "keys")]).toEqual(["good", "good"]);
    const filling = await openStore({ directory, municipalityId: MUNICIPALITY });
    const { db } = filling;
    await ensureMunicipality(db, { id: MUNICIPALITY, name: "Voorbeeldstad" });
    await upsertAreas(db, MUNICIPALITY, [{ code: "WK000001", name: "Oost" }]);
    await ensureTeams(db, MUNICIPALITY, [{ code: "T1" }]);
    await saveNotes(db, MUNICIPALITY, "i1", [makeNote("n1")], new Date());
    await filling.close();
    expect(stateOf(await examine({ RODEDRAAD_DIR: directory }), "keys")).toBe("act");
    expect(stateOf(await examine({ RODEDRAAD_DIR: directory, ...KEYS }), "keys")).toBe("good");
  });
});

describe.runIf(await requirePostgres())("the doctor on a Postgres server", () => {
  let scratch: ScratchStore;
  let environment: Record<string, string>;
  beforeAll(async () => {
    scratch = await openScratchStore("postgres");
    environment = { RODEDRAAD_DIR: folder, DATABASE_URL: scratch.options.databaseUrl ?? "", ...KEYS };
  });
  afterAll(() => scratch.drop());

  it("finds version, schema and clock in order", async () => {
    const checks = await examine(environment);
    for (const id of ["database", "schema", "database-writable", "database-clock", "keys"])
      expect(stateOf(checks, id)).toBe("good");
  });

  it("sees that this machine's clock is ten minutes off", async () => {
    const checks = await examine(environment, () => Date.now() + 600_000);
    expect(checks.find(({ id }) => id === "database-clock")).toMatchObject({
      state: "act",
      found: "De klok van de database loopt 10 minuten achter bij deze machine.",
    });
  });

  it("tells an older and a newer schema apart, and a database that is read-only", async () => {
    const { asOwner } = scratch.store;
    await runStatement(asOwner, "insert into schema_migration (version, name) values (9999, 'later')");
    expect(stateOf(await examine(environment), "schema")).toBe("act");
    await runStatement(asOwner, "delete from schema_migration where version > 5");
    expect(stateOf(await examine(environment), "schema")).toBe("warn");
    const database = new URL(environment.DATABASE_URL ?? "").pathname.slice(1);
    await runStatement(asOwner, `alter database ${database} set default_transaction_read_only = on`);
    expect(stateOf(await examine(environment), "database-writable")).toBe("act");
    const opening = openStore({ databaseUrl: environment.DATABASE_URL ?? "" });
    const sentence = await opening.then(
      () => "it opened",
      (error: unknown) => explainFailure(error),
    );
    expect(sentence).toMatch(/^De database is alleen-lezen\. Zet in DATABASE_URL .*\.$/);
  });
});

describe("the doctor on a Redis that is not set up for a queue", () => {
  it("warns of what it throws away, and says that nothing is lost when it keeps nothing", async ({ skip }) => {
    const server = await startRedis(["--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru"]);
    if (server === undefined) return skip();
    try {
      const checks = await examine({ RODEDRAAD_DIR: join(folder, "new"), REDIS_URL: server.url });
      expect(checks.find(({ id }) => id === "redis-memory")).toMatchObject({
        state: "act",
        toDo: "Zet maxmemory-policy op noeviction.",
      });
      expect(checks.find(({ id }) => id === "redis-persistence")).toMatchObject({
        state: "warn",
        toDo: expect.stringContaining("gaat niets verloren"),
      });
      // A program that goes on tells the same at its start.
      const told: string[] = [];
      const logger = { warn: (_fields: object, text: string) => void told.push(text) } as unknown as Logger;
      await tellOfQueue({ configuration: readConfiguration({ REDIS_URL: server.url }), logger });
      expect(told).toEqual([expect.stringContaining("noeviction"), expect.stringContaining("gaat niets verloren")]);
      await tellOfQueue({ configuration: readConfiguration({}), logger });
      expect(told).toHaveLength(2);
    } finally {
      await server.stop();
    }
  });
});
