import { createHash } from "node:crypto";
import { loadCatalogue } from "@rode-draad/catalogue";
import { MODEL_FORMAT } from "../src/known/model-file.js";
import type { RecognitionModel } from "../src/known/recognition-model.js";
import { fitCalibration } from "./fit-calibration.js";
import { groupHands, holdOutHands } from "./hold-out-hands.js";
import { makeLexicon } from "./make-lexicon.js";
import { prepareNotes, trainScorer } from "./train-scorer.js";
import { readCorpusNotes } from "./training-notes.js";

/** Trains on a folder of labelled notes and `concepts.json`: calibration on hands left out, weights on everything. */
export function trainModel(
  corpusFolder: string,
  report: (line: string) => void,
  keep: (noteIndex: number) => boolean = () => true,
): RecognitionModel {
  const { themes } = loadCatalogue();
  const themeIds = themes.map((theme) => theme.id);
  const safetyColumns = themes.flatMap((theme, column) => (theme.collective === "never" ? [column] : []));
  const lexicon = makeLexicon(`${corpusFolder}/concepts.json`, themes);
  const corpus = readCorpusNotes(corpusFolder);
  const notes = [...corpus.whole, ...corpus.phrases].filter((_, index) => keep(index));
  const prepared = prepareNotes(notes, lexicon, themeIds);
  const groups = groupHands(corpus.whole.map((note) => note.hand));
  const heldOut = holdOutHands(prepared, lexicon, themeIds, safetyColumns, groups, (hands) =>
    report(`held out ${hands.join(" ")}`),
  );
  const calibration = fitCalibration(heldOut, themeIds, safetyColumns);
  const described = JSON.stringify([notes.map((note) => [note.text, note.segments]), lexicon, calibration]);
  const digest = createHash("sha256").update(described).digest("hex").slice(0, 8);
  return trainScorer(prepared, lexicon, themeIds, safetyColumns, `${MODEL_FORMAT}.${digest}`, calibration);
}
