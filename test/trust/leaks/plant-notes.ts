import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeNotes } from "@rode-draad/fixtures";
import { inlineRow, parts, zip } from "../../../workers/1-intake/test/workbook.js";
import type { Canaries } from "./canaries.js";
import type { FieldName } from "./fields.js";
import type { LeakTown } from "./open-leak-town.js";
import type { Visit } from "./visit.js";

/** Notes with something of their own in every field, on every way in. */

type Row = Readonly<Record<string, string>>;
type Visitor = (visit: Visit) => Promise<{ readonly text: string; readonly location: string }>;

const NOTE_FIELDS: readonly FieldName[] = [
  "note: identifiers in the text",
  "note: an ordinary word of the text",
  "note: text that is held back",
  "note: text of a refused row",
  "note: text of which the client objected",
  "note: bronId",
  "note: casusRef",
  "note: medewerkerRef",
  "note: datum that is none",
  "note: team",
  "note: a sentence as team",
  "note: an unknown wijk",
  "note: a word for yes or no that is none",
  "note: a field nobody knows, its name",
  "note: a field nobody knows, a sentence as its name",
  "note: a field nobody knows, its value",
];

/** What a row is there for, and what must become of it; the store's counts are held against these. */
interface Planted {
  readonly rows: readonly Row[];
  readonly stored: number;
  readonly refused: number;
}

function rowsFor(way: string, canaries: Canaries, { team, area }: LeakTown): Planted {
  const word = (field: FieldName): string => canaries.word(field, way);
  const { bsn, iban, phone } = canaries.numbers("note: identifiers in the text", way);
  const bronId = word("note: bronId");
  const text =
    `Mevrouw vraagt hoe zij aan een ${word("note: an ordinary word of the text")} kan komen. Haar BSN is ${bsn}. ` +
    `Bel ${phone} of mail ${word("note: identifiers in the text")}@voorbeeld.nl. Rekening ${iban}.`;
  const note = {
    bronId,
    casusRef: word("note: casusRef"),
    datum: "2026-10-05",
    team,
    wijk: area,
    medewerkerRef: word("note: medewerkerRef"),
    veiligheid: "",
    nietGebruiken: "",
    tekst: text,
    [word("note: a field nobody knows, its name")]: word("note: a field nobody knows, its value"),
    [`${word("note: a field nobody knows, a sentence as its name")} belt over haar huur`]: "x",
  };
  const refused = { ...note, tekst: `Zij vraagt om een ${word("note: text of a refused row")}.` };
  return {
    rows: [
      note,
      { ...note, bronId: `${bronId}-team`, team: word("note: team") },
      {
        ...note,
        bronId: `${bronId}-held`,
        tekst: `Drieling, oud-burgemeester, woonboot, ${word("note: text that is held back")}.`,
      },
      {
        ...note,
        bronId: canaries.word("note search: its number", way),
        tekst: `Drieling, oud-burgemeester, woonboot, ${word("note: text that is held back")}.`,
      },
      {
        ...note,
        bronId: `${bronId}-bezwaar`,
        nietGebruiken: "ja",
        tekst: `Een ${word("note: text of which the client objected")}.`,
      },
      { ...refused, bronId: `${bronId}-1`, datum: word("note: datum that is none") },
      { ...refused, bronId: `${bronId}-2`, wijk: word("note: an unknown wijk") },
      { ...refused, bronId: `${bronId}-3`, veiligheid: word("note: a word for yes or no that is none") },
      {
        ...refused,
        bronId: `${bronId}-4`,
        team: `De buurvrouw heeft ${word("note: a sentence as team")} gezien en belt`,
      },
      // The same id with another text.
      { ...refused, bronId },
    ],
    stored: 2,
    refused: 5,
  };
}

/** Over the API as a person and as a source system, and in the form for files. */
export async function plantNotes(visit: Visitor, town: LeakTown, canaries: Canaries): Promise<void> {
  const { person, apiKey } = town;
  const api = rowsFor("API", canaries, town);
  const received = await visit({
    path: "/v1/casusnotities",
    who: person,
    body: api.rows,
    typed: NOTE_FIELDS,
    expect: 201,
  });
  requireCounts(received.text, api);

  const lines = rowsFor("API lines", canaries, town);
  const broken = `{"bronId": "${canaries.word("file: lines that are no JSON", "API lines")}`;
  const asLines = await visit({
    path: "/v1/casusnotities",
    who: { authorization: `Bearer ${apiKey}` },
    headers: { "content-type": "application/x-ndjson" },
    body: [...lines.rows.map((row) => JSON.stringify(row)), broken].join("\n"),
    typed: [...NOTE_FIELDS, "file: lines that are no JSON"],
    expect: 201,
  });
  requireCounts(asLines.text, { ...lines, refused: lines.refused + 1 });
  await plantFiles(visit, town, canaries);
}

function requireCounts(text: string, { stored, refused }: Pick<Planted, "stored" | "refused">): void {
  const { samenvatting } = JSON.parse(text) as { samenvatting: { opgeslagen: number; geweigerd: number } };
  if (samenvatting.opgeslagen === stored && samenvatting.geweigerd === refused) return;
  throw new Error(
    `${samenvatting.opgeslagen} notes were stored and ${samenvatting.geweigerd} refused: not those that were planted.`,
  );
}

async function plantFiles(visit: Visitor, town: LeakTown, canaries: Canaries): Promise<void> {
  const { person, area } = town;
  const way = "XLSX page";
  const { rows } = rowsFor(way, canaries, town);
  const own = canaries.word("import form: name of a column", way);
  const wijk = canaries.word("import form: name of a wijk", way);
  const typed: FieldName[] = [
    ...NOTE_FIELDS,
    "file: its name",
    "import form: name of a column",
    "import form: name of a wijk",
  ];
  const [first = {}] = rows;
  const named = [...rows, { ...first, bronId: `${first.bronId}-wijk`, wijk }];
  const form = new FormData();
  const fields = Object.keys(named[0] ?? {});
  const choice = (what: "lees" | "kijk"): URLSearchParams =>
    new URLSearchParams({
      ...Object.fromEntries(fields.map((field, index) => [`kolom-${index}`, field])),
      wijknamen: `${wijk} = ${area}`,
      doe: what,
    });
  form.set("bestand", new Blob([workbookOf(named, own, canaries)]), `${canaries.word("file: its name", way)}.xlsx`);
  const held = await visit({ path: "/invoer", who: person, body: form, typed, expect: 303 });
  await visit({ path: held.location, who: person, typed, expect: 200 });
  const { location } = await visit({ path: held.location, who: person, body: choice("lees"), typed, expect: 303 });
  const result = await untilOver(visit, location, person, typed);
  if (!result.includes("Geweigerde regels")) throw new Error("The rows of the workbook were not refused.");
  await visit({ path: `${location}/geweigerd.csv`, who: person, typed, expect: 200 });

  // A file without headings is refused, and one that is never read in waits in memory only.
  const headless = new FormData();
  headless.set(
    "bestand",
    new Blob([csv(rowsFor("CSV page", canaries, town).rows, { headings: false }, canaries)]),
    "a.csv",
  );
  await visit({ path: "/invoer", who: person, body: headless, typed: NOTE_FIELDS, expect: 400 });
  const waiting = new FormData();
  waiting.set("bestand", new Blob([csv(rows, { headings: true }, canaries)]), "b.csv");
  const waits = await visit({ path: "/invoer", who: person, body: waiting, typed, expect: 303 });
  await visit({ path: waits.location, who: person, body: choice("kijk"), typed, expect: 200 });
}

/** The page of an import until it says what came of it. */
async function untilOver(
  visit: Visitor,
  path: string,
  who: LeakTown["person"],
  typed: readonly FieldName[],
): Promise<string> {
  for (;;) {
    const { text } = await visit({ path, who, typed, expect: 200 });
    if (!text.includes("data-progress")) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function workbookOf(rows: readonly Row[], headingOfText: string, canaries: Canaries): Buffer {
  const unread = (where: string): string => canaries.word("file: name of a sheet, its author, a hidden sheet", where);
  const headings = Object.keys(rows[0] ?? {});
  const cells = [
    headings.map((heading) => (heading === "tekst" ? headingOfText : heading)),
    ...rows.map((row) => headings.map((heading) => row[heading] ?? "")),
  ];
  const made = parts([
    { name: unread("sheet"), rows: cells.map(inlineRow).join("") },
    { name: "verborgen", state: "hidden", rows: inlineRow([unread("hidden sheet")]) },
  ]);
  const author = `<coreProperties><creator>${unread("author")}</creator></coreProperties>`;
  return zip({ ...made, "docProps/core.xml": author });
}

function csv(rows: readonly Row[], { headings }: { readonly headings: boolean }, canaries: Canaries): string {
  const names = Object.keys(rows[0] ?? {});
  const [first = {}] = rows;
  const extra: readonly Row[] = headings
    ? []
    : [{ ...first, team: canaries.word("file: a first row without headings", "CSV") }];
  const lines = [...extra, ...rows].map((row) => names.map((name) => `"${row[name] ?? ""}"`).join(";"));
  return [...(headings ? [names.map((name) => `"${name}"`).join(";")] : []), ...lines].join("\n");
}

/** Files for the command `import`: the invented notes, planted ones as CSV and JSON lines, and one without headings. Gives their names. */
export async function writeFiles(town: LeakTown, canaries: Canaries): Promise<string[]> {
  const { folder } = town.place;
  const named = (way: string, extension: string): string => `${canaries.word("file: its name", way)}.${extension}`;
  const files = {
    csv: named("CSV", "csv"),
    lines: named("JSONL", "jsonl"),
    headless: named("CSV without headings", "csv"),
  };
  await writeNotes(town.notes, join(folder, "gemeente.csv"), "csv");
  await writeFile(join(folder, files.csv), csv(rowsFor("CSV", canaries, town).rows, { headings: true }, canaries));
  const broken = `{"tekst": "${canaries.word("file: lines that are no JSON", "JSONL")}`;
  const lines = rowsFor("JSONL", canaries, town).rows.map((row) => JSON.stringify(row));
  await writeFile(join(folder, files.lines), [...lines, broken].join("\n"));
  await writeFile(
    join(folder, files.headless),
    csv(rowsFor("headless", canaries, town).rows, { headings: false }, canaries),
  );
  return ["gemeente.csv", ...Object.values(files)];
}
