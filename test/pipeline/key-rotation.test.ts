import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dropPreviousHashKey, replaceHashKey } from "@rode-draad/operate";
import { openDoor, openProduct, type Product, recordObjection } from "@rode-draad/pipeline";
import { forgetPreviousHashKey, readConfiguration, rotateHashKey } from "@rode-draad/runtime";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rode-draad-keys-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const note = (bronId: string, casusRef: string, tekst: string) => ({
  ...{ bronId, casusRef, tekst, datum: "2026-10-05", team: "NOORD", wijk: "WK999901" },
  medewerkerRef: "m-1",
});
const MONTH_ONE = [
  note("1", "gezin-1", "Mevrouw vraagt hoe zij huurtoeslag kan aanvragen."),
  note("2", "gezin-1", "Mevrouw wil weten of de bus naar het ziekenhuis gaat."),
  note("3", "gezin-2", "Meneer vraagt hoe hij kan leren lezen."),
];

/** Opens the product, hands in notes, and closes it again. */
async function receive(notes: readonly object[], look?: (product: Product) => Promise<void>) {
  const product = await openProduct(readConfiguration({ RODEDRAAD_DIR: folder, LOG_LEVEL: "silent" }));
  try {
    const { summary } = await (await openDoor(product)).receive({ kind: "values", values: notes });
    await look?.(product);
    const rows = await product.store.db
      .selectFrom("case_note")
      .select(["id", "case_id", "professional_id", "version"])
      .orderBy("id")
      .execute();
    return { summary, rows };
  } finally {
    await product.close();
  }
}

test("after a change of key the same note is a duplicate, the same case one case, and the old key can go", async () => {
  const before = await receive(MONTH_ONE);
  expect(before.summary).toMatchObject({ stored: 3 });
  const configuration = readConfiguration({ RODEDRAAD_DIR: folder });
  await rotateHashKey(configuration);
  await expect(rotateHashKey(configuration)).rejects.toMatchObject({ code: "key-still-changing" });

  // A new note of the first household, and one old note once more: the other old note of that household must come along.
  const between = await receive([note("4", "gezin-1", "Zij vraagt om een rollator."), MONTH_ONE[2] as object]);
  expect(between.summary).toMatchObject({ stored: 1, duplicate: 1 });
  expect(between.rows).toHaveLength(4);
  expect(new Set(between.rows.map((row) => row.case_id)).size).toBe(2);
  expect(new Set(between.rows.map((row) => row.professional_id)).size).toBe(1);
  expect(between.rows.every(({ version }) => version === 1)).toBe(true);

  const after = await receive(MONTH_ONE, async (product) => {
    const door = await openDoor(product);
    expect(await door.idOf("note", "1")).toBe(door.hash("note", "1"));
  });
  expect(after.summary).toMatchObject({ stored: 0, duplicate: 3 });

  await forgetPreviousHashKey(configuration);
  const later = await receive([...MONTH_ONE, note("4", "gezin-1", "Zij vraagt om een rollator.")]);
  expect(later.summary).toMatchObject({ stored: 0, duplicate: 4 });
  expect(later.rows).toEqual(after.rows);
  expect(later.rows.map(({ id }) => id)).not.toEqual(expect.arrayContaining(before.rows.map(({ id }) => id)));
});

test("a note that changed meanwhile replaces the one under the old key, and a client who objects is taken out", async () => {
  await receive(MONTH_ONE);
  await rotateHashKey(readConfiguration({ RODEDRAAD_DIR: folder }));
  const changed = note("1", "gezin-1", "Mevrouw vraagt nu iets anders over haar huur.");
  const objected = { ...note("2", "gezin-1", "x"), nietGebruiken: "ja" };
  const { summary, rows } = await receive([changed, objected]);
  expect(summary).toMatchObject({ replaced: 1, objected: 1 });
  expect(rows.map(({ version }) => version).sort()).toEqual([1, 2]);
});

test("an objection holds through one change of key after another, and after the old keys are gone", async () => {
  const configuration = readConfiguration({ RODEDRAAD_DIR: folder, LOG_LEVEL: "silent" });
  await receive(MONTH_ONE, async (product) => {
    const facts = await recordObjection(product, { caseRef: "gezin-1" }, { dryRun: false });
    expect(facts).toMatchObject({ notes: 2 });
    await recordObjection(product, { sourceId: "5" }, { dryRun: false });
  });
  const onStore = async (work: typeof replaceHashKey): Promise<void> => {
    const product = await openProduct(configuration);
    await work(product.store.db, configuration).finally(() => product.close());
  };
  const again = [...MONTH_ONE, note("5", "gezin-9", "Mevrouw vraagt om een rollator.")];
  for (let change = 0; change < 2; change += 1) {
    await onStore(replaceHashKey);
    expect((await receive(again)).summary).toMatchObject({ objected: 3, stored: 0, duplicate: 1 });
    await onStore(dropPreviousHashKey);
    const { summary, rows } = await receive(again);
    expect(summary).toMatchObject({ objected: 3, stored: 0, duplicate: 1 });
    expect(rows).toHaveLength(1);
  }
});

test("a dry run makes no key where there is none", async () => {
  const product = await openProduct(readConfiguration({ RODEDRAAD_DIR: folder, LOG_LEVEL: "silent" }), {
    inMemory: true,
  });
  const hashKey = "vT3mQ8xL1nR6yK9wZ4jH7cF2gD5sB0pA";
  const door = await openDoor({ ...product, configuration: { ...product.configuration, hashKey } }, { isTrial: true });
  await door.receive({ kind: "values", values: MONTH_ONE }, { dryRun: true });
  expect(door.hash("objection", "gezin-1")).toHaveLength(43);
  await product.close();
  expect(await readdir(folder)).toEqual([]);
});
