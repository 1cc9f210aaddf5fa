import type { Calibration } from "./recognition-model.js";
import type { NoteScores, TextSpan } from "./score-note.js";

/**
 * Finds the most probable division of a note into stretches, each a theme or no question: a semi-Markov model (Sarawagi &
 * Cohen, NIPS 2004) solved by dynamic programming over sentences. A stretch earns the log-probability of its best label
 * once per sentence, and every boundary costs a little.
 * Cost: sentences × longest stretch × themes.
 */

/** The longest question in the training corpus has seven sentences; beyond six hardly any stretch gains. */
const STRETCH_MAX = 6;

/** Sentences `from` up to `to`, the best theme column among themes, and the probabilities that follow. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly theme: number;
  /** Chance that the stretch is a question of this case now. */
  readonly question: number;
  /** Chance of the theme, given that it is a question. */
  readonly themeShare: number;
  /** Chance of any safety theme, question or not. */
  readonly safety: number;
  readonly isQuestion: boolean;
}

export const QUESTION_EVIDENCE_LENGTH = 12;

/** Where a stretch stands: sentences `from` up to `to` of `count`, and its share of the note in characters. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly length: number;
  readonly noteLength: number;
}

/** What speaks for a question, apart from the words: the best theme against "no question", place and size in the note. */
export function questionEvidence(scores: ArrayLike<number>, columns: number, place: Place, into: Float64Array): void {
  const { from, to, count, length, noteLength } = place;
  let best = -Infinity;
  let second = -Infinity;
  for (let theme = 0; theme < columns - 1; theme++) {
    const score = scores[theme] as number;
    if (score > best) {
      second = best;
      best = score;
    } else if (score > second) second = score;
  }
  into[0] = 1;
  into[1] = scores[columns - 1] as number;
  into[2] = best;
  into[3] = best - second;
  into[4] = count === 1 ? 1 : 0;
  into[5] = from === 0 && count > 1 ? 1 : 0;
  into[6] = to === count && count > 1 ? 1 : 0;
  into[7] = Math.log(to - from);
  into[8] = Math.log(count);
  into[9] = Math.log(length);
  into[10] = Math.log(length / noteLength);
  into[11] = best * (scores[columns - 1] as number);
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** The best stretches, in order; `fixed[i]` keeps sentence i out of every question. */
export function decodeNote(
  scores: NoteScores,
  sentences: readonly TextSpan[],
  calibration: Calibration,
  safetyColumns: readonly number[],
  fixed: readonly boolean[] = [],
): Stretch[] {
  const count = sentences.length;
  const columns = scores.columns;
  const row = new Float64Array(columns);
  const evidence = new Float64Array(QUESTION_EVIDENCE_LENGTH);
  const best = new Float64Array(count + 1).fill(-Infinity);
  best[0] = 0;
  const stretches: (Stretch | undefined)[] = [];
  for (let to = 1; to <= count; to++) {
    for (let from = Math.max(0, to - STRETCH_MAX); from < to; from++) {
      if (to - from > 1 && (fixed[from] || fixed[to - 1])) continue;
      scores.score(from, to, row);
      questionEvidence(row, columns, placeOf(sentences, from, to), evidence);
      const stretch = judge(row, from, to, calibration, safetyColumns, evidence, fixed[from] === true);
      const chance = stretch.isQuestion ? questionChance(stretch, calibration) : 1 - stretch.question;
      const total = (best[from] as number) + (to - from) * Math.log(chance + 1e-12) - calibration.boundaryCost;
      if (total > (best[to] as number)) {
        best[to] = total;
        stretches[to] = stretch;
      }
    }
  }
  const path: Stretch[] = [];
  for (let to = count; to > 0; ) {
    const stretch = stretches[to] as Stretch;
    path.unshift(stretch);
    to = stretch.from;
  }
  return path;
}

export function placeOf(sentences: readonly TextSpan[], from: number, to: number): Place {
  const end = (at: number): number => sentences[at]?.end ?? 0;
  const start = sentences[from]?.start ?? 0;
  return {
    from,
    to,
    count: sentences.length,
    length: end(to - 1) - start,
    noteLength: end(sentences.length - 1) - (sentences[0]?.start ?? 0),
  };
}

/** How well the reading as a question explains a stretch; an unsure theme weighs less than an unsure question. */
function questionChance(stretch: Pick<Stretch, "question" | "themeShare">, calibration: Calibration): number {
  return stretch.question * stretch.themeShare ** calibration.themePull;
}

function judge(
  row: Float64Array,
  from: number,
  to: number,
  calibration: Calibration,
  safetyColumns: readonly number[],
  evidence: Float64Array,
  fixed: boolean,
): Stretch {
  const themes = row.length - 1;
  let logit = 0;
  for (let at = 0; at < QUESTION_EVIDENCE_LENGTH; at++) logit += (evidence[at] as number) * (calibration.question[at] ?? 0);
  const question = fixed ? 0 : sigmoid(logit);
  let theme = 0;
  for (let other = 1; other < themes; other++) if ((row[other] as number) > (row[theme] as number)) theme = other;
  const top = row[theme] as number;
  let mass = 0;
  for (let other = 0; other < themes; other++) mass += Math.exp(calibration.themeSteepness * ((row[other] as number) - top));
  let safetyMass = 0;
  for (const column of safetyColumns) safetyMass += Math.exp(calibration.themeSteepness * ((row[column] as number) - top));
  const themeShare = 1 / mass;
  const isQuestion = questionChance({ question, themeShare }, calibration) > 1 - question;
  return { from, to, theme, question, themeShare, safety: question * (safetyMass / mass), isQuestion };
}
