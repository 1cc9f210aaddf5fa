import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { type Product, startWatching } from "@rode-draad/pipeline";
import { countNotes } from "@rode-draad/store";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestProduct } from "../access/open-test-product.js";

const HEADINGS = "Contactmomentnummer;Regienummer;Contactmoment;Team;Wijk;Toelichting";
const ROW = "g-1;2026-10-05;NOORD;WK999901;Mevrouw vraagt hoe zij huurtoeslag kan aanvragen.";
const FAST = { lookEveryMs: 40, settleMs: 0 };

let root: string;
let shared: Product;
let folder: string;
let number = 0;
let before: number;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "rode-draad-watch-"));
  shared = await openTestProduct();
});
afterAll(async () => {
  await shared.close();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  number += 1;
  folder = join(root, `map-${number}`);
  before = 0;
  before = await notes();
});

/** The product with the folder of the case at hand. */
function product(keepDays = 0): Product {
  return { ...shared, configuration: { ...shared.configuration, watched: { directory: folder, keepDays } } };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error("It never came to that.");
}

const isGone = (name: string) => async () => !(await readdir(folder)).includes(name);
/** Notes that came in during the case at hand. */
const notes = async () => (await countNotes(shared.store.db, shared.municipalityId)) - before;
/** A file that was left alone for a while already. */
async function drop(name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text.replaceAll("n-", `n-${number}-`));
  const moment = new Date(Date.now() - 60_000);
  await utimes(join(folder, name), moment, moment);
}

describe("a watched folder", () => {
  it("reads a file in, keeps what came of it and not the file, and tells no text", async () => {
    await drop(
      "oktober.csv",
      `${HEADINGS}\nn-1;${ROW}\nn-2;${ROW}\nn-3;g-1;geen datum;NOORD;WK999901;Tekst van de rij.\n`,
    );
    const watching = await startWatching(product(), FAST);
    await until(async () => (await readdir(join(folder, "archief"))).length > 0);
    await watching?.stop();
    expect(await notes()).toBe(2);
    expect(await readdir(join(folder, "bezig"))).toEqual([]);
    const [receipt = "", ...others] = await readdir(join(folder, "archief"));
    expect(others).toEqual([]);
    const text = await readFile(join(folder, "archief", receipt), "utf8");
    expect(JSON.parse(text)).toMatchObject({
      file: "oktober.csv",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      summary: { rows: 3, stored: 2, refusedRows: 1 },
    });
    expect(text).not.toMatch(/huurtoeslag|Tekst van de rij/);
  });

  it("leaves alone what is still being written or locked, and takes at once what is marked as whole", async () => {
    await drop("half.csv.part", `${HEADINGS}\n`);
    await drop("slot.csv", `${HEADINGS}\nn-1;${ROW}\n`);
    await drop("slot.csv.lock", "");
    await drop("klaar.csv", `${HEADINGS}\nn-2;${ROW}\n`);
    await writeFile(join(folder, "groeit.csv"), `${HEADINGS}\nn-3;${ROW}\n`);
    await drop("klaar.csv.klaar", "");
    // So long that nothing is whole by its age alone.
    const watching = await startWatching(product(), { lookEveryMs: 40, settleMs: 3_600_000 });
    await until(isGone("klaar.csv"));
    await until(async () => (await notes()) === 1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await watching?.stop();
    expect((await readdir(folder)).filter((name) => name.includes("."))).toEqual(
      expect.arrayContaining(["groeit.csv", "half.csv.part", "slot.csv", "slot.csv.lock"]),
    );
    expect(await notes()).toBe(1);
  });

  it("sets apart what it cannot read, with the reason, and goes on with the rest", async () => {
    await drop("1.csv", "kolom;anders\n1;2\n");
    await drop("2.docx", "geen tabel");
    await drop("3.csv", `${HEADINGS}\nn-1;${ROW}\n`);
    const watching = await startWatching(product(), FAST);
    await until(async () => (await notes()) === 1 && (await readdir(join(folder, "geweigerd"))).length === 4);
    await watching?.stop();
    const refused = await readdir(join(folder, "geweigerd"));
    const reason = refused.find((name) => name.endsWith("1.csv.txt")) ?? "";
    const sentence = await readFile(join(folder, "geweigerd", reason), "utf8");
    expect(sentence).toContain("staan niet in het bestand");
    expect(sentence).toMatch(/Zeg in een bestand kolommen\.json .* welke kolom het is/);
    expect(sentence).not.toContain("--");
    expect(refused.some((name) => name.endsWith("2.docx"))).toBe(true);
  });

  it("is told the meaning of unknown headings by kolommen.json, and keeps files for as long as asked", async () => {
    await drop("kolommen.json", JSON.stringify({ Nummertje: "bronId", Praatje: "tekst" }));
    await drop("eigen.csv", "Nummertje;Datum;Team;Wijk;Praatje\n7;2026-10-05;NOORD;WK999901;Vraag over de huur.\n");
    const watching = await startWatching(product(7), FAST);
    await until(async () => (await notes()) === 1 && (await readdir(join(folder, "archief"))).length === 2);
    await watching?.stop();
    expect((await readdir(join(folder, "archief"))).some((name) => name.endsWith("eigen.csv"))).toBe(true);
  });

  it("takes back what a process that died had claimed, and lets two watchers read each file once", async () => {
    await mkdir(join(folder, "bezig"), { recursive: true });
    // No process has a number this high.
    await writeFile(join(folder, "bezig", `${hostname()}.99999999.rest.csv`), `${HEADINGS}\nn-1;${ROW}\n`);
    for (let file = 2; file <= 9; file += 1) await drop(`${file}.csv`, `${HEADINGS}\nn-${file};${ROW}\n`);
    const watchers = [await startWatching(product(), FAST), await startWatching(product(), FAST)];
    await until(async () => (await notes()) === 9);
    await Promise.all(watchers.map((watching) => watching?.stop()));
    expect(await readdir(join(folder, "archief"))).toHaveLength(9);
  });
});
