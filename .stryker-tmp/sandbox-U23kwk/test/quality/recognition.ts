import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadCatalogue } from "@rode-draad/catalogue";
import { cutIntoSegments } from "../../workers/2-questions/src/index.js";
import { fitCalibration } from "../../workers/3-themes/scripts/fit-calibration.js";
import { groupHands, holdOutHands } from "../../workers/3-themes/scripts/hold-out-hands.js";
import { makeLexicon } from "../../workers/3-themes/scripts/make-lexicon.js";
import { prepareNotes } from "../../workers/3-themes/scripts/train-scorer.js";
import {
  type LabelledNote,
  readCorpusNotes,
  readLabelledNotes,
} from "../../workers/3-themes/scripts/training-notes.js";
import { loadRecogniser } from "../../workers/3-themes/src/index.js";
import { makeRecogniser, type Recogniser } from "../../workers/3-themes/src/known/recogniser.js";
import { atLeast, atMost, type FigureRow, isProgram, printFigures, shown } from "./figure-row.js";
import { measureRecognition, type Understood, understand } from "./measure-recognition.js";

/**
 * How well questions and known themes are recognised.
 *
 *   recognition.ts                           whole hands of the corpus left out, in four groups (minutes)
 *   recognition.ts --quick                   two groups, trained on a part of the rest (half a minute)
 *   recognition.ts --data FILE [--gold KEY]  the shipped model on any file of labelled notes
 *
 * Only hands left out say something about notes to come; the shipped model has seen every hand of the corpus.
 */

const corpus = fileURLToPath(new URL("../../fixtures/corpus/", import.meta.url));
const { themes, neverThemeIds } = loadCatalogue();
const themeIds = themes.map((theme) => theme.id);
const safetyColumns = themes.flatMap((theme, column) => (theme.collective === "never" ? [column] : []));

/** What is asked of recognition on notes of authors that it has not seen. */
interface Goals {
  readonly microF1: number;
  readonly macroF1?: number;
  readonly precision: number;
}

/** Two sets with goals of their own: hands that write plainly, and hands with ways of their own and many decoys. */
const SETS: readonly { readonly name: string; readonly hands: RegExp; readonly goals: Goals }[] = [
  { name: "set A", hands: /^D/, goals: { microF1: 0.82, macroF1: 0.78, precision: 0.85 } },
  { name: "set B", hands: /^(?:E[1-5]|G|H[1-3])/, goals: { microF1: 0.75, precision: 0.8 } },
];

/** Whole hands left out of training and of calibration. With `quick`, a part of the corpus only. */
export function recognitionFigures({ quick }: { readonly quick: boolean }): FigureRow[] {
  const understood = leaveHandsOut(quick);
  return SETS.flatMap(({ name, hands, goals }) =>
    figuresOf(
      name,
      goals,
      understood.filter(({ note }) => hands.test(note.hand)),
    ),
  );
}

/** The shipped model on a file of labelled notes. */
export function labelledNoteFigures(file: string, key: string): FigureRow[] {
  return figuresOf("data", SETS[0]?.goals, recogniseAll(readLabelledNotes(file, key), loadRecogniser()));
}

function recogniseAll(notes: readonly LabelledNote[], recogniser: Recogniser): Understood[] {
  return understand(notes, cutIntoSegments, (text, segments) => recogniser.recognise(text, segments));
}

/** Training on one note in three takes a third of the time; the figures are lower then, and say only that all still works. */
const QUICK_EVERY = 3;

function leaveHandsOut(quick: boolean): Understood[] {
  const lexicon = makeLexicon(`${corpus}concepts.json`, themes);
  const { whole, phrases } = readCorpusNotes(corpus);
  const notes = [...whole, ...phrases].filter((_, index) => !quick || index % QUICK_EVERY === 0);
  const groups = groupHands(whole.map((note) => note.hand)).slice(0, quick ? 2 : 4);
  const prepared = prepareNotes(notes, lexicon, themeIds);
  const heldOut = holdOutHands(prepared, lexicon, themeIds, safetyColumns, groups);
  return heldOut.flatMap((group) => {
    const others = heldOut.filter((other) => other !== group);
    const calibration = fitCalibration(others, themeIds, safetyColumns);
    return recogniseAll(
      group.notes.map((held) => held.note),
      makeRecogniser({ ...group.model, calibration }),
    );
  });
}

function figuresOf(name: string, goals: Goals | undefined, understood: readonly Understood[]): FigureRow[] {
  const figures = measureRecognition(understood, neverThemeIds);
  return [
    shown(`${name}: notes`, figures.notes),
    atLeast("… micro-F1", goals?.microF1 ?? 0, figures.microF1),
    atLeast("… macro-F1", goals?.macroF1 ?? 0, figures.macroF1),
    atLeast("… precision", goals?.precision ?? 0, figures.precision),
    shown("… recall", figures.recall),
    atMost("… questions unassigned", 0.1, figures.unassigned),
    atMost("… notes without a question given a theme", 0.1, figures.falseNotes),
    atLeast("… safety recall", 0.95, figures.safetyRecall),
    atMost("… other notes sent the safety route", 0.05, figures.safetyFalse),
    atLeast("… question boundaries found", 0.85, figures.boundaries),
  ];
}

if (isProgram(fileURLToPath(import.meta.url))) {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      gold: { type: "string", default: "theme" },
      quick: { type: "boolean", default: false },
    },
  });
  printFigures(
    values.data === undefined
      ? recognitionFigures({ quick: values.quick })
      : labelledNoteFigures(values.data, values.gold),
  );
}
