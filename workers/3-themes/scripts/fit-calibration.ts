import type { ThemeId } from "@rode-draad/domain";
import { decodeNote, QUESTION_EVIDENCE_LENGTH, questionEvidence, sigmoid } from "../src/known/decode-note.js";
import type { Calibration } from "../src/known/recognition-model.js";
import type { HeldOutNote } from "./hold-out-hands.js";

/**
 * Turns scores into probabilities on notes that the scorers had not seen: a softmax temperature for the theme (Guo,
 * Pleiss, Sun & Weinberger, ICML 2017), a logistic regression for "is this a question" (Platt 1999, with the place in
 * the note beside the score), and the boundary cost and theme floor that give the best note-level F1.
 */

/** Longest stretch used for fitting. */
const STRETCH_MAX = 6;

interface Observation {
  readonly evidence: Float64Array;
  readonly question: boolean;
}

export function fitCalibration(
  notes: readonly HeldOutNote[],
  themeIds: readonly ThemeId[],
  safetyColumns: readonly number[],
): Calibration {
  const columnOf = new Map(themeIds.map((id, column) => [id, column]));
  const observations: Observation[] = [];
  const themeScores: { readonly row: Float64Array; readonly label: number }[] = [];
  for (const held of notes) {
    const labels = goldLabels(held, columnOf, themeIds.length);
    for (let from = 0; from < labels.length; from++) {
      const label = labels[from] as { segment: number; theme: number };
      for (let to = from + 1; to <= Math.min(labels.length, from + STRETCH_MAX); to++) {
        if (labels[to - 1]?.segment !== label.segment) break;
        const row = new Float64Array(held.scores.columns);
        held.scores.score(from, to, row);
        const evidence = new Float64Array(QUESTION_EVIDENCE_LENGTH);
        questionEvidence(row, held.scores.columns, from, to, labels.length, evidence);
        observations.push({ evidence, question: label.theme < themeIds.length });
        const whole = labels[from - 1]?.segment !== label.segment && labels[to]?.segment !== label.segment;
        if (whole && label.theme < themeIds.length) themeScores.push({ row, label: label.theme });
      }
    }
  }
  const fitted: Calibration = {
    themeSteepness: fitSteepness(themeScores, themeIds.length),
    question: fitLogistic(observations),
    boundaryCost: 0.5,
    themeFloor: 0.3,
    safetyFloor: 0.3,
  };
  return tuneDecisions(notes, fitted, themeIds, safetyColumns);
}

/** For each sentence the gold segment it overlaps most. */
export function goldLabels(held: HeldOutNote, columnOf: ReadonlyMap<ThemeId, number>, noQuestion: number) {
  return held.sentences.map((sentence) => {
    let segment = -1;
    let most = 0;
    held.note.segments.forEach((gold, index) => {
      const overlap = Math.min(gold.end, sentence.end) - Math.max(gold.start, sentence.start);
      if (overlap > most) {
        most = overlap;
        segment = index;
      }
    });
    const theme = held.note.segments[segment]?.theme;
    return { segment, theme: theme == null ? noQuestion : (columnOf.get(theme) ?? noQuestion) };
  });
}

/** The temperature with the highest likelihood, by golden-section search. */
function fitSteepness(rows: readonly { readonly row: Float64Array; readonly label: number }[], themes: number): number {
  const loss = (steepness: number): number => {
    let sum = 0;
    for (const { row, label } of rows) {
      let mass = 0;
      for (let theme = 0; theme < themes; theme++)
        mass += Math.exp(steepness * ((row[theme] as number) - (row[label] as number)));
      sum += Math.log(mass);
    }
    return sum;
  };
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = 0.2;
  let high = 12;
  for (let step = 0; step < 30; step++) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return Number(((low + high) / 2).toFixed(4));
}

/** Logistic regression by Newton's method with a little ridge. Cost: rounds × observations × evidence². */
function fitLogistic(observations: readonly Observation[]): number[] {
  const size = QUESTION_EVIDENCE_LENGTH;
  const weights = new Float64Array(size);
  for (let round = 0; round < 15; round++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, (_, index) => {
      const row = new Float64Array(size);
      row[index] = 1;
      return row;
    });
    for (const { evidence, question } of observations) {
      let logit = 0;
      for (let at = 0; at < size; at++) logit += (weights[at] as number) * (evidence[at] as number);
      const chance = sigmoid(logit);
      const error = (question ? 1 : 0) - chance;
      const curve = chance * (1 - chance);
      for (let at = 0; at < size; at++) {
        const value = evidence[at] as number;
        gradient[at] = (gradient[at] as number) + error * value;
        const row = hessian[at] as Float64Array;
        for (let other = 0; other < size; other++)
          row[other] = (row[other] as number) + curve * value * (evidence[other] as number);
      }
    }
    for (let at = 0; at < size; at++) gradient[at] = (gradient[at] as number) - (weights[at] as number);
    const step = solve(hessian, gradient);
    for (let at = 0; at < size; at++) weights[at] = (weights[at] as number) + (step[at] as number);
  }
  return Array.from(weights, (weight) => Number(weight.toFixed(6)));
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const rows = matrix.map((row, index) => [...row, right[index] as number]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[column] as number) > Math.abs(rows[pivot]?.[column] as number)) pivot = row;
    }
    const kept = rows[column] as number[];
    rows[column] = rows[pivot] as number[];
    rows[pivot] = kept;
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const factor = (rows[row]?.[column] as number) / (rows[column]?.[column] as number);
      for (let at = column; at <= size; at++) {
        (rows[row] as number[])[at] = (rows[row]?.[at] as number) - factor * (rows[column]?.[at] as number);
      }
    }
  }
  return Float64Array.from(rows, (row, index) => (row[size] as number) / (row[index] as number));
}

const BOUNDARY_COSTS = [0, 0.15, 0.3, 0.5, 0.7, 1, 1.4];
const THEME_FLOORS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];

/** The boundary cost and theme floor with the best micro-F1 of a note's set of themes. */
function tuneDecisions(
  notes: readonly HeldOutNote[],
  fitted: Calibration,
  themeIds: readonly ThemeId[],
  safetyColumns: readonly number[],
): Calibration {
  let best = fitted;
  let bestF1 = -1;
  const golds = notes.map(({ note }) => new Set(note.segments.flatMap((segment) => segment.theme ?? [])));
  for (const boundaryCost of BOUNDARY_COSTS) {
    const decoded = notes.map(({ scores, sentences }) =>
      decodeNote(scores, sentences.length, { ...fitted, boundaryCost }, safetyColumns).filter(
        (stretch) => stretch.isQuestion,
      ),
    );
    for (const themeFloor of THEME_FLOORS) {
      let right = 0;
      let given = 0;
      let gold = 0;
      decoded.forEach((stretches, index) => {
        const themes = new Set<ThemeId>();
        for (const stretch of stretches) {
          if (stretch.question * stretch.themeShare >= themeFloor) themes.add(themeIds[stretch.theme] as ThemeId);
        }
        given += themes.size;
        gold += golds[index]?.size ?? 0;
        for (const theme of themes) if (golds[index]?.has(theme)) right++;
      });
      const f1 = (2 * right) / (given + gold);
      if (f1 > bestF1) {
        bestF1 = f1;
        best = { ...fitted, boundaryCost, themeFloor };
      }
    }
  }
  return best;
}
