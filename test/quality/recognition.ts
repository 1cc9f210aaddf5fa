import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadCatalogue } from "@rode-draad/catalogue";
import { cutIntoSegments } from "../../workers/2-questions/src/index.js";
import { fitCalibration } from "../../workers/3-themes/scripts/fit-calibration.js";
import { groupHands, holdOutHands } from "../../workers/3-themes/scripts/hold-out-hands.js";
import { makeLexicon } from "../../workers/3-themes/scripts/make-lexicon.js";
import { prepareNotes } from "../../workers/3-themes/scripts/train-scorer.js";
import { type LabelledNote, readLabelledNotes } from "../../workers/3-themes/scripts/training-notes.js";
import { loadRecogniser } from "../../workers/3-themes/src/index.js";
import { makeRecogniser, type Recogniser } from "../../workers/3-themes/src/known/recogniser.js";
import { measureRecognition, type RecognitionFigures, understand } from "./measure-recognition.js";

/**
 * How well questions and known themes are recognised. Prints a table of figure, goal and measured.
 *
 *   recognition.ts                           whole hands of the corpus left out, in four groups (minutes)
 *   recognition.ts --hands DX,DE             only these hands, each left out on its own
 *   recognition.ts --data FILE [--gold KEY]  the shipped model on any file of labelled notes
 *
 * Only hands left out say something about notes to come; the shipped model has seen every hand of the corpus.
 */

const { values } = parseArgs({
  options: { hands: { type: "string" }, data: { type: "string" }, gold: { type: "string", default: "theme" } },
});
const corpus = fileURLToPath(new URL("../../fixtures/corpus/", import.meta.url));
const { themes, neverThemeIds } = loadCatalogue();
const themeIds = themes.map((theme) => theme.id);

function measure(notes: readonly LabelledNote[], recogniser: Recogniser) {
  const start = performance.now();
  const understood = understand(notes, cutIntoSegments, (text, segments) => recogniser.recognise(text, segments));
  return { understood, notesPerSecond: (notes.length / (performance.now() - start)) * 1000 };
}

function leaveHandsOut() {
  const safetyColumns = themes.flatMap((theme, column) => (theme.collective === "never" ? [column] : []));
  const lexicon = makeLexicon(`${corpus}concepts.json`, themes);
  const notes = readLabelledNotes(`${corpus}notes.jsonl`);
  const prepared = prepareNotes(notes, lexicon, themeIds);
  const groups = values.hands?.split(",").map((hand) => [hand]) ?? groupHands(notes.map((note) => note.hand));
  const heldOut = holdOutHands(prepared, lexicon, themeIds, safetyColumns, groups, (hands) => {
    process.stderr.write(`trained without ${hands.join(" ")}\n`);
  });
  const results = heldOut.map((group) => {
    const others = heldOut.filter((other) => other !== group || heldOut.length === 1).flatMap((other) => other.notes);
    const calibration = fitCalibration(others, themeIds, safetyColumns);
    const left = group.notes.map((held) => held.note);
    return measure(left, makeRecogniser({ ...group.model, calibration }));
  });
  const understood = results.flatMap((result) => result.understood);
  for (const hand of new Set(understood.map(({ note }) => note.hand))) {
    const figures = measureRecognition(
      understood.filter(({ note }) => note.hand === hand),
      neverThemeIds,
    );
    process.stdout.write(
      `${hand}: micro-F1 ${figures.microF1.toFixed(3)}, precision ${figures.precision.toFixed(3)}\n`,
    );
  }
  return { understood, notesPerSecond: Math.max(...results.map((result) => result.notesPerSecond)) };
}

const loadStart = performance.now();
const shipped = loadRecogniser();
const loadMs = performance.now() - loadStart;
const { understood, notesPerSecond } = values.data
  ? measure(readLabelledNotes(values.data, values.gold), shipped)
  : leaveHandsOut();
const figures = measureRecognition(understood, neverThemeIds);

const rows: [string, string, number][] = [
  ["micro-F1 per note", "≥ 0.82", figures.microF1],
  ["macro-F1 per note", "≥ 0.78", figures.macroF1],
  ["precision", "≥ 0.85", figures.precision],
  ["recall", "", figures.recall],
  ["questions unassigned", "≤ 0.10", figures.unassigned],
  ["notes without question given a theme", "≤ 0.10", figures.falseNotes],
  ["safety recall", "≥ 0.95", figures.safetyRecall],
  ["other notes sent the safety route", "≤ 0.05", figures.safetyFalse],
  ["question boundaries found", "≥ 0.85", figures.boundaries],
  ["notes per second", "≥ 5000", notesPerSecond],
  ["model loads in ms", "≤ 500", loadMs],
];
process.stdout.write(`\nmodel ${shipped.version}, catalogue of ${themeIds.length} themes, ${figures.notes} notes\n`);
for (const [name, goal, value] of rows) {
  process.stdout.write(`${name.padEnd(38)}${goal.padEnd(10)}${value < 2 ? value.toFixed(3) : value.toFixed(0)}\n`);
}

export type { RecognitionFigures };
