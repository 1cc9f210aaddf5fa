import { listImports, startImport } from "@rode-draad/store";
import { readDatabase } from "@rode-draad/store/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTown, type Town } from "./open-town.js";

/** Reading in notes on the pages, from a file to what came of it, over the whole product. */

const MUNICIPALITY = "voorbeeldstad";
const CANARY = "zwiebelkanarie";

let now = new Date("2026-11-22T09:00:00Z");
let town: Town;
beforeAll(async () => {
  town = await openTown({ roles: ["administrator"] }, { clock: () => now });
});
afterAll(async () => {
  await town?.close();
});

const store = () => town.product.store.db;

/** Headings that the product knows only in part, one row that cannot be read, and text that must show nowhere. */
const HEADINGS = ["nr", "contactdatum", "wijkteam", "wijkcode", "initialen", "vertelling"];
const rowOf = (index: number, day = "2026-10-01") =>
  [`n-${index}`, day, "OOST", "WK999901", "AB", `Mevrouw vraagt huurtoeslag aan, ${CANARY} ${index}.`].join(";");
const FILE = [HEADINGS.join(";"), rowOf(1), rowOf(2), rowOf(3, "1899-10-01")].join("\n");
const CHOICE = {
  "kolom-0": "bronId",
  "kolom-1": "datum",
  "kolom-2": "team",
  "kolom-3": "wijk",
  "kolom-4": "",
  "kolom-5": "tekst",
};
const upload = (name: string, content: string | Uint8Array<ArrayBuffer>) => town.post("/invoer", {}, { name, content });

async function untilOver(path: string): Promise<string> {
  for (;;) {
    const { text } = await town.get(path);
    if (!text.includes("data-progress")) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("a file with headings of its own", () => {
  it("shows what its columns are and which are missing, and never a value", async () => {
    const { status, location } = await upload("oktober.csv", FILE);
    expect(status).toBe(303);
    const { text } = await town.get(location);
    expect(text).toContain("vertelling");
    expect(text).toContain("Er mist nog een kolom");
    expect(text).toContain("het nummer van de notitie en de notitie zonder namen");
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain("n-1");
    expect(await listImports(store(), MUNICIPALITY)).toEqual([]);
  });

  it("says how many rows can be read once the columns are chosen, stores them when asked, and remembers the choice", async () => {
    const { location } = await upload("oktober.csv", FILE);
    const looked = await town.post(location, { ...CHOICE, doe: "kijk" });
    expect(looked.status).toBe(200);
    expect(looked.text).toContain("2 regels kunnen wij lezen. 1 regel weigeren wij.");
    expect(looked.text).not.toContain(CANARY);
    expect(await listImports(store(), MUNICIPALITY)).toEqual([]);

    const started = await town.post(location, { ...CHOICE, doe: "lees" });
    expect(started.status).toBe(303);
    const result = await untilOver(started.location);
    expect(result).toContain("met geweigerde rijen");
    expect(result).not.toContain(CANARY);
    const csv = await town.get(`${started.location}/geweigerd.csv`);
    expect(csv.type).toContain("text/csv");
    expect(csv.text).toMatch(/^\uFEFF?"regel";"reden";"wat kun je doen"\r\n"4";"/);
    expect(csv.text).not.toContain(CANARY);
    expect((await town.get("/invoer")).text).toContain(started.location);

    const again = await upload("november.csv", FILE.replaceAll("2026-10", "2026-11"));
    const { text } = await town.get(again.location);
    expect(text).toContain("las je eerder in");
    expect(text).toContain("2 regels kunnen wij lezen");
    // The file came in, so it waits no more.
    expect((await town.post(location, { ...CHOICE, doe: "lees" })).text).toContain("Dit bestand hebben wij niet meer");
  });

  it("keeps nothing of a heading: what is remembered stands under a keyed hash", async () => {
    const rows = await store().selectFrom("import_profile").selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/vertelling|initialen/);
    expect(rows[0]?.fields).toEqual(["bronId", "datum", "team", "wijk", null, "tekst"]);
  });

  it("does not read a column that is not to be read, whatever its heading", async () => {
    const known = FILE.replace("initialen", "medewerker");
    const { location } = await upload("a.csv", known);
    const started = await town.post(location, { ...CHOICE, doe: "lees" });
    await untilOver(started.location);
    const notes = await store().selectFrom("case_note").select("professional_id").execute();
    expect(notes.map((note) => note.professional_id)).toEqual([null, null]);
  });
});

describe("progress", () => {
  it("comes as events until the import is over", async () => {
    const { location } = await upload(
      "groot.csv",
      [HEADINGS.join(";"), ...Array.from({ length: 3_000 }, (_, at) => rowOf(at + 10))].join("\n"),
    );
    const started = await town.post(location, { ...CHOICE, doe: "lees" });
    const page = await town.get(started.location);
    const { type, text } = await town.get(`${started.location}/voortgang`);
    expect(type).toContain("text/event-stream");
    expect(text.trimEnd().endsWith("event: over\ndata: {}")).toBe(true);
    expect(await untilOver(started.location)).toContain("3.000");
    if (!page.text.includes("data-progress")) return;
    expect(page.text).toContain('<noscript><meta http-equiv="refresh"');
    expect(page.text).toMatch(/<script src="\/stijl\/progress\.js/);
  });

  it("of an import whose process went away says so, and that nothing is lost", async () => {
    await startImport(store(), MUNICIPALITY, { id: "i-weg", origin: "stream", startedAt: now });
    expect((await town.get("/invoer/i-weg")).text).toContain("data-progress");
    now = new Date(now.getTime() + 2 * 60_000);
    const { text } = await town.get("/invoer/i-weg");
    expect(text).toContain("niet helemaal gelezen");
    expect(text).toContain("Er is niets verloren");
    expect((await town.get("/invoer/i-weg/voortgang")).text).toBe("event: over\ndata: {}\n\n");
    expect((await town.get("/invoer")).text).toContain("Afgebroken");
    for (const path of ["", "/voortgang", "/geweigerd.csv"]) {
      expect((await town.get(`/invoer/nergens${path}`)).status).toBe(404);
    }
  });
});

describe("what waits for its columns", () => {
  it("is for who sent it, goes after a quarter of an hour, and stands nowhere in the database", async () => {
    const { location } = await upload("geheim.csv", FILE.replaceAll(CANARY, "wachtkanarie"));
    expect((await town.get(location)).status).toBe(200);
    for await (const { content } of readDatabase(town.product.store.asOwner)) {
      expect(String(content)).not.toContain("wachtkanarie");
    }
    now = new Date(now.getTime() + 16 * 60_000);
    const gone = await town.get(location);
    expect(gone.status).toBe(404);
    expect(gone.text).toContain("Kies het nog een keer");
  });

  it.each([
    ["without headings", "a.csv", "14-10-2026;Jan;WK036301\n15-10-2026;Piet;WK036301\n", "geen kolomnamen"],
    ["without notes", "a.csv", "bronId;datum;team;wijk;tekst\n", "geen notities"],
    ["that is no workbook", "a.xlsx", "PK", "Excel"],
  ])("is refused in a sentence: a file %s", async (_name, name, content, sentence) => {
    const answer = await upload(name, content);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(sentence);
    expect(answer.text).toContain("Er is niets ingelezen");
    expect(answer.text).not.toContain("Piet");
  });
});

describe("the templates", () => {
  it.each(["csv", "xlsx", "jsonl"])(
    "in %s can be read in as they are, and their example never counts",
    async (kind) => {
      const response = await fetch(`${town.address}/invoer/sjabloon.${kind}`, { redirect: "manual" });
      expect(response.status).toBe(303);
      const before = await store().selectFrom("case_note").select("id").execute();
      const bytes = await town.bytes(`/invoer/sjabloon.${kind}`);
      const { location } = await upload(`sjabloon.${kind}`, bytes);
      const { text } = await town.get(location);
      expect(text).not.toContain("Er mist nog een kolom");
      const fields = [...text.matchAll(/name="(kolom-\d+)"[\s\S]*?<option value="(\w+)" selected=""/g)];
      const choice = Object.fromEntries(fields.map(([, name = "", field = ""]) => [name, field]));
      const started = await town.post(location, { ...choice, doe: "lees" });
      expect(await untilOver(started.location)).toContain("De cliënt wil dit niet");
      expect(await store().selectFrom("case_note").select("id").execute()).toEqual(before);
    },
  );
});
