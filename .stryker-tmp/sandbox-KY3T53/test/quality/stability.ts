import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { addMonths, type Day, monthOf, type ThemeId } from "@rode-draad/domain";
import { createDiscoverer, type ThemeChange, type UnknownQuestion } from "@rode-draad/themes";
import { assignEmergent, type EmergentOutcome } from "../../workers/3-themes/src/emergent/assign-emergent.js";
import { agreementOf } from "./agreement.js";
import { simulateUnknown } from "./emergent.js";
import { atLeast, atMost, type FigureRow, isProgram, printFigures, shown } from "./figure-row.js";
import { questionsOf } from "./held-out-model.js";
import { openQuestionsOf } from "./open-questions.js";
import { shuffled } from "./seeded-random.js";

/**
 * Whether themes stay what they are: the same input twice, another order of arrival, twelve months of new questions.
 * `node --conditions=source --import tsx test/quality/stability.ts [--data FILE --text KEY]`. FILE is a stream of texts in JSONL, for
 * discovery by words alone.
 */

const SEEDS = ["meten-1", "meten-2", "meten-3"];
const NOTES = 8_000;
/** A municipality whose recogniser misses this share of all questions. */
const MISSED = 0.3;
const MISSED_SEEDS = [101, 102, 103, 104, 105];

export function stabilityFigures(): FigureRow[] {
  const streams = [
    ...SEEDS.map((seed) => openQuestionsOf(seed, NOTES).open),
    ...MISSED_SEEDS.map((seed) => simulateUnknown(seed, MISSED)),
  ];
  return [...discoveryFigures(), ...emergentFigures(streams[0] ?? []), ...yearFigures(streams)];
}

/** Questions in any order at all; a stream within what counts as a week, since in a stream the order is part of what is said. */
function discoveryFigures(): FigureRow[] {
  const texts = questionsOf(["DX", "DB", "D4"]).map(({ text }) => text);
  const first = discover("nl", texts);
  const other = shuffled(texts, 5);
  return [
    atLeast("discover nl, same input twice: share of equal lines", 1, shareEqual(first, discover("nl", texts))),
    atLeast(
      "discover nl, shuffled: ARI between orders",
      0.9,
      agreementBetween(texts, first, other, discover("nl", other)),
    ),
  ];
}

export function streamFigures(texts: readonly string[]): FigureRow[] {
  const first = discover("none", texts);
  const windows = shuffledInWindows(texts, 250, 5);
  const other = shuffled(texts, 5);
  return [
    atLeast("discover none, same input twice: share of equal lines", 1, shareEqual(first, discover("none", texts))),
    atLeast(
      "discover none, shuffled within 250 texts: ARI between orders",
      0.9,
      agreementBetween(texts, first, windows, discover("none", windows)),
    ),
    shown(
      "discover none, shuffled whole: ARI between orders",
      agreementBetween(texts, first, other, discover("none", other)),
    ),
  ];
}

function discover(language: "nl" | "none", texts: readonly string[]): ThemeId[] {
  const discoverer = createDiscoverer({ language });
  for (const text of texts) discoverer.add(text);
  const { themeOf } = discoverer.finish();
  return texts.map((_, index) => themeOf(index));
}

function shuffledInWindows(texts: readonly string[], length: number, seed: number): string[] {
  return Array.from({ length: Math.ceil(texts.length / length) }, (_, window) =>
    shuffled(texts.slice(window * length, (window + 1) * length), seed + window),
  ).flat();
}

function shareEqual(one: readonly string[], other: readonly string[]): number {
  return one.filter((value, index) => value === other[index]).length / one.length;
}

/** Equal texts may not stand for each other by place, so groups are compared text by text. */
function agreementBetween(
  texts: readonly string[],
  themes: readonly ThemeId[],
  otherTexts: readonly string[],
  otherThemes: readonly ThemeId[],
): number {
  const themeOf = new Map(otherTexts.map((text, index) => [text, otherThemes[index] as ThemeId]));
  return agreementOf(
    themes,
    texts.map((text) => themeOf.get(text) as ThemeId),
  ).adjustedRand;
}

function emergentFigures(open: readonly UnknownQuestion[]): FigureRow[] {
  const first = assignEmergent(undefined, open);
  const bytes = (outcome: EmergentOutcome): string =>
    JSON.stringify({ ...outcome, state: Buffer.from(outcome.state).toString("base64") });
  return [
    atLeast(
      "emergent, same input twice: equal to the byte",
      1,
      bytes(assignEmergent(undefined, open)) === bytes(first) ? 1 : 0,
    ),
    atLeast(
      "emergent, another order of arrival: equal to the byte",
      1,
      bytes(assignEmergent(undefined, shuffled(open, 5))) === bytes(first) ? 1 : 0,
    ),
  ];
}

interface Year {
  readonly kept: number;
  readonly living: number;
  readonly reused: number;
  readonly unexplained: number;
  readonly renamed: number;
}

function yearFigures(streams: readonly (readonly UnknownQuestion[])[]): FigureRow[] {
  const years = streams.map(liveTwelveMonths);
  const sum = (pick: (year: Year) => number): number => years.reduce((total, year) => total + pick(year), 0);
  return [
    atLeast(
      "twelve months: living themes that keep their id, month by month",
      0.95,
      sum(({ kept }) => kept) / sum(({ living }) => living),
    ),
    shown(
      "… themes times months",
      sum(({ living }) => living),
    ),
    atMost(
      "… ids given twice",
      0,
      sum(({ reused }) => reused),
    ),
    atMost(
      "… differences that the change list does not tell",
      0,
      sum(({ unexplained }) => unexplained),
    ),
    shown("… changes of words a theme and year", (12 * sum(({ renamed }) => renamed)) / sum(({ living }) => living)),
  ];
}

/** The last twelve months of a stream, a month at a time, on top of what came before. */
function liveTwelveMonths(open: readonly UnknownQuestion[]): Year {
  const last = open.reduce((latest: Day, { date }) => (date > latest ? date : latest), "");
  const from = addMonths(monthOf(last), -11);
  let outcome = assignEmergent(
    undefined,
    open.filter(({ date }) => monthOf(date) < from),
  );
  let told = replay(new Map(), outcome.changes);
  const ids = new Set(outcome.changes.flatMap((change) => (change.kind === "new" ? change.themeId : [])));
  const year = { kept: 0, living: 0, reused: 0, unexplained: 0, renamed: 0 };
  for (let month = from; month <= monthOf(last); month = addMonths(month, 1)) {
    const before = livingOf(outcome);
    outcome = assignEmergent(
      outcome.state,
      open.filter(({ date }) => monthOf(date) === month),
    );
    const after = livingOf(outcome);
    year.living += before.size;
    for (const id of before.keys()) if (after.has(id)) year.kept++;
    for (const change of outcome.changes) {
      if (change.kind === "renamed") year.renamed++;
      if (change.kind !== "new") continue;
      if (ids.has(change.themeId)) year.reused++;
      ids.add(change.themeId);
    }
    told = replay(told, outcome.changes);
    for (const id of new Set([...after.keys(), ...told.keys()])) if (told.get(id) !== after.get(id)) year.unexplained++;
  }
  return year;
}

/** The themes that did not merge into another, with their words. */
function livingOf({ themes }: EmergentOutcome): Map<ThemeId, string> {
  return new Map(
    themes.filter(({ mergedInto }) => mergedInto === undefined).map(({ id, terms }) => [id, terms.join(" ")]),
  );
}

/** What somebody knows who reads the change list only. */
function replay(known: ReadonlyMap<ThemeId, string>, changes: readonly ThemeChange[]): Map<ThemeId, string> {
  const told = new Map(known);
  for (const change of changes) {
    if (change.kind === "new") told.set(change.themeId, change.terms.join(" "));
    if (change.kind === "renamed") told.set(change.themeId, change.to.join(" "));
    if (change.kind === "merged") told.delete(change.themeId);
  }
  return told;
}

function main(): void {
  const { values: options } = parseArgs({
    options: { data: { type: "string" }, text: { type: "string", default: "textCleaned" } },
    strict: false,
  });
  const { data, text } = options;
  if (typeof data !== "string") {
    printFigures(stabilityFigures());
    return;
  }
  const lines = readFileSync(data, "utf8").split("\n");
  const rows = lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Record<string, unknown>);
  printFigures(streamFigures(rows.map((row) => String(row[String(text)]))));
}

if (isProgram(import.meta.filename)) main();
