import type { ThemeId } from "@rode-draad/domain";
import {
  agreementOf,
  decodeNote,
  type Judgement,
  judgeStretch,
  STRETCH_MAX,
  type Stretch,
  sigmoid,
  silenceOf,
} from "../src/known/decode-note.js";
import type { Calibration } from "../src/known/recognition-model.js";
import { placeOf, QUESTION_EVIDENCE_LENGTH, questionEvidence } from "../src/known/stretch-evidence.js";
import { type DivisionExample, type DivisionStretch, fitDivision, readingsOf } from "./fit-division.js";
import type { HeldOutGroup, HeldOutNote } from "./hold-out-hands.js";

/**
 * Turns scores into probabilities on notes that the scorers had not seen: a softmax temperature for the theme (Guo,
 * Pleiss, Sun & Weinberger, ICML 2017), a logistic regression for "is this a question" (Platt 1999, with the place in
 * the note beside the score), weights for the division of a note, and the floors that give the best decisions.
 */

interface Observation {
  readonly evidence: Float64Array;
  readonly question: boolean;
}

export function fitCalibration(
  groups: readonly Pick<HeldOutGroup, "notes" | "recombined">[],
  themeIds: readonly ThemeId[],
  safetyColumns: readonly number[],
): Calibration {
  const columnOf = new Map(themeIds.map((id, column) => [id, column]));
  const notes = groups.flatMap((group) => group.notes);
  const all = [...notes, ...groups.flatMap((group) => group.recombined)];
  const observations: Observation[] = [];
  const themeScores: { readonly row: Float64Array; readonly label: number }[] = [];
  for (const held of all) {
    const labels = goldLabels(held, columnOf, themeIds.length);
    for (let from = 0; from < labels.length; from++) {
      const label = labels[from] as { segment: number; theme: number };
      for (let to = from + 1; to <= Math.min(labels.length, from + STRETCH_MAX); to++) {
        if (labels[to - 1]?.segment !== label.segment) break;
        const row = new Float64Array(held.scores.columns);
        held.scores.score(from, to, row);
        const evidence = new Float64Array(QUESTION_EVIDENCE_LENGTH);
        questionEvidence(row, placeOf(held.sentences, from, to), evidence);
        observations.push({ evidence, question: label.theme < themeIds.length });
        const whole = labels[from - 1]?.segment !== label.segment && labels[to]?.segment !== label.segment;
        if (whole && label.theme < themeIds.length) themeScores.push({ row, label: label.theme });
      }
    }
  }
  const themeSteepness = fitSteepness(themeScores, themeIds.length);
  const question = fitLogistic(observations);
  const division = fitDivision(
    all.map((held) => divisionExample(held, { themeSteepness, question }, columnOf, themeIds.length)),
  );
  const fitted: Calibration = {
    themeSteepness,
    question,
    ...division,
    askingLean: ASKING_LEAN,
    themeFloor: 0.3,
    safetyFloor: 0.3,
  };
  return tuneFloors(notes, fitted, themeIds, safetyColumns);
}

/** A note's stretches with their evidence, and which of them make up the true division. */
function divisionExample(
  held: HeldOutNote,
  fitted: Pick<Calibration, "themeSteepness" | "question">,
  columnOf: ReadonlyMap<ThemeId, number>,
  noQuestion: number,
): DivisionExample {
  const labels = goldLabels(held, columnOf, noQuestion);
  const row = new Float64Array(held.scores.columns);
  const evidence = new Float64Array(QUESTION_EVIDENCE_LENGTH);
  const stretches: DivisionStretch[] = [];
  const alone: Judgement[] = [];
  for (let to = 1; to <= labels.length; to++) {
    for (let from = to - 1; from >= Math.max(0, to - STRETCH_MAX); from--) {
      const place = placeOf(held.sentences, from, to);
      held.scores.score(from, to, row);
      questionEvidence(row, place, evidence);
      const judged = judgeStretch(row, evidence, fitted);
      if (to - from === 1) alone[from] = judged;
      const agreement = agreementOf(alone, from, to, judged.theme);
      const segment = labels[from]?.segment;
      const isGold =
        labels[from - 1]?.segment !== segment &&
        labels[to]?.segment !== segment &&
        labels.slice(from, to).every((label) => label.segment === segment);
      const gold = isGold ? (labels[from]?.theme === noQuestion ? "silent" : "asking") : undefined;
      stretches.push({
        from,
        to,
        ...readingsOf(place, held.openings, judged, { agreement, silence: silenceOf(alone, from, to) }),
        ...(gold ? { gold } : {}),
      });
    }
  }
  return { count: labels.length, stretches };
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

/**
 * The benefit of the doubt for a question. Without it the F1 of long notes is half a point higher, and one in ten short questions
 * beside each other is read as one or as none; with more, notes that ask nothing get a theme too often. Measured on hands left out at
 * 0.2 to 0.5: each tenth adds 0.1 point of boundaries found and one point of questions that get no theme.
 */
const ASKING_LEAN = 0.3;
/** Fewer themes than this share right, and people stop believing them. */
const PRECISION_MIN = 0.87;
/** What a theme on every note without a question would cost, in points of F1: invented questions cost trust. */
const FALSE_NOTE_COST = 0.2;
/** What it would cost to leave every question without a theme: somebody has to read those. */
const UNASSIGNED_COST = 0.15;
const THEME_FLOORS = Array.from({ length: 60 }, (_, step) => 0.1 + step * 0.01);
/** Share of notes without a safety theme that may be sent the safety route: the promise. Of hands left out 0.039 and 0.048 were sent. */
const SAFETY_FALSE_MAX = 0.05;

/**
 * The theme floor of most worth, and the lowest safety floor that sends few
 * enough other notes the safety route: missing one is worse than one too many.
 */
function tuneFloors(
  notes: readonly HeldOutNote[],
  fitted: Calibration,
  themeIds: readonly ThemeId[],
  safetyColumns: readonly number[],
): Calibration {
  const golds = notes.map(({ note }) => new Set(note.segments.flatMap((segment) => segment.theme ?? [])));
  const decoded = notes.map(({ scores, sentences, openings }) =>
    decodeNote(scores, sentences, openings, fitted, safetyColumns),
  );
  let themeFloor = fitted.themeFloor;
  let best = -1;
  for (const floor of THEME_FLOORS) {
    const { worth, precision } = judgeFloor(decoded, golds, floor, themeIds);
    if (worth <= best || precision < PRECISION_MIN) continue;
    best = worth;
    themeFloor = Number(floor.toFixed(3));
  }
  const safetyThemes = new Set(safetyColumns.map((column) => themeIds[column] as ThemeId));
  const highest = decoded
    .filter((_, index) => ![...(golds[index] as Set<ThemeId>)].some((theme) => safetyThemes.has(theme)))
    .map((stretches) => stretches.reduce((most, stretch) => Math.max(most, stretch.safety), 0))
    .sort((one, other) => other - one);
  const safetyFloor = (highest[Math.floor(highest.length * SAFETY_FALSE_MAX)] ?? fitted.safetyFloor) + 0.0005;
  return { ...fitted, themeFloor, safetyFloor: Number(safetyFloor.toFixed(4)) };
}

/** Micro-F1 over the set of themes of a note, less what themes on notes without a question and questions without one cost. */
function judgeFloor(
  decoded: readonly Stretch[][],
  golds: readonly Set<ThemeId>[],
  floor: number,
  themeIds: readonly ThemeId[],
): { readonly worth: number; readonly precision: number } {
  let right = 0;
  let given = 0;
  let gold = 0;
  let emptyNotes = 0;
  let falseNotes = 0;
  let questions = 0;
  let unassigned = 0;
  decoded.forEach((stretches, index) => {
    const sure = stretches.filter((stretch) => stretch.isQuestion && stretch.confidence >= floor);
    const themes = new Set(sure.map((stretch) => themeIds[stretch.theme] as ThemeId));
    given += themes.size;
    for (const { isPlainQuestion, confidence } of stretches) {
      if (!isPlainQuestion) continue;
      questions++;
      if (confidence < floor) unassigned++;
    }
    gold += golds[index]?.size ?? 0;
    if (golds[index]?.size === 0) {
      emptyNotes++;
      if (themes.size > 0) falseNotes++;
    }
    for (const theme of themes) if (golds[index]?.has(theme)) right++;
  });
  const cost =
    (FALSE_NOTE_COST * falseNotes) / Math.max(1, emptyNotes) + (UNASSIGNED_COST * unassigned) / Math.max(1, questions);
  return { worth: (2 * right) / (given + gold) - cost, precision: right / Math.max(1, given) };
}
