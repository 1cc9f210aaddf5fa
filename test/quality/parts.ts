import type { LabelledFile } from "./bench-options.js";
import { correctionFigures } from "./corrections.js";
import { dataFigures, questionFigures } from "./discovery.js";
import { effectFigures } from "./effects.js";
import { emergentFigures, plantedFigures } from "./emergent.js";
import type { FigureRow } from "./figure-row.js";
import { knotFigures } from "./knots.js";
import { readLabelledRows } from "./labelled-rows.js";
import { reasonFigures } from "./reasons.js";
import { labelledNoteFigures, recognitionFigures } from "./recognition.js";
import { stabilityFigures } from "./stability.js";
import { trendFigures } from "./trends.js";

/** The parts of `npm run bench:quality`, in the order of a note's way. */

interface Size {
  /** A smaller measurement: it shows what is broken, not how good it is. */
  readonly quick: boolean;
}

export const PARTS: Readonly<Record<string, (size: Size) => FigureRow[] | Promise<FigureRow[]>>> = {
  recognition: recognitionFigures,
  discovery: ({ quick }) => (quick ? [] : questionFigures()),
  emergent: ({ quick }) => (quick ? plantedFigures(["meten-1"]) : emergentFigures()),
  stability: ({ quick }) => (quick ? [] : stabilityFigures()),
  corrections: correctionFigures,
  reasons: ({ quick }) => (quick ? [] : reasonFigures()),
  knots: () => knotFigures(),
  trends: () => trendFigures(),
  effects: () => effectFigures(),
};

/**
 * Figures on any labelled JSONL: rows with `segments` are notes for the recogniser, with the label of each segment under
 * `gold`; other rows are texts to discover themes in, with text and label under the given keys.
 */
export function measureLabelledFile(data: LabelledFile): FigureRow[] {
  const rows = readLabelledRows(data);
  if (rows.kind === "notes") return labelledNoteFigures(data.file, data.gold);
  return dataFigures(rows.texts, rows.labels, data.language);
}
