import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import type { NoteSource } from "../src/index.js";
import { readSource } from "../src/read-source.js";
import { HEADINGS, HELD_BACK, line, openDoor, piped, reader, run } from "./door.js";

/** The texts of a source as they were before they were wrapped. Fails on a row that could not be read. */
async function readTexts(source: NoteSource): Promise<string[]> {
  const texts: string[] = [];
  const hashText = (text: string): string => {
    texts.push(text);
    return "";
  };
  const rows = readSource(source, reader, { mapping: {}, hashText, onProgress: () => {} });
  for await (const row of rows) expect(row).toMatchObject({ problems: [] });
  return texts;
}

describe("a CSV file", () => {
  it("is stored with its references hashed and its text past the gate", async () => {
    const door = await openDoor();
    const text = 'Mevrouw belt, tel 0612345678, over "huurtoeslag".\nZij snapt het niet.';
    const { summary } = await run(piped("notities.csv", `${HEADINGS}\n${line("n-1", text)}\n${line("n-2")}\n`), door);
    expect(summary).toMatchObject({ rows: 2, stored: 2, masked: 1, maskedByType: { PHONE: 1 }, refusedRows: 0 });
    const notes = await door.notes();
    const note = notes.find(({ id }) => id === door.tools.hash("note", "n-1"));
    expect(note).toMatchObject({ date: "2026-10-05", teamCode: "NOORD", areaCode: "WK999901", state: "received" });
    expect(note?.text).toBe(text.replace("0612345678", "[TELEFOON]"));
    expect(JSON.stringify(notes)).not.toMatch(/n-1|0612345678/);
    expect(door.jobs.flat().sort()).toEqual(notes.map(({ id }) => id).sort());
  });

  it("stores nothing the second time, and says so", async () => {
    const door = await openDoor();
    const content = `${HEADINGS}\n${line("n-1")}\n${line("n-2", HELD_BACK)}\n`;
    await run(piped("a.csv", content), door);
    const { summary } = await run(piped("a.csv", content), door);
    expect(summary).toMatchObject({ stored: 0, replaced: 0, duplicate: 2, quarantined: {} });
    expect(door.jobs).toHaveLength(1);
  });

  it("replaces a note whose text changed, and one whose safety flag was set later", async () => {
    const door = await openDoor();
    const flagged = (answer: string, text: string): string =>
      `${HEADINGS},veiligheid\n${line("n-1", text)},${answer}\n`;
    await run(piped("a.csv", flagged("nee", "Eerste tekst.")), door);
    expect((await run(piped("a.csv", flagged("nee", "Tweede tekst.")), door)).summary).toMatchObject({
      replaced: 1,
      stored: 0,
    });
    expect((await run(piped("a.csv", flagged("ja", "Tweede tekst.")), door)).summary).toMatchObject({ replaced: 1 });
    expect((await door.notes()).map((note) => note.safetyFlag)).toEqual([true]);
    expect(door.jobs).toHaveLength(3);
  });

  it("counts the first of two rows with one bronId and lists the second, so that a repeat changes nothing", async () => {
    const door = await openDoor();
    const content = `${HEADINGS}\n${line("n-1", "Eerste.")}\n${line("n-1", "Tweede.")}\n${line("n-1", "Eerste.")}\n`;
    const first = await run(piped("a.csv", content), door);
    expect(first.summary).toMatchObject({ rows: 3, stored: 1, duplicate: 1, refusedRows: 1 });
    expect(first.summary.refused).toMatchObject([{ row: 3, column: "bronId" }]);
    const second = await run(piped("a.csv", content), door);
    expect(second.summary).toMatchObject({ stored: 0, replaced: 0, duplicate: 2, refusedRows: 1 });
  });

  it("keeps out a note whose client objected, and takes away what was stored of it", async () => {
    const door = await openDoor();
    await run(piped("a.csv", `${HEADINGS}\n${line("n-1")}\n${line("n-2")}\n`), door);
    const objecting = `${HEADINGS},niet gebruiken\n${line("n-1")},ja\n${line("n-1", "Toch weer.")},nee\n${line("n-2")},nee\n`;
    const { summary } = await run(piped("a.csv", objecting), door);
    expect(summary).toMatchObject({ objected: 1, refusedRows: 1, duplicate: 1, stored: 0 });
    expect(await door.notes()).toHaveLength(1);
  });

  it("takes a stored note away when its new text is held back", async () => {
    const door = await openDoor();
    await run(piped("a.csv", `${HEADINGS}\n${line("n-1")}\n`), door);
    const { summary } = await run(piped("a.csv", `${HEADINGS}\n${line("n-1", HELD_BACK)}\n`), door);
    expect(summary.quarantined).toEqual({ "too-many-identifiers": 1 });
    expect([(await door.notes()).length, await door.quarantined()]).toEqual([0, 1]);
  });

  it("holds a note back when the gate fails on it, and goes on", async () => {
    const { gate } = (await openDoor()).tools;
    let inspected = 0;
    const failingOnce: typeof gate = {
      inspect(text) {
        inspected += 1;
        if (inspected === 1) throw new Error("Kanarie-42 in the message");
        return gate.inspect(text);
      },
    };
    const door = await openDoor({ gate: failingOnce });
    const { summary } = await run(piped("a.csv", `${HEADINGS}\n${line("n-1")}\n${line("n-2")}\n`), door);
    expect(summary).toMatchObject({ stored: 1, quarantined: { "gate-fault": 1 } });
    expect(JSON.stringify(summary)).not.toContain("Kanarie");
  });

  it("stores nothing in a dry run and counts the same", async () => {
    const door = await openDoor();
    const content = `${HEADINGS}\n${line("n-1")}\n${line("n-2", HELD_BACK)}\n${line("", "x")}\n`;
    const { summary } = await run(piped("a.csv", content), door, { dryRun: true });
    expect(summary).toMatchObject({
      dryRun: true,
      rows: 3,
      stored: 1,
      quarantined: { "too-many-identifiers": 1 },
      refusedRows: 1,
    });
    expect([(await door.notes()).length, await door.quarantined(), door.jobs.length]).toEqual([0, 0, 0]);
  });

  it("writes at most 500 notes at a time and puts at most 100 in a job", async () => {
    const door = await openDoor();
    const sizes: number[] = [];
    const tools = {
      ...door.tools,
      saveNotes: (batch: Parameters<typeof door.tools.saveNotes>[0]) => {
        sizes.push(batch.length);
        return door.tools.saveNotes(batch);
      },
    };
    const rows = Array.from({ length: 1_203 }, (_, index) => line(`n-${index}`)).join("\n");
    await run(piped("a.csv", `${HEADINGS}\n${rows}`, 4_096), { ...door, tools });
    expect(sizes).toEqual([500, 500, 203]);
    expect(Math.max(...door.jobs.map((job) => job.length))).toBe(100);
    expect(door.jobs.flat()).toHaveLength(1_203);
  });

  it("obeys Excel's sep= line", async () => {
    const { summary } = await run(
      piped(
        "a.csv",
        `sep=;\r\n${HEADINGS.replaceAll(",", ";")}\r\nn-1;5-10-2026;NOORD;Sterrenwijk;Een, twee, drie\r\n`,
      ),
    );
    expect(summary).toMatchObject({ stored: 1, refusedRows: 0 });
  });

  it("reads headings of other systems, in any case and spelling", async () => {
    const headings = "Notitie-ID;Datum contact;Wijkteam;WIJKNAAM;Huishouden;Medewerker_nummer;Gespreksverslag;Kleur";
    const row = 'n-1;"ma 5 okt 2026";team noord;de STERREN;h-9;m-3;Vraag;rood';
    const door = await openDoor();
    const { summary } = await run(piped("a.csv", `${headings}\n${row}\n`), door);
    expect(summary).toMatchObject({ stored: 1, ignoredColumns: ["Kleur"], newTeams: [] });
    expect(await door.notes()).toMatchObject([{ date: "2026-10-05", teamCode: "NOORD", areaCode: "WK999901" }]);
  });

  it("makes new teams and wijken known before the notes that name them", async () => {
    const places: unknown[] = [];
    const door = await openDoor({ ensurePlaces: async (given) => void places.push(given) });
    const content = `${HEADINGS}\nn-1,2026-10-05,Zuid,BU99990203,Vraag\nn-2,2026-10-05,Zuid,999902,Vraag\n${line("n-3")}\n`;
    expect((await run(piped("a.csv", content), door)).summary).toMatchObject({ stored: 3, newTeams: ["Zuid"] });
    expect(places).toEqual([{ teams: ["Zuid"], areas: ["WK999902"] }]);
  });

  it("lets a person say which column is which, and which code a wijk has", async () => {
    const content = `Nr;datum;team;wijk;Relaas\n1;2026-10-05;NOORD;Oude Haven;Vraag\n`;
    const { summary } = await run(piped("a.csv", content), undefined, {
      mapping: { nr: "bronId", relaas: "tekst" },
      namedAreas: { "oude haven": "WK999902" },
    });
    expect(summary).toMatchObject({ stored: 1 });
  });

  it("numbers rows as a spreadsheet does: newlines in a cell make no row, blank lines do", async () => {
    const content = `${HEADINGS}\n${line("n-1", "een\ntwee\ndrie")}\n\n${line("n-2", "x", "30-2-2026")}\n`;
    const { summary } = await run(piped("a.csv", content));
    expect(summary.refused).toMatchObject([{ row: 4, column: "datum" }]);
  });

  it("comes through whole for every separator, encoding, line end and quoted newline", async () => {
    // "é€€" in Windows-1252 is byte for byte a UTF-8 sequence; nobody writes it.
    const cell = fc
      .stringMatching(/^[a-zA-Zéëïöü€ ,;\t"\n'’.-]{1,40}$/)
      .filter((text) => text.trim() !== "" && !/[éëï][€’]{2}/.test(text));
    const separator = fc.constantFrom(",", ";", "\t");
    const encoding = fc.constantFrom("utf8", "utf8-bom", "windows-1252", "utf16le", "utf16be");
    const lineEnd = fc.constantFrom("\n", "\r\n");
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 6 }),
        separator,
        encoding,
        lineEnd,
        fc.integer({ min: 1, max: 50 }),
        async (texts, sign, kind, end, piece) => {
          const quote = (value: string): string => `"${value.replaceAll('"', '""')}"`;
          const rows = texts.map((text, index) =>
            [`n-${index}`, "2026-10-05", "NOORD", "WK999901", quote(text)].join(sign),
          );
          const content = [HEADINGS.replaceAll(",", sign), ...rows].join(end);
          const bytes = {
            utf8: () => Buffer.from(content, "utf8"),
            "utf8-bom": () => Buffer.from(`\uFEFF${content}`, "utf8"),
            "windows-1252": () => iconv.encode(content, "windows-1252"),
            utf16le: () => iconv.encode(content, "utf16le", { addBOM: true }),
            utf16be: () => iconv.encode(content, "utf16be", { addBOM: true }),
          }[kind as "utf8"]();
          expect(await readTexts(piped("a.csv", bytes, piece))).toEqual(texts);
        },
      ),
      { numRuns: 150 },
    );
  });
});
