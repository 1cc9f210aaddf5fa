import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDoor, openProduct, type Product } from "@rode-draad/pipeline";
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
