import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, runRodedraad } from "../run-rodedraad.js";

/** The command as people type it, in a process of its own, from a folder that is not the checkout. */

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rode-draad-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function rodedraad(
  parameters: readonly string[],
  input = "",
  environment: Record<string, string> = {},
  cwd = folder,
): Promise<Answer> {
  return runRodedraad(parameters, { folder: cwd, environment: { HOME: folder, ...environment }, input });
}

const linesOf = (text: string): unknown[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as unknown);

/** One sentence for a person: no stack, no code. */
function expectSentence(err: string): void {
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).not.toMatch(/\bat .*:\d+:\d+|Error:|node:internal/);
}

describe("a wrong call", () => {
  test.each([
    [["--onzin"]],
    [["bestaatniet"]],
    [["report"]],
    [["report", "--month", "2026-13"]],
    [["import"]],
    [["scrub", "a", "b"]],
    [["import", "nergens.csv", "--map", "foo=bar"]],
    [["import", "nergens.csv", "--wijk", "Noord=12"]],
    [["report", "--month", "2026-10", "--format", "docx"]],
    [["discover", "--language", "fr"]],
    [["discover", "--catalogue", "--language", "none"]],
    [["worker", "--stages", "foo"]],
    [["serve", "--port", "geen-poort"]],
  ])("%j ends with code 2 and one sentence", async (parameters) => {
    const { code, out, err } = await rodedraad(parameters);
    expect(code).toBe(2);
    expect(out).toBe("");
    expectSentence(err);
  });

  test.each(["demo", "serve", "worker", "import", "scrub", "classify", "discover", "report"])(
    "%s explains itself with --help",
    async (command) => {
      const { code, out } = await rodedraad([command, "--help"]);
      expect(code).toBe(0);
      expect(out).toContain("Gebruik: rodedraad");
      expect(out).not.toMatch(/Usage|Options|Commands|Arguments|\[options\]|default/);
    },
  );
});

describe("a failure", () => {
  test.each([
    [["import", "nergens.csv"], {}],
    [["report", "--month", "2026-10"], { DATABASE_URL: "postgres://127.0.0.1:1/niets" }],
    [["import", "nergens.csv"], { REDIS_URL: "redis://127.0.0.1:1" }],
    [["serve"], { HOST: "0.0.0.0" }],
    [["serve"], { PORT: "geen-poort" }],
    [["report", "--month", "2026-10"], {}],
  ])("%j with %j ends with code 1 and one sentence", async (parameters, environment) => {
    const { code, err } = await rodedraad(parameters, "", environment);
    expect(code).toBe(1);
    expectSentence(err);
  });
});

test("scrub tells decision and places and never the text", async () => {
  const text = "Mw. Jansen, BSN 111222333, belt over huurtoeslag.";
  const { code, out, err } = await rodedraad(["scrub"], `${JSON.stringify({ id: 7, text })}\n`);
  expect(code).toBe(0);
  expect(err).toBe("");
  const [answer] = linesOf(out) as [
    { id: number; decision: string; spans: { start: number; end: number; type: string }[] },
  ];
  expect(answer.id).toBe(7);
  expect(answer.decision).toBe("mask");
  expect(answer.spans.map(({ start, end, type }) => [text.slice(start, end), type])).toEqual([
    ["Jansen", "PERSON"],
    ["111222333", "BSN"],
  ]);
  expect(out).not.toContain("Jansen");
});

test("classify says on request which words decided, by their place, and which theme comes next", async () => {
  const text = "Mevrouw wil huurtoeslag aanvragen voor haar nieuwe huurwoning.";
  const { code, out } = await rodedraad(["classify", "--explain"], `${JSON.stringify({ id: 1, text })}\n`);
  expect(code).toBe(0);
  const [answer] = linesOf(out) as [
    { questions: { theme: string; why: { theme: string; next: string; for: { start: number; end: number }[] } }[] },
  ];
  const { theme, why } = answer.questions[0] ?? {};
  expect(why?.theme).toBe(theme);
  expect(why?.next).not.toBe(theme);
  expect(why?.for.map(({ start, end }) => text.slice(start, end)).join(" ")).toContain("huurtoeslag");
  expect(out).not.toContain("aanvragen");
});

test("classify says of a text that it could not be read, and of no other", async () => {
  const texts = [
    "Kira yardımı başvurusu yapmak istiyor.",
    "😀",
    "Mevrouw wil huurtoeslag aanvragen.",
    "Kort gesproken.",
  ];
  const { code, out } = await rodedraad(["classify"], texts.map((text, id) => JSON.stringify({ id, text })).join("\n"));
  expect(code).toBe(0);
  const answers = linesOf(out) as { unreadable?: true; questions: unknown[] }[];
  expect(answers.map(({ unreadable = false }) => unreadable)).toEqual([true, true, false, false]);
  expect(answers.slice(0, 2).flatMap(({ questions }) => questions)).toEqual([]);
});

test("a line that is not JSON is named, the others are answered, and the code is 1", async () => {
  const { code, out, err } = await rodedraad(
    ["classify"],
    'geen json\n{"id":"a","text":"Wil huurtoeslag aanvragen."}\n',
  );
  expect(code).toBe(1);
  expect(err).toContain("Regel 1");
  expect(linesOf(out)).toMatchObject([{ id: "a", questions: [{ theme: "huurtoeslag" }] }]);
});

test("discover gives one theme a text, the same ones for the same input, and writes a summary", async () => {
  const subjects = ["de lift van de flat is kapot", "de bus rijdt niet meer"];
  const input = Array.from({ length: 30 }, (_, index) =>
    JSON.stringify({ id: index, text: `${subjects[index % 2]}, weer ${index}` }),
  ).join("\n");
  const summary = join(folder, "samenvatting.json");
  const first = await rodedraad(["discover", "--summary", summary], input);
  const second = await rodedraad(["discover"], input);
  expect(first.code).toBe(0);
  expect(first.out).toBe(second.out);
  const themes = (linesOf(first.out) as { theme: string; themes: string[] }[]).map(({ theme, themes: all }) => {
    expect(all).toEqual([theme]);
    return theme;
  });
  expect(new Set(themes.filter((_, index) => index % 2 === 0)).size).toBe(1);
  expect(themes[0]).not.toBe(themes[1]);
});

test("discover names an impossible date, and takes a line without one", async () => {
  const lines = [{ date: "2026-02-30" }, { date: 20261003 }, { date: "2026-10-03T09:00:00Z" }, { date: null }, {}].map(
    (fields, id) => JSON.stringify({ id, text: "de lift is kapot", ...fields }),
  );
  for (const options of [[], ["--catalogue"]]) {
    const { code, out, err } = await rodedraad(["discover", ...options], lines.join("\n"));
    expect(code).toBe(1);
    expect(err).toMatch(/^Regel 1: .*"date".*\nRegel 2: .*"date".*\n$/);
    expect(linesOf(out)).toMatchObject([{ id: 2 }, { id: 3 }, { id: 4 }]);
  }
});

test("discover says that it cannot write its summary before it reads anything", async () => {
  for (const summary of ["/bestaat/niet/samenvatting.json", folder]) {
    const { code, out, err } = await rodedraad(["discover", "--summary", summary], "geen json\n");
    expect(code).toBe(1);
    expect(out).toBe("");
    expectSentence(err);
    expect(err).not.toContain("Regel");
  }
});

test("an import tells what it did, a second one stores nothing, and the report follows", async () => {
  const header = "bronId;casusRef;datum;team;wijk;medewerkerRef;tekst";
  const rows = Array.from(
    { length: 6 },
    (_, index) =>
      `n${index};c${index};2026-10-0${index + 1};OOST;WK999901;m${index};Mevrouw vraagt naar huurtoeslag (${index}).`,
  );
  const file = join(folder, "notities.csv");
  await writeFile(file, [header, ...rows, "n9;c9;1899-01-01;OOST;WK999901;m1;Oud."].join("\n"));
  const dry = await rodedraad(["import", file, "--dry-run"]);
  expect(dry.out).toContain("niets opgeslagen");
  const first = await rodedraad(["import", file]);
  // The good rows are stored; the code says that there is something to mend.
  expect(first.code).toBe(1);
  expect(first.out).toContain("6 notities opgeslagen");
  expect(first.out).toMatch(/rij 8.*datum/);
  const second = await rodedraad(["import", file]);
  expect(second.out).toContain("6 notities stonden er al");
  const report = await rodedraad(["report", "--month", "2026-10", "--format", "json"]);
  expect(report.code).toBe(0);
  expect(JSON.parse(report.out)).toMatchObject({ month: "2026-10" });
  const missing = await rodedraad(["report", "--month", "2020-01"]);
  expect(missing.code).toBe(1);
  expectSentence(missing.err);
  expect(missing.err).toContain("Er is een rapport van oktober 2026.");
}, 120_000);

const HEADER = "bronId;casusRef;datum;team;wijk;medewerkerRef;tekst";

async function emptyPlace(name: string): Promise<string> {
  const place = join(folder, name);
  await mkdir(place);
  return place;
}

test("who only looks leaves nothing behind", async () => {
  const place = await emptyPlace("kijken");
  await writeFile(join(place, "a.csv"), `${HEADER}\nn1;c1;2026-10-01;OOST;WK999901;m1;Vraagt naar huurtoeslag.\n`);
  const dry = await rodedraad(["import", "a.csv", "--dry-run"], "", {}, place);
  expect(dry).toMatchObject({ code: 0, err: "" });
  expect(dry.out).toContain("1 notitie opgeslagen");
  const report = await rodedraad(["report", "--month", "2026-10"], "", {}, place);
  expect(report).toMatchObject({
    code: 1,
    err: "Er zijn nog geen rapporten. Lees eerst notities in met rodedraad import.\n",
  });
  expect(await readdir(place)).toEqual(["a.csv"]);
});

test("a file that cannot be read is named and does not keep the others out", async () => {
  const place = await emptyPlace("bestanden");
  await writeFile(join(place, "leeg.csv"), "");
  await writeFile(
    join(place, "foto.csv"),
    Buffer.from(Array.from({ length: 4096 }, (_, index) => 1 + ((index * 37) % 255))),
  );
  await writeFile(join(place, "kop.csv"), `iets\u001b[31m;nog\u0007 iets\n${"een gewone regel;2\n".repeat(10)}`);
  await writeFile(join(place, "goed.csv"), `${HEADER}\nn1;c1;2026-10-01;OOST;WK999901;m1;Vraagt naar huurtoeslag.\n`);
  const { code, out, err } = await rodedraad(
    ["import", "leeg.csv", "foto.csv", "kop.csv", "goed.csv", "--dry-run"],
    "",
    {},
    place,
  );
  expect(code).toBe(1);
  expect(out).toContain("1 notitie opgeslagen");
  expect(err).toContain("leeg.csv: Het bestand is leeg.");
  expect(err).toContain("foto.csv: Dit is geen tekstbestand.");
  expect(err).toContain("Gevonden: iets[31m, nog iets.");
});
