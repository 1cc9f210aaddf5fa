import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createDiscoverer } from "@rode-draad/themes";
import { groupQuestions } from "../../workers/3-themes/src/emergent/group-questions.js";
import type { RecognitionModel } from "../../workers/3-themes/src/known/recognition-model.js";
import { agreementOf } from "./agreement.js";
import { atLeast, atMost, type FigureRow, isProgram, printFigures, shown, within } from "./figure-row.js";
import { type CorpusQuestion, questionsOf, trainHeldOut } from "./held-out-model.js";
import { shuffled } from "./seeded-random.js";

/**
 * How well themes are discovered without a catalogue:
 * `node --conditions=source --import tsx test/quality/discovery.ts [--data FILE --gold KEY --text KEY --language nl] [--million]`.
 * FILE is any labelled JSONL, read where it lies and never copied; without it only questions of the corpus are grouped, with
 * models that have not seen their hands. Settings were chosen on the hands DF, DC and D2 and the themes of even number; these
 * figures are of the others.
 */

const HANDS = ["DX", "DB", "D4"];

/** How many texts and subjects a set has that was grouped by others, with the number of groups given (V 0.73 to 0.75). */
const DRAW = { texts: 734, themes: 81 };
const DRAWS = [11, 12, 13, 14];

export function questionFigures(): FigureRow[] {
  const questions = questionsOf(HANDS);
  const themes = [...new Set(questions.map(({ theme }) => theme))].sort();
  const unseen = new Set(themes.filter((_, index) => index % 2 === 1));
  const model = trainHeldOut({ hands: HANDS, themes: new Set() });
  const drawn = DRAWS.map((seed) => measureGroups(model, draw(questions, seed)));
  const all = measureGroups(model, questions);
  const without = trainHeldOut({ hands: HANDS, themes: unseen });
  const foreign = measureGroups(
    without,
    questions.filter(({ theme }) => unseen.has(theme)),
  );
  return [
    atLeast(`questions, ${DRAW.texts} of ${DRAW.themes} themes: V`, 0.8, mean(drawn.map(({ nmi }) => nmi))),
    atLeast("… ARI", 0.45, mean(drawn.map(({ adjustedRand }) => adjustedRand))),
    within("… themes", 0.25, DRAW.themes, mean(drawn.map(({ groups }) => groups))),
    shown(`questions, all ${questions.length}: V`, all.nmi),
    shown("… ARI", all.adjustedRand),
    within("… themes", 0.25, all.trueGroups, all.groups),
    shown("questions on themes that the model has not seen: V", foreign.nmi),
    shown("… ARI", foreign.adjustedRand),
    within("… themes", 0.25, foreign.trueGroups, foreign.groups),
  ];
}

function measureGroups(model: RecognitionModel, questions: readonly CorpusQuestion[]) {
  const groups = groupQuestions(
    questions.map(({ text }) => text),
    model,
  );
  return agreementOf(
    questions.map(({ theme }) => theme),
    Array.from(groups, String),
  );
}

function draw(questions: readonly CorpusQuestion[], seed: number): CorpusQuestion[] {
  const themes = [...new Set(questions.map(({ theme }) => theme))].sort();
  const chosen = new Set(shuffled(themes, seed).slice(0, DRAW.themes));
  return shuffled(
    questions.filter(({ theme }) => chosen.has(theme)),
    seed,
  ).slice(0, DRAW.texts);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Fewer texts are read before the engine is warm, so their speed says nothing. */
const TIMED_FROM = 1000;

/** Labelled texts of a file in its own order: goals are those of Tweets-T. */
export function dataFigures(texts: readonly string[], truth: readonly string[], language: "nl" | "none"): FigureRow[] {
  const discoverer = createDiscoverer({ language });
  const started = performance.now();
  for (const text of texts) discoverer.add(text);
  const { themeOf } = discoverer.finish();
  const seconds = (performance.now() - started) / 1000;
  const { nmi, adjustedRand, groups, trueGroups } = agreementOf(
    truth,
    texts.map((_, index) => themeOf(index)),
  );
  return [
    atLeast("data: NMI (= V)", language === "nl" ? 0.8 : 0.9, nmi),
    language === "nl" ? atLeast("data: ARI", 0.45, adjustedRand) : shown("data: ARI", adjustedRand),
    within("data: themes", 0.25, trueGroups, groups),
    ...(texts.length < TIMED_FROM ? [] : [atLeast("data: texts per second", 20_000, texts.length / seconds)]),
  ];
}

/** Time per text at the end of a stream of a million texts, against that of its first texts. */
export function growthFigures(texts: readonly string[], language: "nl" | "none"): FigureRow[] {
  const discoverer = createDiscoverer({ language });
  const stretch = 10_000;
  const times: number[] = [];
  for (let start = 0; start < 1_000_000; start += stretch) {
    const began = performance.now();
    // Every round of the texts gets words of its own, as new topics do.
    for (let at = start; at < start + stretch; at++) {
      const round = Math.floor(at / texts.length);
      discoverer.add((texts[at % texts.length] ?? "").replace(/(\w{5,})/g, `$1${round}`));
    }
    times.push(performance.now() - began);
  }
  const began = performance.now();
  discoverer.finish();
  const finishing = performance.now() - began;
  const total = times.reduce((sum, time) => sum + time, finishing);
  return [
    atMost(
      `${language}: time per text, last tenth of 10^6 against first 30,000`,
      1.3,
      mean(times.slice(-10)) / mean(times.slice(0, 3)),
    ),
    atLeast(`${language}: texts per second over 10^6, grouping included`, 20_000, 1_000_000 / (total / 1000)),
    atMost(`${language}: memory after 10^6 texts (MiB)`, 1536, process.memoryUsage().rss / 2 ** 20),
  ];
}

function main(): void {
  const { values: options } = parseArgs({
    options: {
      data: { type: "string" },
      gold: { type: "string", default: "clusterNo" },
      text: { type: "string", default: "textCleaned" },
      language: { type: "string", default: "none" },
      million: { type: "boolean" },
    },
  });
  const language = options.language === "nl" ? "nl" : "none";
  if (options.data === undefined) {
    printFigures(questionFigures());
    return;
  }
  const rows = readFileSync(options.data, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const texts = rows.map((row) => String(row[options.text]));
  const truth = rows.map((row) => String(row[options.gold]));
  printFigures([...dataFigures(texts, truth, language), ...(options.million ? growthFigures(texts, language) : [])]);
}

if (isProgram(import.meta.filename)) main();
