import type { ThemeId } from "@rode-draad/domain";
import { decodeNote, placeOf, QUESTION_EVIDENCE_LENGTH, questionEvidence, type Stretch, sigmoid } from "../src/known/decode-note.js";
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
        questionEvidence(row, held.scores.columns, placeOf(held.sentences, from, to), evidence);
        observations.push({ evidence, question: label.theme < themeIds.length });
        const whole = labels[from - 1]?.segment !== label.segment && labels[to]?.segment !== label.segment;
        if (whole && label.theme < themeIds.length) themeScores.push({ row, label: label.theme });
      }
    }
  }
  const fitted: Calibration = {
    themeSteepness: fitSteepness(themeScores, themeIds.length),
    question: fitLogistic(observations),
    themePull: 1,
    boundaryCost: 0,
    themeFloor: 0.3,
    safetyFloor: 0.3,
  };
  return tuneSafety(notes, tuneDecisions(notes, fitted, themeIds, safetyColumns), themeIds, safetyColumns);
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

const BOUNDARY_COSTS = [0, 0.15, 0.3, 0.6];
const THEME_PULLS = [0.3, 0.6, 1];
const THEME_FLOORS = Array.from({ length: 14 }, (_, step) => 0.1 + step * 0.04);
/** Share of notes without a safety theme that may be sent the safety route; the promise is 0.05. */
const SAFETY_FALSE_MAX = 0.045;
/** Share of questions without a theme that is still acceptable; the promise is 0.10. */
const UNASSIGNED_MAX = 0.1;

const confidenceOf = (stretch: Stretch): number => stretch.question * stretch.themeShare;

/** The decision settings with the best micro-F1 of a note's set of themes, among those that leave few questions unassigned. */
function tuneDecisions(
  notes: readonly HeldOutNote[],
  fitted: Calibration,
  themeIds: readonly ThemeId[],
  safetyColumns: readonly number[],
): Calibration {
  let best = fitted;
  let bestF1 = -1;
  const golds = notes.map(({ note }) => new Set(note.segments.flatMap((segment) => segment.theme ?? [])));
  const goldCount = golds.reduce((sum, gold) => sum + gold.size, 0);
  for (const themePull of THEME_PULLS) {
    for (const boundaryCost of BOUNDARY_COSTS) {
      const settings = { ...fitted, themePull, boundaryCost };
      const decoded = notes.map(({ scores, sentences }) =>
        decodeNote(scores, sentences, settings, safetyColumns).filter((stretch) => stretch.isQuestion),
      );
      const asked = decoded.reduce((sum, stretches) => sum + stretches.length, 0);
      for (const themeFloor of THEME_FLOORS) {
        let right = 0;
        let given = 0;
        let sure = 0;
        decoded.forEach((stretches, index) => {
          const kept = stretches.filter((stretch) => confidenceOf(stretch) >= themeFloor);
          const themes = new Set(kept.map((stretch) => themeIds[stretch.theme] as ThemeId));
          sure += kept.length;
          given += themes.size;
          for (const theme of themes) if (golds[index]?.has(theme)) right++;
        });
        const f1 = (2 * right) / (given + goldCount);
        if (f1 > bestF1 && 1 - sure / asked <= UNASSIGNED_MAX) {
          bestF1 = f1;
          best = { ...settings, themeFloor: Number(themeFloor.toFixed(2)) };
        }
      }
    }
  }
  return best;
}

/** The lowest floor that sends few enough other notes the safety route: missing one is worse than one too many. */
function tuneSafety(
  notes: readonly HeldOutNote[],
  fitted: Calibration,
  themeIds: readonly ThemeId[],
  safetyColumns: readonly number[],
): Calibration {
  const safetyThemes = new Set(safetyColumns.map((column) => themeIds[column] as ThemeId));
  const highest = notes
    .filter(({ note }) => !note.segments.some((segment) => segment.theme !== null && safetyThemes.has(segment.theme)))
    .map(({ scores, sentences }) =>
      decodeNote(scores, sentences, fitted, safetyColumns).reduce((most, stretch) => Math.max(most, stretch.safety), 0),
    )
    .sort((one, other) => other - one);
  const floor = highest[Math.floor(highest.length * SAFETY_FALSE_MAX)] ?? fitted.safetyFloor;
  return { ...fitted, safetyFloor: Number((floor + 0.0005).toFixed(4)) };
}
