import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Product, startWork } from "@rode-draad/pipeline";
import { inspectDatabase } from "@rode-draad/store";
import { openScratchStore, runStatement } from "@rode-draad/store/testing";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestProduct } from "../access/open-test-product.js";
import { requirePostgres } from "../conformance/back-ends.js";
import { secondsUntil } from "../faults/installation.js";
import { startWorker } from "../faults/worker-process.js";

const NEWER = "insert into schema_migration (version, name) values (9999, 'later')";
const SENTENCE = "De database is al bijgewerkt door een nieuwere versie (schema 9999";
const SECONDS_MAX = 120;
const KEYS = { HASH_KEY: "qX3vT8mB1nR6yK9wZ4jH7cF2gD5sL0pA", AUDIT_KEY: "bN7rT2kW9mX4vC6zJ1hF8dS5gL3pQ0yE" };

describe("a program whose schema becomes newer while it runs", () => {
  let product: Product;
  beforeEach(async () => {
    product = await openTestProduct();
  });
  afterEach(() => product.close());

  it("begins no job any more, says why, and still takes in work for the version after it", async () => {
    const outdated = await startWork(product, ["effects"], { lookEveryMs: 20 });
    const { queue, municipalityId } = product;
    await queue.enqueue("effects", { municipalityId });
    const isDone = async () => {
      const { waiting, active } = (await queue.health()).stages.effects ?? { waiting: 1, active: 0 };
      return waiting + active === 0;
    };
    expect(await secondsUntil(isDone, SECONDS_MAX)).toBeLessThan(SECONDS_MAX);
    expect(outdated.aborted).toBe(false);
    await runStatement(product.store.asOwner, NEWER);
    expect(await secondsUntil(async () => outdated.aborted, SECONDS_MAX)).toBeLessThan(SECONDS_MAX);
    expect(outdated.reason.message).toContain(SENTENCE);
    await queue.stopWork();
    await queue.enqueue("effects", { municipalityId });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await queue.health()).stages.effects).toMatchObject({ waiting: 1, active: 0 });
  });
});

describe.runIf(await requirePostgres())("a worker on a server whose schema is older", () => {
  it("ends with one sentence and changes nothing, and works once the schema is there", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rode-draad-older-"));
    const scratch = await openScratchStore("postgres");
    const databaseUrl = scratch.options.databaseUrl ?? "";
    const newest = scratch.store.schemaVersion;
    const log = join(folder, "log");
    const start = () =>
      startWorker({ ...KEYS, RODEDRAAD_DIR: folder, DATABASE_URL: databaseUrl }, log, { stages: "trends" });
    await runStatement(scratch.store.asOwner, `delete from schema_migration where version = ${newest}`);
    let worker = start();
    try {
      await secondsUntil(async () => !worker.isAlive(), SECONDS_MAX);
      expect(worker.child.exitCode).toBe(1);
      expect((await readFile(log, "utf8")).trim()).toBe(
        `De database heeft nog schema ${newest - 1}, en dit programma werkt met ${newest}. Geef eerst: rodedraad migrate.`,
      );
      expect((await inspectDatabase({ databaseUrl, municipalityId: "elders" })).schema.found).toBe(newest - 1);
      await runStatement(
        scratch.store.asOwner,
        `insert into schema_migration (version, name) values (${newest}, 'again')`,
      );
      worker = start();
      expect(await secondsUntil(async () => worker.isWorking(), SECONDS_MAX)).toBeLessThan(SECONDS_MAX);
    } finally {
      await worker.kill();
      await scratch.drop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe.runIf(await requirePostgres())("a worker whose schema becomes newer while it runs", () => {
  it("ends by itself with one sentence", async () => {
    const folder = await mkdtemp(join(tmpdir(), "rode-draad-outdated-"));
    const scratch = await openScratchStore("postgres");
    const log = join(folder, "log");
    const worker = startWorker(
      { ...KEYS, RODEDRAAD_DIR: folder, DATABASE_URL: scratch.options.databaseUrl ?? "" },
      log,
      { stages: "trends" },
    );
    try {
      await secondsUntil(async () => worker.isWorking(), SECONDS_MAX);
      await runStatement(scratch.store.asOwner, NEWER);
      await secondsUntil(async () => !worker.isAlive(), SECONDS_MAX);
      expect(worker.child.exitCode).toBe(1);
      expect((await readFile(log, "utf8")).split("\n")).toContainEqual(
        expect.stringMatching(/^De database is al .*\.$/),
      );
    } finally {
      await worker.kill();
      await scratch.drop();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
