import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { InterruptedImport } from "../src/index.js";
import { file, HEADINGS, line, openDoor, piped, run } from "./door.js";

const GOOD = `${HEADINGS}\n${line("n-1")}\n`;

/** What a person reads when a source is refused; fails when it is taken. */
async function refusal(...args: Parameters<typeof run>): Promise<string> {
  const error: unknown = await run(...args).then(
    () => expect.fail("the source was taken"),
    (reason: unknown) => reason,
  );
  expect(error).toHaveProperty("name", expect.stringMatching(/^(ProductError|InterruptedImport)$/));
  return (error as Error).message;
}

describe("a source that cannot be read", () => {
  it("an empty file says that it is empty", async () => {
    for (const name of ["a.csv", "a.jsonl", "a.xlsx"]) expect(await refusal(piped(name, ""))).toContain("leeg");
    expect(await refusal(await file("a.csv", ""))).toContain("leeg");
  });

  it("a file with headings only says that there are no notes", async () => {
    expect(await refusal(piped("a.csv", `${HEADINGS}\n\n\n`))).toContain("geen notities");
  });

  it("a missing column names what was found and how to map it", async () => {
    const message = await refusal(piped("a.csv", "bronId;datum;team;buurtje;verhaal\n1;2;3;4;5\n"));
    expect(message).toContain('"wijk", "tekst"');
    expect(message).toContain("bronId, datum, team, buurtje, verhaal");
    expect(message).toContain("--map");
  });

  it("a file without headings repeats nothing of its first row, which is a client's", async () => {
    for (const row of [
      "n-1;2026-10-05;NOORD;3-10-26;Kanarie belt",
      `a;b;c;d;${"Kanarie belt. ".repeat(10)}`,
      "1;BRON-2026;Kanarie;x;y",
    ]) {
      const message = await refusal(piped("a.csv", `${row}\n${row}\n`));
      expect(message).toContain("een rij zonder kolomnamen");
      expect(message).not.toContain("Kanarie");
    }
  });

  it("two columns for one field name both, and a mapping settles it", async () => {
    const content = `${HEADINGS},notitie\n${line("n-1")},x\n`;
    const message = await refusal(piped("a.csv", content));
    expect(message).toContain('"tekst" en "notitie"');
    const { summary } = await run(piped("a.csv", content), undefined, { mapping: { notitie: "tekst" } });
    expect(summary).toMatchObject({ stored: 1, ignoredColumns: ["tekst"] });
  });

  it("a mapping to a column or field that is not there says so", async () => {
    expect(await refusal(piped("a.csv", GOOD), undefined, { mapping: { verhaal: "tekst" } })).toContain('"verhaal"');
    expect(await refusal(piped("a.csv", GOOD), undefined, { mapping: { tekst: "relaas" } })).toContain("geen veld");
  });

  it("a million columns are refused fast", async () => {
    const many = `${Array.from({ length: 1_000_000 }, (_, index) => `k${index}`).join(",")}\n`;
    const start = performance.now();
    expect(await refusal(piped("a.csv", many, 65_536))).toContain("500 kolommen");
    expect(performance.now() - start).toBeLessThan(2_000);
    const long = Array.from({ length: 1_000 }, (_, index) => `${"k".repeat(200)}${index}`).join(",");
    expect(await refusal(piped("a.csv", `${long}\n1\n`, 65_536))).toContain("500 kolommen");
    const object = JSON.stringify(Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, 1])));
    const { summary } = await run(piped("a.jsonl", object, 65_536));
    expect(summary.refused).toMatchObject([{ row: 1, reason: expect.stringContaining("500 velden") }]);
  });

  it("a binary file, a workbook named .csv and UTF-16 without a mark are no text", async () => {
    const picture = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(3_000)]);
    expect(await refusal(piped("a.csv", picture))).toContain("geen tekstbestand");
    expect(await refusal(piped("a.csv", "PK\u0003\u0004 and so on"))).toContain("Excel-bestand");
    expect(await refusal(piped("a.csv", Buffer.from(GOOD, "utf16le")))).toContain("geen tekstbestand");
    expect(await refusal(piped("a.jsonl", picture))).toContain("geen tekstbestand");
  });

  it("a folder, a missing file, a file without rights and an unknown kind of file each say what to do", async () => {
    const folder = await mkdtemp(join(tmpdir(), "intake-"));
    expect(await refusal({ kind: "file", path: folder })).toContain("is een map");
    expect(await refusal({ kind: "file", path: join(folder, "weg.csv") })).toContain("bestaat niet");
    expect(await refusal(piped("a.docx", GOOD))).toContain(".xlsx, .csv of .jsonl");
    expect(await refusal(piped("a.xls", GOOD))).toContain("oud Excel-bestand");
    expect(await refusal(piped("notities", GOOD))).toContain("geen extensie");
    const locked = await file("a.csv", GOOD);
    await chmod(locked.path, 0o000);
    // The superuser may read everything, so the right is taken from the process for a moment.
    const asUser = process.getuid?.() === 0;
    if (asUser) process.seteuid?.(65_534);
    try {
      expect(await refusal(locked)).toMatch(/mag het bestand .* niet lezen/);
    } finally {
      if (asUser) process.seteuid?.(0);
    }
  });

  it("a quote that is never closed names the row; what came before is stored once", async () => {
    const door = await openDoor();
    const content = `${GOOD}${line("n-2")}\nn-3,2026-10-05,NOORD,WK999901,"nooit dicht\nn-4,2026-10-05,NOORD,WK999901,Vraag\n`;
    const error: unknown = await run(piped("a.csv", content), door).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InterruptedImport);
    expect((error as InterruptedImport).message).toContain("rij 4");
    expect((error as InterruptedImport).summary).toMatchObject({ stored: 2 });
    expect(await door.notes()).toHaveLength(2);
    const again: unknown = await run(piped("a.csv", content), door).catch((reason: unknown) => reason);
    expect((again as InterruptedImport).summary).toMatchObject({ stored: 0, duplicate: 2 });
  });

  it("a quote that the next note closes does not put one client's words in another client's note", async () => {
    const door = await openDoor();
    const open = 'n-2,2026-10-05,NOORD,WK999901,"nooit dicht';
    const { summary } = await run(piped("a.csv", `${GOOD}${open}\n${line("n-3")}\n${line("n-4")}\n`), door);
    expect(summary).toMatchObject({ stored: 2, refusedRows: 1 });
    expect(summary.refused).toMatchObject([{ row: 3, reason: expect.stringContaining("aanhalingsteken") }]);
  });

  it("a stream that breaks half-way does not bring the process down", async () => {
    const broken = Readable.from(
      (function* () {
        yield Buffer.from(GOOD);
        throw Object.assign(new Error("connection lost"), { code: "ECONNRESET" });
      })(),
    );
    const message = await refusal({ kind: "stream", name: "a.csv", stream: broken });
    expect(message).toContain("niet te lezen");
  });
});

describe("a row that cannot be taken", () => {
  const reasons = async (content: string | Buffer, name = "a.csv"): Promise<unknown[]> =>
    (await run(piped(name, content, 4_096))).summary.refused.map((problem) => [
      problem.row,
      problem.column,
      problem.reason,
    ]);

  it("has its row, column and remedy listed, never its text", async () => {
    const secret = "Kanarievogel-42";
    const rows = [
      line("", secret),
      line("n-2", secret, "30-12-1899"),
      line("n-3", secret, "2027-01-01"),
      line("n-4", secret, "31-2-2026"),
      line("n-5", secret, secret),
      line("n-6", "   \t "),
      `n-7,2026-10-05,,Nergenshuizen,${secret}`,
      `n-8,2026-10-05,NOORD,WK999901,${secret},te veel`,
      `${"x".repeat(201)},2026-10-05,NOORD,WK999901,${secret}`,
    ];
    const found = await reasons(`${HEADINGS}\n${rows.join("\n")}\n${line("n-9")}\n`);
    expect(found).toMatchObject([
      [2, "bronId", expect.stringContaining("ontbreekt")],
      [3, "datum", expect.stringContaining("voor 2000")],
      [4, "datum", expect.stringContaining("toekomst")],
      [5, "datum", expect.stringContaining("bestaat niet")],
      [6, "datum", expect.stringContaining("geen datum")],
      [7, "tekst", expect.stringContaining("leeg")],
      [8, "team", expect.stringContaining("ontbreekt")],
      [8, "wijk", expect.stringContaining("--wijk")],
      [9, undefined, expect.stringContaining("aanhalingstekens")],
      [10, "bronId", expect.stringContaining("200")],
    ]);
    expect(JSON.stringify(found)).not.toContain(secret);
  });

  it("with an answer that is neither yes nor no is refused, for safety's sake", async () => {
    const content = `${HEADINGS},veiligheid,bezwaar\n${line("n-1")},misschien,\n${line("n-2")},,weet niet\n${line("n-3")},X,FALSE\n`;
    expect(await reasons(content)).toMatchObject([
      [2, "veiligheid", expect.stringContaining("ja of nee")],
      [3, "bezwaar", expect.stringContaining("ja of nee")],
    ]);
  });

  it("with free text for a team is refused, so that no name slips into the store", async () => {
    const team = (value: string): string => `n-1,2026-10-05,"${value}",WK999901,Vraag\n`;
    const long = "Mevrouw woont sinds kort met haar zoon bij haar zus in huis";
    for (const value of [
      long,
      "jan@voorbeeld.nl",
      "bel 0612345678",
      "bel 06 1234 5678",
      "123 456 782",
      "06-12.34-56/78",
    ]) {
      expect(await reasons(`${HEADINGS}\n${team(value)}`)).toMatchObject([[2, "team", expect.any(String)]]);
    }
    const rows = Array.from({ length: 150 }, (_, index) => `n-${index},2026-10-05,T ${index},WK999901,Vraag`).join(
      "\n",
    );
    expect(await refusal(piped("a.csv", `${HEADINGS}\n${rows}`, 4_096))).toContain("vrije tekst");
  });

  it("with 10 MB in one cell is refused by its length; the rest goes on", async () => {
    const huge = "Lang. ".repeat(1_750_000);
    const content = `${HEADINGS}\n${line("n-1", huge)}\n${line("n-2")}\n`;
    const { summary } = await run(piped("a.csv", content, 65_536));
    expect(summary).toMatchObject({ stored: 1, refusedRows: 1 });
    expect(summary.refused).toMatchObject([
      { row: 2, column: "tekst", reason: expect.stringContaining("10.500.000 tekens") },
    ]);
  });

  it("with zero bytes, or bytes that its encoding does not know, is refused; the rest goes on", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADINGS}\n${line("n-1", "Café één, ideeën.")}\n`),
      Buffer.from("n-2,2026-10-05,NOORD,WK999901,mid\xffden\n", "latin1"),
      Buffer.from(`n-3,2026-10-05,NOORD,WK999901,mid\u0000den\n${line("n-4")}\n`),
    ]);
    const { summary } = await run(piped("a.csv", bytes));
    expect(summary).toMatchObject({ stored: 2, refusedRows: 2 });
    expect(summary.refused).toMatchObject([
      { row: 3, column: "tekst", reason: expect.stringContaining("UTF-8") },
      { row: 4, column: "tekst", reason: expect.stringContaining("nul-tekens") },
    ]);
  });

  it("lists the first thousand and counts the rest", async () => {
    const rows = Array.from({ length: 1_500 }, (_, index) => line(`n-${index}`, "x", "ooit")).join("\n");
    const { summary } = await run(piped("a.csv", `${HEADINGS}\n${rows}\n`, 4_096));
    expect(summary.refused).toHaveLength(1_000);
    expect(summary).toMatchObject({ refusedRows: 1_500, refusedUnlisted: 500 });
  });
});

describe("JSON lines", () => {
  const note = (id: string, more: object = {}): string =>
    JSON.stringify({ bronId: id, datum: "2026-10-05", team: "NOORD", wijk: "WK999901", tekst: "Vraag.", ...more });

  it("are read with the field names of a note, numbers and booleans included", async () => {
    const door = await openDoor();
    const { summary } = await run(
      piped("a.ndjson", `${note("n-1")}\r\n${note("n-2", { bronId: 7, veiligheid: true, kleur: "x" })}`),
      door,
    );
    expect(summary).toMatchObject({ stored: 2, ignoredColumns: ["kleur"] });
    expect((await door.notes()).map((stored) => stored.safetyFlag).sort()).toEqual([false, true]);
    // Names of fields are anybody's text; one that is a sentence is not even told.
    const asName = await run(piped("b.ndjson", note("n-3", { "Kanarie belt over de huur": "x", kleur: "y" })));
    expect(asName.summary).toMatchObject({ stored: 1, ignoredColumns: ["kleur"] });
  });

  it("refuse one line that is no note, and go on", async () => {
    const lines = [
      note("n-1"),
      '{"tekst": "Kanarie-42',
      "[]",
      "null",
      '"tekst"',
      note("n-2", { tekst: ["x"] }),
      note("n-3", { note: "y" }),
      note("n-4"),
    ];
    const { summary } = await run(piped("a.jsonl", lines.join("\n")));
    expect(summary).toMatchObject({ stored: 2, refusedRows: 6 });
    expect(summary.refused.map((problem) => problem.row)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(JSON.stringify(summary)).not.toContain("Kanarie");
  });

  it("drop a line of 40 MB while it streams by", async () => {
    const parts = function* (): Generator<Buffer> {
      yield Buffer.from(`${note("n-1")}\n{"tekst":"`);
      for (let index = 0; index < 640; index += 1) yield Buffer.alloc(65_536, 97);
      yield Buffer.from(`"}\n${note("n-2")}\n`);
    };
    const { summary } = await run({ kind: "stream", name: "a.jsonl", stream: Readable.from(parts()) });
    expect(summary).toMatchObject({ stored: 2, refusedRows: 1 });
    expect(summary.refused).toMatchObject([{ row: 2, reason: expect.stringContaining("veel te groot") }]);
  });

  it("half a character pair is refused before it reaches the store", async () => {
    const { summary } = await run(
      piped("a.jsonl", '{"bronId":"1","datum":"2026-10-05","team":"NOORD","wijk":"WK999901","tekst":"\\ud83d kapot"}'),
    );
    expect(summary.refused).toMatchObject([{ row: 1, column: "tekst" }]);
  });
});
