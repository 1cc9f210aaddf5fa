import { crc32, deflateRawSync } from "node:zlib";
import { HEADINGS, line } from "./lines.js";
import { inlineRow, parts, type TestSheet, workbook } from "./workbook.js";

/** Files made to do harm, written by code so that none lies about. Each has a name that says what it tries. */
export interface HostileFile {
  readonly tries: string;
  readonly name: string;
  /** Pieces, so that a large file never stands in memory whole. */
  readonly content: () => Iterable<Buffer>;
}

const MEGABYTE = 1024 * 1024;
const CELLS = HEADINGS.split(",");
const HEADING_ROW = inlineRow(CELLS);
const sheet = (rows: string): readonly TestSheet[] => [{ name: "Blad1", rows }];
const NOTE_CELLS = ["n-1", "2026-10-05", "NOORD", "WK999901", "Vraag over huurtoeslag."];

function* repeated(start: string, unit: string, megabytes: number, end = ""): Generator<Buffer> {
  yield Buffer.from(start);
  const piece = Buffer.from(unit.repeat(Math.ceil(65_536 / unit.length)));
  for (let bytes = 0; bytes < megabytes * MEGABYTE; bytes += piece.length) yield piece;
  yield Buffer.from(end);
}

/** One part of a workbook as it lies in the zip, which may lie about itself. */
interface RawPart {
  readonly name: string;
  readonly packed: Buffer;
  readonly crc: number;
  readonly size: number;
  readonly flags?: number;
}

function rawPart(name: string, text: string | Buffer, lies: Partial<RawPart> = {}): RawPart {
  const bytes = Buffer.from(text as string);
  return { name, packed: deflateRawSync(bytes, { level: 9 }), crc: crc32(bytes), size: bytes.length, ...lies };
}

/** A zip written by hand: the writers on npm refuse to write what an attacker writes. */
function rawZip(list: readonly RawPart[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, crc, size, flags = 0 } of list) {
    const fileName = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(fileName.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), common, fileName, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), common, tail, fileName]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(list.length, 8);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

/** An ordinary workbook with some of its parts put in another's place. */
function forged(changes: Readonly<Record<string, string | Buffer | RawPart>>, extra: readonly RawPart[] = []): Buffer {
  const all = { ...parts(sheet(HEADING_ROW + inlineRow(NOTE_CELLS))), ...changes };
  return rawZip([
    ...Object.entries(all).map(([name, part]) =>
      typeof part === "string" || Buffer.isBuffer(part) ? rawPart(name, part) : part,
    ),
    ...extra,
  ]);
}

const SHEET = "xl/worksheets/blad1.xml";
const STRINGS = "xl/sharedStrings.xml";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const sheetXml = (rows: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`<worksheet xmlns="${MAIN}"><sheetData>`),
    Buffer.from(rows as string),
    Buffer.from("</sheetData></worksheet>"),
  ]);
const once = (make: () => Buffer) => () => [make()];
const xlsx = (tries: string, make: () => Buffer): HostileFile => ({ tries, name: "a.xlsx", content: once(make) });
const csv = (tries: string, content: () => Iterable<Buffer>): HostileFile => ({ tries, name: "a.csv", content });
const jsonl = (tries: string, content: () => Iterable<Buffer>): HostileFile => ({ tries, name: "a.jsonl", content });

const bomb = (): Buffer => Buffer.alloc(100 * MEGABYTE, 0x20);

export const HOSTILE_FILES: readonly HostileFile[] = [
  xlsx("a sheet that unpacks to 100 MB of spaces", () => forged({ [SHEET]: sheetXml(bomb()) })),
  xlsx("a sheet that unpacks to far more than its header says", () => {
    const part = rawPart(SHEET, sheetXml(bomb()));
    return forged({ [SHEET]: { ...part, size: 4_096 } });
  }),
  xlsx("shared strings that unpack to 100 MB", () =>
    forged({ [STRINGS]: `<sst xmlns="${MAIN}"><si><t>${"a".repeat(100 * MEGABYTE)}</t></si></sst>` }),
  ),
  xlsx("millions of shared strings", () =>
    forged({ [STRINGS]: `<sst xmlns="${MAIN}">${"<si><t>abc</t></si>".repeat(3_000_000)}</sst>` }),
  ),
  xlsx("one long string that a million cells share", () => {
    const rows = `<row>${'<c t="s"><v>0</v></c>'.repeat(400)}</row>`.repeat(800);
    const strings = `<sst xmlns="${MAIN}"><si><t>${"Een lange zin. ".repeat(12_000)}</t></si></sst>`;
    return forged({ [STRINGS]: strings, [SHEET]: sheetXml(HEADING_ROW + rows) });
  }),
  xlsx("millions of empty rows", () => forged({ [SHEET]: sheetXml(HEADING_ROW + "<row/>".repeat(5_000_000)) })),
  xlsx("tags nested a million deep", () => forged({ [SHEET]: sheetXml("<row>".repeat(1_000_000)) })),
  xlsx("entities that multiply", () => {
    const entities = Array.from({ length: 12 }, (_, depth) => `<!ENTITY e${depth + 1} "${`&e${depth};`.repeat(10)}">`);
    const declared = `<!DOCTYPE x [<!ENTITY e0 "lol">${entities.join("")}]>`;
    return forged({ [SHEET]: `${declared}<worksheet xmlns="${MAIN}"><sheetData>&e12;</sheetData></worksheet>` });
  }),
  xlsx("an entity that reads a file", () =>
    forged({
      [SHEET]: `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet xmlns="${MAIN}"><sheetData>&f;</sheetData></worksheet>`,
    }),
  ),
  xlsx("one tag with 10 MB of attributes", () =>
    forged({ [SHEET]: sheetXml(`<row ${Array.from({ length: 600_000 }, (_, n) => `a${n}="${n}"`).join(" ")}/>`) }),
  ),
  xlsx("a comment that never ends", () => forged({ [SHEET]: sheetXml(`<!-- ${randomText(6 * MEGABYTE)}`) })),
  xlsx("thousands of sheets", () =>
    workbook(Array.from({ length: 2_000 }, (_, number) => ({ name: `B${number}`, rows: "" }))),
  ),
  xlsx("thousands of parts", () =>
    forged(
      {},
      Array.from({ length: 6_000 }, (_, number) => rawPart(`x/${number}.xml`, "x")),
    ),
  ),
  xlsx("a part that climbs out of its folder", () => forged({}, [rawPart("../../../etc/cron.d/x", "* * * * *")])),
  xlsx("a part with an absolute path", () => forged({}, [rawPart("/etc/cron.d/x", "* * * * *")])),
  xlsx("two sheets of one name", () => forged({}, [rawPart(SHEET, sheetXml(""))])),
  xlsx("encrypted parts", () => {
    const part = rawPart(SHEET, sheetXml(HEADING_ROW));
    return forged({ [SHEET]: { ...part, flags: 1 } });
  }),
  xlsx("a workbook cut in half", () => {
    const whole = forged({ [SHEET]: sheetXml(HEADING_ROW + inlineRow(NOTE_CELLS).repeat(500)) });
    return whole.subarray(0, whole.length / 2);
  }),
  xlsx("packed bytes that are noise", () => {
    const part = rawPart(SHEET, sheetXml(HEADING_ROW));
    return forged({ [SHEET]: { ...part, packed: Buffer.from(randomText(50_000)) } });
  }),
  xlsx("a program that is also a zip", () =>
    Buffer.concat([Buffer.from("MZ"), Buffer.alloc(4_096), rawZip([rawPart("a", "b")])]),
  ),
  xlsx("a page that is named a workbook", () => Buffer.from("<html><script>alert(1)</script></html>")),
  csv(
    "a workbook that is named a text file",
    once(() => forged({})),
  ),
  csv("a quote that is never closed", () => repeated(`${HEADINGS}\nn-1,2026-10-05,NOORD,WK999901,"`, "tekst ", 60)),
  csv("a line without an end", () => repeated(`${HEADINGS}\n`, "a", 60)),
  csv("a row of nothing but delimiters", () => repeated(`${HEADINGS}\n`, ",", 40)),
  csv("millions of columns", () => repeated("", "kolom,", 20, "\n")),
  csv("millions of empty lines", () => repeated("", "\n", 20)),
  csv("zero bytes", () => repeated(`${HEADINGS}\n`, "\u0000", 20)),
  csv("UTF-16 that grows in memory", function* () {
    yield Buffer.from([0xff, 0xfe]);
    const piece = Buffer.from("\u0141".repeat(32_768), "utf16le");
    for (let megabytes = 0; megabytes < 60; megabytes += 1 / 16) yield piece;
  }),
  csv(
    "bytes of no encoding at all",
    once(() => Buffer.concat([Buffer.from(`${HEADINGS}\n`), noise(MEGABYTE)])),
  ),
  jsonl("one line of 60 MB", () => repeated('{"bronId":"n-1","tekst":"', "tekst ", 60, '"}\n')),
  jsonl("brackets a million deep", () => repeated("", "[", 1.9, "\n")),
  jsonl("a million values in one note", () => repeated('{"bronId":[0', ",0", 1.8, "]}\n")),
  jsonl(
    "a million keys in one note",
    once(() => Buffer.from(`{${Array.from({ length: 120_000 }, (_, n) => `"k${n}":1`).join(",")}}\n`)),
  ),
];

/** Noise that does not shrink, the same each time. */
function noise(bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  let state = 1;
  for (let index = 0; index < bytes; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    buffer[index] = state >>> 24;
  }
  return buffer;
}

function randomText(characters: number): string {
  return noise(Math.ceil(characters / 2))
    .toString("hex")
    .slice(0, characters);
}

/** A file in which nothing is wrong, to see that the process still works. */
export const GOOD_FILE: HostileFile = {
  tries: "nothing",
  name: "goed.csv",
  content: once(() => Buffer.from(`${HEADINGS}\n${line("n-1")}\n`)),
};
