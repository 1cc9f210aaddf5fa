import { fileURLToPath } from "node:url";
import { loadCatalogue } from "@rode-draad/catalogue";
import type { ThemeId } from "@rode-draad/domain";
import { NO_CALIBRATION } from "../../workers/3-themes/scripts/hold-out-hands.js";
import { makeLexicon } from "../../workers/3-themes/scripts/make-lexicon.js";
import { prepareNotes, trainScorer } from "../../workers/3-themes/scripts/train-scorer.js";
import { readCorpusNotes, readLabelledNotes } from "../../workers/3-themes/scripts/training-notes.js";
import { readModel } from "../../workers/3-themes/src/known/model-file.js";
import type { RecognitionModel } from "../../workers/3-themes/src/known/recognition-model.js";

const CORPUS = fileURLToPath(new URL("../../fixtures/corpus/", import.meta.url));

/** What a model has not seen: every note of some hands, and every note about some themes with the themes' own terms. */
export interface HeldOut {
  readonly hands: readonly string[];
  readonly themes: ReadonlySet<ThemeId>;
}

/**
 * A model trained without what is held out. The shipped model has seen every note of the corpus and flatters whoever measures
 * with it there. Its calibration is the shipped one: the steepness of a softmax, which does not depend on single notes.
 */
export function trainHeldOut({ hands, themes }: HeldOut): RecognitionModel {
  const catalogue = loadCatalogue();
  const themeIds = catalogue.themes.map(({ id }) => id);
  const lexicon = makeLexicon(`${CORPUS}concepts.json`, catalogue.themes);
  const firstTheme = lexicon.entries.length - themeIds.length;
  const entries = lexicon.entries.map((entry, index) =>
    themes.has(themeIds[index - firstTheme] ?? "") ? { phrases: [] } : entry,
  );
  const { whole, phrases } = readCorpusNotes(CORPUS);
  const notes = [...whole, ...phrases].filter(
    (note) => !hands.includes(note.hand) && note.segments.every(({ theme }) => theme === null || !themes.has(theme)),
  );
  const known = { ...lexicon, entries };
  const model = trainScorer(prepareNotes(notes, known, themeIds), known, themeIds, [], "held-out", NO_CALIBRATION);
  return { ...model, calibration: readModel().calibration };
}

/** A question of the corpus, as one of its hands wrote it. */
export interface CorpusQuestion {
  readonly text: string;
  readonly theme: ThemeId;
}

/** The questions of some hands, in the order of the corpus. */
export function questionsOf(hands: readonly string[]): CorpusQuestion[] {
  return readLabelledNotes(`${CORPUS}notes.jsonl`)
    .filter(({ hand }) => hands.includes(hand))
    .flatMap(({ text, segments }) =>
      segments.flatMap(({ start, end, theme }) => (theme === null ? [] : [{ text: text.slice(start, end), theme }])),
    );
}
