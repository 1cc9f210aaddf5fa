import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBenchOptions } from "./bench-options.js";
import { isMeasured } from "./figure-row.js";
import { readLabelledRows } from "./labelled-rows.js";
import { measureRecognition } from "./measure-recognition.js";
import { readRecorded, requireFloors, writeRecorded } from "./recorded.js";
import { WrongInput } from "./wrong-input.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rode-draad-bench-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const PARTS = ["recognition", "trends"];
const fileOf = (...lines: readonly string[]): string => {
  const file = join(folder, "labelled.jsonl");
  writeFileSync(file, lines.join("\n"));
  return file;
};
/** The sentence that refuses; fails when nothing does. */
function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(WrongInput);
    return (error as WrongInput).message;
  }
  throw new Error("not refused");
}

describe("a wrong call is refused in one sentence that names the remedy", () => {
  test.each([
    [["--nope"], "--help"],
    [["nope"], "--help"],
    [["--only"], "--help"],
    [["--only", "nope"], "recognition, trends"],
    [["--data", "x", "--language", "fr"], "nl, none"],
    [["--gold", "label"], "--data"],
    [["--text", "tekst"], "--data"],
    [["--data", "x", "--only", "trends"], "--only"],
  ])("%j", (words, remedy) => {
    const sentence = refusal(() => readBenchOptions(words, PARTS));
    expect(sentence).toContain(remedy);
    expect(sentence).not.toContain("\n");
  });
});

describe("a wrong file is refused with its place", () => {
  const rowsOf = (...lines: readonly string[]) =>
    readLabelledRows({ file: fileOf(...lines), gold: "theme", text: "text" });
  const note = (...segments: readonly object[]): string => JSON.stringify({ segments });

  test.each([
    [["{}", "no json"], "line 2 is no JSON"],
    [["[1]"], "line 1 is no JSON object"],
    [[""], "holds no rows"],
    [['{"text":"a","label":"x"}'], 'line 1 has no "theme" (the first row has text, label): name the key with --gold'],
    [['{"theme":"a","tekst":"x"}'], 'line 1 has no "text" (the first row has theme, tekst): name the key with --text'],
    [['{"text":"a","theme":"x"}', "", '{"text":"a"}'], "line 3"],
    [[note({ text: "a", theme: null }, { theme: "x" })], 'segment 2 has no "text"'],
    [[note({ text: "a", label: "x" })], "it has text, label"],
    [[note({ text: "a", theme: null }), '{"text":"a","theme":"x"}'], 'line 2 has no "segments"'],
  ])("%j", (lines, sentence) => {
    expect(refusal(() => rowsOf(...lines))).toContain(sentence);
  });

  test("and a right one is read", () => {
    expect(rowsOf(note({ text: "a", theme: null }))).toEqual({ kind: "notes" });
    expect(rowsOf('{"text":"a","theme":7}')).toEqual({ kind: "texts", texts: ["a"], labels: ["7"] });
    expect(refusal(() => readLabelledRows({ file: join(folder, "nope"), gold: "a", text: "b" }))).toContain("nope");
  });
});

test("the quick measurement wants floors to be held to", () => {
  const file = join(folder, "recorded.json");
  expect(refusal(() => requireFloors(readRecorded(file), file))).toContain("--record");
  const figure = { key: "a / b", name: "b", goal: "≥ 0.5", measured: 0.6, ok: true };
  writeRecorded(file, readRecorded(file), "full", [figure]);
  expect(refusal(() => requireFloors(readRecorded(file), file))).toContain("--record");
  writeRecorded(file, readRecorded(file), "quick", [figure, { ...figure, key: "a / c", measured: Number.NaN }]);
  requireFloors(readRecorded(file), file);
  expect(Object.keys(readRecorded(file).quick)).toEqual(["a / b"]);
});

test("what there is nothing of is not measured, rather than 0", () => {
  const note = { id: "n", hand: "", text: "Vraagt hulp.", segments: [{ start: 0, end: 12, theme: "huurtoeslag" }] };
  const { safetyRecall, falseNotes, recall } = measureRecognition([{ note, segments: [] }], new Set(["onveilig"]));
  expect([safetyRecall, falseNotes, recall].map((measured) => isMeasured({ measured }))).toEqual([false, false, true]);
});

test("the command ends with 2 and no stack when it is called wrongly, and with 0 for help", () => {
  const run = (...words: readonly string[]) =>
    spawnSync(
      process.execPath,
      ["--conditions=source", "--import", "tsx", fileURLToPath(new URL("bench.ts", import.meta.url)), ...words],
      { encoding: "utf8" },
    );
  const { status, stdout, stderr } = run("--data", fileOf("{"));
  expect({ status, stdout, lines: stderr.trim().split("\n").length }).toEqual({ status: 2, stdout: "", lines: 1 });
  expect(run("--help")).toMatchObject({ status: 0, stderr: "" });
});
