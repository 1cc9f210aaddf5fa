import { Readable } from "node:stream";
import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { file, openDoor, piped, run } from "./door.js";
import { inlineRow, workbook, zip } from "./workbook.js";

const HEADINGS = ["bronId", "datum", "team", "wijk", "tekst"];
const NOTE = ["n-1", "2026-10-05", "NOORD", "WK999901", "Vraag over huurtoeslag."];

async function ordinaryWorkbook(rows: number): Promise<Buffer> {
  const headings = HEADINGS.map((value) => ({ value, fontWeight: "bold" as const }));
  const notes = Array.from({ length: rows }, (_, index) => [
    { value: 1_000 + index },
    { value: new Date(Date.UTC(2026, 9, 5)), format: "dd-mm-yyyy" },
    { value: "Team Noord" },
    { value: "Sterrenwijk" },
    { value: `Vraag ${index} & "antwoord" <over> één\nzaak.` },
  ]);
  return await writeXlsxFile([headings, ...notes]).toBuffer();
}

async function refusal(content: Buffer, name = "a.xlsx"): Promise<string> {
  const error: unknown = await run(piped(name, content, 4_096)).then(
    () => expect.fail("the workbook was taken"),
    (reason: unknown) => reason,
  );
  expect(error).toHaveProperty("name", expect.stringMatching(/^(ProductError|InterruptedImport)$/));
  return (error as Error).message;
}

describe("an XLSX file", () => {
  it("as an ordinary writer makes it is read from a file and from a stream alike", async () => {
    const content = await ordinaryWorkbook(700);
    for (const source of [await file("a.xlsx", content), piped("a.xlsx", content, 1_000)]) {
      const door = await openDoor();
      const progress: number[] = [];
      const { summary } = await run(source, door, { onProgress: ({ bytes }) => progress.push(bytes) });
      expect(summary).toMatchObject({ rows: 700, stored: 700, refusedRows: 0 });
      const first = (await door.notes()).find(({ id }) => id === door.tools.hash("note", "1000"));
      expect(first).toMatchObject({ date: "2026-10-05", teamCode: "NOORD", areaCode: "WK999901" });
      expect(first?.text).toBe('Vraag 0 & "antwoord" <over> één\nzaak.');
      expect(progress.at(-1)).toBeGreaterThan(0);
      expect(progress.at(-1)).toBeLessThanOrEqual(content.length);
    }
  }, 30_000);

  it("is read from the first visible sheet that has the headings, wherever it stands", async () => {
    const content = workbook([
      { name: "Verborgen", state: "hidden", rows: inlineRow(HEADINGS) + inlineRow(["n-9", ...NOTE.slice(1)]) },
      { name: "Uitleg", rows: inlineRow(["Dit bestand", "is gemaakt door"]) },
      { name: "Leeg", rows: "" },
      { name: "Notities", rows: `<row/>${inlineRow(HEADINGS)}${inlineRow(NOTE)}` },
      { name: "Ook", rows: inlineRow(HEADINGS) + inlineRow(["n-8", ...NOTE.slice(1)]) },
    ]);
    const { summary, outcomes } = await run(piped("a.xlsx", content));
    expect(summary).toMatchObject({ rows: 1, stored: 1 });
    expect(outcomes).toMatchObject([{ row: 3 }]);
  });

  it("gives stored outcomes of formulas, rich text, escapes, large numbers and skipped cells", async () => {
    const strings =
      "<si><t>tekst</t></si>" +
      '<si><r><t>Vraag </t></r><r><rPr><b/></rPr><t xml:space="preserve">over </t></r><r><t>huur_x000D_</t></r><rPh sb="0" eb="1"><t>fonetisch</t></rPh></si>';
    const cell = (reference: string, type: string, inside: string): string =>
      `<c r="${reference}" t="${type}">${inside}</c>`;
    const rows =
      `<row r="4">${["bronId", "datum", "team", "wijk"].map((name, index) => cell(`${"ABCD"[index]}4`, "str", `<v>${name}</v>`)).join("")}${cell("G4", "s", "<v>0</v>")}</row>` +
      `<row r="9">${cell("A9", "n", "<v>1.2345678901E10</v>")}${cell("B9", "n", "<f>TODAY()-1</f><v>44838</v>")}${cell("C9", "str", '<f>"NO"&amp;"ORD"</f><v>NOORD</v>')}${cell("D9", "inlineStr", "<is><t>WK999901</t></is>")}${cell("G9", "s", "<v>1</v>")}</row>` +
      `<row r="10">${cell("A10", "n", "<v>2</v>")}${cell("B10", "e", "<v>#REF!</v>")}${cell("G10", "s", "<v>1</v>")}</row>`;
    const door = await openDoor();
    const { summary } = await run(piped("a.xlsx", workbook([{ name: "A", rows }], { strings, date1904: true })), door);
    expect(summary).toMatchObject({ stored: 1, refusedRows: 1 });
    expect(summary.refused).toMatchObject([{ row: 10, reason: expect.stringContaining("fout van Excel") }]);
    expect(await door.notes()).toMatchObject([{ text: "Vraag over huur\r", date: "2026-10-05" }]);
    expect((await door.notes()).map(({ id }) => id)).toEqual([door.tools.hash("note", "12345678901")]);
  });

  it("that is cut off, anywhere, is refused with a remedy and stores nothing twice", async () => {
    const content = await ordinaryWorkbook(50);
    for (const part of [0.02, 0.3, 0.7, 0.99]) {
      expect(await refusal(content.subarray(0, Math.floor(content.length * part)))).toContain(
        "beschadigd of niet compleet",
      );
    }
  });

  it("with damage inside is refused; what was read before is stored once", async () => {
    const content = await ordinaryWorkbook(5_000);
    for (const part of [0.2, 0.5, 0.8]) {
      const damaged = Buffer.from(content);
      damaged.fill(0xaa, Math.floor(content.length * part), Math.floor(content.length * part) + 64);
      expect(await refusal(damaged)).toMatch(/beschadigd|uitpakken/);
    }
  }, 30_000);

  it("that is something else says what it is", async () => {
    expect(await refusal(Buffer.from("bronId,datum,team,wijk,tekst\n"))).toContain("geen Excel-bestand");
    const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);
    expect(await refusal(compound)).toContain("wachtwoord");
    expect(await refusal(zip({ "word/document.xml": "<w/>" }))).toContain("beschadigd of niet compleet");
  });

  it("without the headings lists those of its first sheet", async () => {
    const message = await refusal(workbook([{ name: "A", rows: inlineRow(["nr", "dag"]) }]));
    expect(message).toContain("Gevonden: nr, dag");
    expect(await refusal(workbook([{ name: "A", rows: "" }]))).toContain("leeg");
    expect(await refusal(workbook([{ name: "A", rows: inlineRow(HEADINGS) }]))).toContain("geen notities");
  });

  it("that unpacks to a thousand times its size is refused before it is unpacked", async () => {
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const bomb = bombWorkbook(600 * 1024 * 1024);
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refusal(bomb)).toContain("uitpakken");
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });

  it("with entities, a document type or cells far to the right does no harm", async () => {
    const bad = zip({
      "_rels/.rels":
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;">]><Relationships><Relationship Id="1" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
      "xl/workbook.xml": "<workbook/>",
    });
    expect(await refusal(bad)).toContain("uitpakken");
    const far = `<row>${'<c r="A1" t="str"><v>bronId</v></c><c r="ZZZZZZZZ1" t="str"><v>x</v></c>'}</row>`;
    expect(await refusal(workbook([{ name: "A", rows: far }]))).toContain("500 kolommen");
    const formatted = inlineRow(HEADINGS).replace("</row>", '<c r="XFD1" s="3"/></row>') + inlineRow(NOTE);
    expect((await run(piped("a.xlsx", workbook([{ name: "A", rows: formatted }])))).summary).toMatchObject({
      stored: 1,
    });
  });

  it("from a stream without end is refused when it passes the limit", async () => {
    const endless = Readable.from(
      (function* () {
        yield Buffer.from("PK\u0003\u0004");
        for (;;) yield Buffer.alloc(1024 * 1024);
      })(),
    );
    await expect(run({ kind: "stream", name: "a.xlsx", stream: endless })).rejects.toThrow("groter dan 64 MB");
  });
});

/** A zip whose workbook part unpacks to `size` zero bytes. The compressed bytes are made piece by piece. */
function bombWorkbook(size: number): Buffer {
  const honest = workbook([{ name: "A", rows: inlineRow(HEADINGS) }]);
  const name = Buffer.from("xl/worksheets/blad1.xml");
  const packed = deflateRawSync(Buffer.alloc(1024 * 1024), { level: 9 });
  // Only the sizes in the list of parts count: the reader must refuse before it unpacks.
  const bytes = Buffer.from(honest);
  const entry = bytes.indexOf(Buffer.concat([Buffer.from("PK\u0001\u0002")]), bytes.lastIndexOf(name) - 60);
  bytes.writeUInt32LE(packed.length, entry + 20);
  bytes.writeUInt32LE(size, entry + 24);
  return bytes;
}
