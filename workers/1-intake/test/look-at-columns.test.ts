import { Readable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { lookAtColumns, openSourceReader, TEMPLATE_KINDS, writeTemplate } from "../src/index.js";
import { inlineRow, workbook } from "./workbook.js";

const reader = openSourceReader();
afterAll(() => reader.close());

const look = (name: string, content: string | Buffer) =>
  lookAtColumns({ kind: "stream", name, stream: Readable.from([Buffer.from(content)]) }, reader);

const HEADINGS = ["nr", "contactdatum", "wijkteam", "CBS wijk", "verslag", "akkoord", "leeg"];
const ROW = [
  "17",
  "14-10-2026",
  "Oost",
  "WK036301",
  "Vraagt of de huursubsidie doorloopt na de verhuizing naar Oost.",
  "ja",
  "",
];
const EXPECTED = [
  { heading: "nr", name: "nr", guess: undefined, kind: "number" },
  { heading: "contactdatum", name: "contactdatum", guess: "datum", kind: "date" },
  { heading: "wijkteam", name: "wijkteam", guess: "team", kind: "short" },
  { heading: "CBS wijk", name: "CBS wijk", guess: "wijk", kind: "short" },
  { heading: "verslag", name: "verslag", guess: "tekst", kind: "text" },
  { heading: "akkoord", name: "akkoord", guess: undefined, kind: "yes-no" },
  { heading: "leeg", name: "leeg", guess: undefined, kind: "empty" },
];

describe("a look at the columns", () => {
  test.each([
    ["notities.csv", [HEADINGS, ROW].map((row) => row.join(";")).join("\n")],
    ["notities.jsonl", JSON.stringify(Object.fromEntries(HEADINGS.map((heading, index) => [heading, ROW[index]])))],
  ])("of %s tells kinds and never a value, and asks for no column", async (name, content) => {
    expect(await look(name, content)).toEqual(EXPECTED);
  });

  test("of a workbook as well", async () => {
    expect(
      await look("notities.xlsx", workbook([{ name: "notities", rows: [HEADINGS, ROW].map(inlineRow).join("") }])),
    ).toEqual(EXPECTED);
  });

  test("gives one of two columns that could be the same field, and the other nothing", async () => {
    const columns = await look("a.csv", "tekst;notitie\nx;y\n");
    expect(columns.map(({ guess }) => guess)).toEqual(["tekst", undefined]);
  });

  test("shows no heading that reads like a sentence", async () => {
    const [first] = await look("a.csv", "Mevrouw belt vandaag over haar huur;nr\nabc;1\n");
    expect(first).toEqual({ heading: "Mevrouw belt vandaag over haar huur", guess: undefined, kind: "short" });
  });

  test("refuses a file without headings, and repeats nothing of it", async () => {
    const error = await look("a.csv", "14-10-2026;Kanarie;WK036301\n15-10-2026;Kanarie;WK036301\n").catch(
      (refusal: unknown) => refusal,
    );
    expect(String(error)).toContain("geen kolomnamen");
    expect(String(error)).not.toContain("Kanarie");
  });

  test.each(TEMPLATE_KINDS)("finds every field in the template in %s", async (kind) => {
    const columns = await look(`sjabloon.${kind}`, await writeTemplate(kind));
    expect(columns.map(({ guess }) => guess)).toEqual(columns.map(({ heading }) => heading));
    expect(columns).toHaveLength(9);
  });
});
