import { readFileSync } from "node:fs";
import { correctionFigures } from "./corrections.js";
import { dataFigures, questionFigures } from "./discovery.js";
import { emergentFigures, plantedFigures } from "./emergent.js";
import type { FigureRow } from "./figure-row.js";
import { knotFigures } from "./knots.js";
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
};

interface LabelledFile {
  readonly data: string;
  readonly gold: string;
  readonly text: string;
  readonly language: "nl" | "none";
}

/**
 * Figures on any labelled JSONL: rows with `segments` are notes for the recogniser, with the label of each segment under
 * `gold`; other rows are texts to discover themes in, with text and label under the given keys.
 */
export function measureLabelledFile({ data, gold, text, language }: LabelledFile): FigureRow[] {
  const rows = readFileSync(data, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  if (rows.some((row) => Array.isArray(row.segments))) return labelledNoteFigures(data, gold);
  return dataFigures(
    rows.map((row) => String(row[text])),
    rows.map((row) => String(row[gold])),
    language,
  );
}
