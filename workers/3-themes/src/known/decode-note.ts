import type { Openings } from "./read-openings.js";
import type { Calibration } from "./recognition-model.js";
import { safetyChance } from "./safety-chance.js";
import type { NoteScores, TextSpan } from "./score-note.js";
import {
  placeOf,
  QUESTION_EVIDENCE_LENGTH,
  questionEvidence,
  READING_EVIDENCE_LENGTH,
  readingEvidence,
} from "./stretch-evidence.js";

/**
 * Divides a note into stretches, each a question or none, with a semi-Markov conditional random field (Sarawagi & Cohen,
 * NIPS 2004) over its sentences. The most probable division gives the segments; the sum over all divisions gives how
 * sure it is that the note asks about a theme, so that doubt about where a question starts does not count against it.
 * Cost: sentences × longest stretch × themes.
 */

/** Longer questions hardly occur in the training corpus; a longer stretch is cut. */
export const STRETCH_MAX = 6;

/** Sentences `from` up to `to` (half-open), with what the scores say of them. */
export interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly theme: number;
  /** Probability of each theme, given that it is a question. */
  readonly shares: Float64Array;
  /** Log-potential of the stretch as a question, and as no question. */
  readonly asking: number;
  readonly silent: number;
}

/** A stretch of the most probable division. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly theme: number;
  /** A question when asking is given the benefit of the doubt: it gets a theme if one is sure enough. */
  readonly isQuestion: boolean;
  /** A question also without that benefit: it counts as unknown when no theme is sure enough. */
  readonly isPlainQuestion: boolean;
  /** Chance that the note asks about this theme. */
  readonly confidence: number;
  /** Chance that a question about safety overlaps this stretch, less where the recogniser knows little of it. */
  readonly safety: number;
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function dot(weights: readonly number[], evidence: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < evidence.length; at++) sum += (weights[at] ?? 0) * (evidence[at] as number);
  return sum;
}

/** How sure a stretch is a question, and of which theme; what the division is weighed by. */
export interface Judgement {
  readonly theme: number;
  readonly shares: Float64Array;
  /** Logarithms of the chances of a question, of none, and of the best theme given a question. */
  readonly question: number;
  readonly none: number;
  readonly themeShare: number;
}

const LEAST = 1e-9;
const FAR_BELOW = 16;

export function judgeStretch(
  row: Float64Array,
  evidence: Float64Array,
  calibration: Pick<Calibration, "question" | "themeSteepness">,
  shares = new Float64Array(row.length - 1),
): Judgement {
  const chance = sigmoid(dot(calibration.question, evidence));
  const themes = row.length - 1;
  let theme = 0;
  for (let other = 1; other < themes; other++) if ((row[other] as number) > (row[theme] as number)) theme = other;
  let mass = 0;
  for (let other = 0; other < themes; other++) {
    const below = calibration.themeSteepness * ((row[theme] as number) - (row[other] as number));
    // So far below the best it has no share that counts.
    if (below > FAR_BELOW) continue;
    const share = Math.exp(-below);
    shares[other] = share;
    mass += share;
  }
  for (let other = 0; other < themes; other++) shares[other] = (shares[other] as number) / mass;
  return {
    theme,
    shares,
    question: Math.log(chance + LEAST),
    none: Math.log(1 - chance + LEAST),
    themeShare: -Math.log(mass),
  };
}

/** A sentence that disagrees fully counts as this chance, so that one odd sentence cannot forbid a stretch. */
const AGREEMENT_LEAST = 0.02;

/**
 * How well the sentences of a stretch agree with its theme: for each the logarithm of its own share for that theme, as far
 * as it asks something by itself. Two sentences that each surely ask something else are two questions, not one.
 */
export function agreementOf(sentences: readonly Judgement[], from: number, to: number, theme: number): number {
  if (to - from === 1) return 0;
  let sum = 0;
  for (let at = from; at < to; at++) {
    const { question, shares } = sentences[at] as Judgement;
    sum += Math.exp(question) * Math.log((shares[theme] as number) + AGREEMENT_LEAST);
  }
  return sum;
}

/**
 * How well the sentences of a stretch agree with asking nothing: for each the logarithm of its own chance of that. Three short
 * questions in a row are not one stretch of background, though together they speak for no theme.
 */
export function silenceOf(sentences: readonly Judgement[], from: number, to: number): number {
  if (to - from === 1) return 0;
  let sum = 0;
  for (let at = from; at < to; at++) {
    const { none } = sentences[at] as Judgement;
    sum += Math.log(Math.exp(none) + AGREEMENT_LEAST);
  }
  return sum;
}

/** Every stretch of a note with its potentials; `fixed[i]` keeps sentence i out of every question. */
function weighStretches(
  scores: NoteScores,
  sentences: readonly TextSpan[],
  openings: Openings,
  calibration: Calibration,
  fixed: readonly boolean[],
): Candidate[] {
  const row = new Float64Array(scores.columns);
  const evidence = new Float64Array(QUESTION_EVIDENCE_LENGTH);
  const reading = new Float64Array(READING_EVIDENCE_LENGTH);
  const candidates: Candidate[] = [];
  const alone: Judgement[] = [];
  // Room for the shares of all stretches at once, since making one such array costs as much as filling it.
  const themes = scores.columns - 1;
  const room = new Float64Array(themes * sentences.length * STRETCH_MAX);
  for (let to = 1; to <= sentences.length; to++) {
    for (let from = to - 1; from >= Math.max(0, to - STRETCH_MAX); from--) {
      if (to - from > 1 && (fixed[from] || fixed[to - 1])) break;
      const place = placeOf(sentences, from, to);
      scores.score(from, to, row);
      questionEvidence(row, place, evidence);
      const shares = room.subarray(candidates.length * themes, (candidates.length + 1) * themes);
      const judged = judgeStretch(row, evidence, calibration, shares);
      if (to - from === 1) alone[from] = judged;
      const { theme } = judged;
      const agreement = agreementOf(alone, from, to, theme);
      readingEvidence(
        place,
        openings,
        { sureness: judged.question, themeSureness: judged.themeShare, agreement },
        reading,
      );
      const asking = fixed[from] ? -Infinity : dot(calibration.asking, reading) + calibration.askingLean;
      const silence = silenceOf(alone, from, to);
      readingEvidence(place, openings, { sureness: judged.none, themeSureness: 0, agreement: silence }, reading);
      candidates.push({ from, to, theme, shares, asking, silent: dot(calibration.silent, reading) });
    }
  }
  return candidates;
}

function logAdd(one: number, other: number): number {
  if (one === -Infinity) return other;
  if (other === -Infinity) return one;
  const top = Math.max(one, other);
  return top + Math.log1p(Math.exp(Math.min(one, other) - top));
}

/** Log-sums over the divisions of the sentences before and after each boundary, and over all divisions of the note. */
export interface DivisionSums {
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Over the divisions in which nothing is asked. */
  readonly silent: number;
  /** Over all divisions, the silent ones with their own weight. */
  readonly total: number;
}

/**
 * Nine notes in ten ask something, which no stretch can know by itself; so a division in which nothing is asked carries a
 * weight of its own. The number of such divisions grows with the sentences, hence the second weight.
 */
export function silentNoteWeight(weights: readonly number[], count: number): number {
  return (weights[0] ?? 0) + (weights[1] ?? 0) * Math.log(count);
}

export function sumDivisions(
  candidates: readonly Pick<Candidate, "from" | "to" | "asking" | "silent">[],
  count: number,
  silentWeight: number,
): DivisionSums {
  const before = new Float64Array(count + 1).fill(-Infinity);
  const after = new Float64Array(count + 1).fill(-Infinity);
  const quiet = new Float64Array(count + 1).fill(-Infinity);
  before[0] = 0;
  after[count] = 0;
  quiet[0] = 0;
  for (const { from, to, asking, silent } of candidates) {
    before[to] = logAdd(before[to] as number, (before[from] as number) + logAdd(asking, silent));
    quiet[to] = logAdd(quiet[to] as number, (quiet[from] as number) + silent);
  }
  for (let at = candidates.length - 1; at >= 0; at--) {
    const { from, to, asking, silent } = candidates[at] as Candidate;
    after[from] = logAdd(after[from] as number, (after[to] as number) + logAdd(asking, silent));
  }
  const all = before[count] as number;
  const silent = quiet[count] as number;
  // The asking divisions are all but the silent ones; the difference is floored where rounding leaves nothing.
  const asking = all + Math.log(Math.max(1e-12, -Math.expm1(Math.min(0, silent - all))));
  return { before, after, silent, total: logAdd(asking, silent + silentWeight) };
}

/** The stretches of the most probable division, in order. */
export function decodeNote(
  scores: NoteScores,
  sentences: readonly TextSpan[],
  openings: Openings,
  calibration: Calibration,
  safetyColumns: readonly number[],
  fixed: readonly boolean[] = [],
): Stretch[] {
  const count = sentences.length;
  if (count === 0) return [];
  const candidates = weighStretches(scores, sentences, openings, calibration, fixed);
  const silentWeight = silentNoteWeight(calibration.silentNote, count);
  const { before, after, total } = sumDivisions(candidates, count, silentWeight);
  const themes = new Float64Array(scores.columns - 1);
  const safety = new Float64Array(count);
  for (const { from, to, asking, shares } of candidates) {
    const chance = Math.exp((before[from] as number) + asking + (after[to] as number) - total);
    for (let theme = 0; theme < themes.length; theme++)
      themes[theme] = (themes[theme] as number) + chance * (shares[theme] as number);
    const unsafe = safetyChance(shares, safetyColumns);
    for (let at = from; at < to; at++) safety[at] = (safety[at] as number) + chance * unsafe;
  }
  return bestDivision(candidates, count, silentWeight).map(
    ({ candidate: { from, to, theme, asking, silent }, read }) => ({
      from,
      to,
      theme,
      isQuestion: read === "asking",
      isPlainQuestion: read === "asking" && asking - calibration.askingLean > silent,
      confidence: Math.min(1, themes[theme] as number),
      safety: Math.min(
        1,
        safety.subarray(from, to).reduce((most, chance) => Math.max(most, chance), 0),
      ),
    }),
  );
}

interface Chosen {
  readonly candidate: Candidate;
  readonly read: "asking" | "silent";
  /** Whether an earlier stretch of this division asks something. */
  readonly askedBefore: boolean;
}

/** The division with the highest sum, by the Viterbi recursion; kept apart by whether anything has been asked so far. */
function bestDivision(candidates: readonly Candidate[], count: number, silentWeight: number): Chosen[] {
  const quiet = new Float64Array(count + 1).fill(-Infinity);
  const asked = new Float64Array(count + 1).fill(-Infinity);
  const quietStep: (Chosen | undefined)[] = [];
  const askedStep: (Chosen | undefined)[] = [];
  quiet[0] = 0;
  for (const candidate of candidates) {
    const { from, to, asking, silent } = candidate;
    if ((quiet[from] as number) + silent > (quiet[to] as number)) {
      quiet[to] = (quiet[from] as number) + silent;
      quietStep[to] = { candidate, read: "silent", askedBefore: false };
    }
    const options = [
      { total: (quiet[from] as number) + asking, read: "asking", askedBefore: false },
      { total: (asked[from] as number) + asking, read: "asking", askedBefore: true },
      { total: (asked[from] as number) + silent, read: "silent", askedBefore: true },
    ] as const;
    for (const { total, read, askedBefore } of options) {
      if (total <= (asked[to] as number)) continue;
      asked[to] = total;
      askedStep[to] = { candidate, read, askedBefore };
    }
  }
  const path: Chosen[] = [];
  let inAsked = (asked[count] as number) > (quiet[count] as number) + silentWeight;
  for (let to = count; to > 0; ) {
    const step = (inAsked ? askedStep[to] : quietStep[to]) as Chosen;
    path.unshift(step);
    inAsked = step.askedBefore;
    to = step.candidate.from;
  }
  return path;
}
