import type { Openings } from "./read-openings.js";
import type { TextSpan } from "./score-note.js";

/** What the two models of a note's division look at: one says "question or not" of a stretch, one weighs divisions. */

/** Where a stretch stands: sentences `from` up to `to` of `count`, its length and the note's in characters. */
export interface Place {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly length: number;
  readonly noteLength: number;
}

const NOWHERE: TextSpan = { start: 0, end: 0 };

export function placeOf(sentences: readonly TextSpan[], from: number, to: number): Place {
  const last = sentences[sentences.length - 1] ?? NOWHERE;
  return {
    from,
    to,
    count: sentences.length,
    length: Math.max(1, (sentences[to - 1] ?? NOWHERE).end - (sentences[from] ?? NOWHERE).start),
    noteLength: Math.max(1, last.end - (sentences[0] ?? NOWHERE).start),
  };
}

export const QUESTION_EVIDENCE_LENGTH = 9;

/**
 * What speaks for a question: the best theme against "no question", and its size in the note. Not whether it stands first or
 * last: background does so in most notes of the corpus, which is how they were written and not how people write.
 */
export function questionEvidence(scores: ArrayLike<number>, place: Place, into: Float64Array): void {
  const { from, to, count, length, noteLength } = place;
  const themes = scores.length - 1;
  let best = -Infinity;
  let second = -Infinity;
  for (let theme = 0; theme < themes; theme++) {
    const score = scores[theme] as number;
    if (score > best) {
      second = best;
      best = score;
    } else if (score > second) second = score;
  }
  const none = scores[themes] as number;
  into[0] = 1;
  into[1] = none;
  into[2] = best;
  into[3] = best - second;
  into[4] = Math.log(to - from);
  into[5] = Math.log(count);
  into[6] = Math.log(length);
  into[7] = Math.log(length / noteLength);
  into[8] = best * none;
}

/** Length of the evidence for one reading of a stretch; question and no question have weights of their own. */
export const READING_EVIDENCE_LENGTH = 10;

/** How a stretch reads: logarithms of the chance of the reading, of its best theme, and how its sentences agree with that. */
export interface Reading {
  readonly sureness: number;
  readonly themeSureness: number;
  readonly agreement: number;
}

/** What speaks for a stretch as one whole, read as a question or as none. */
export function readingEvidence(place: Place, openings: Openings, reading: Reading, into: Float64Array): void {
  const { from, to } = place;
  const sentences = to - from;
  into[0] = 1;
  into[1] = reading.sureness;
  into[2] = sentences * reading.sureness;
  into[3] = reading.themeSureness;
  into[4] = sentences * reading.themeSureness;
  into[5] = Math.log(sentences);
  into[6] = from > 0 && openings.turns[from] ? 1 : 0;
  into[7] = from > 0 && openings.pointsBack[from] ? 1 : 0;
  into[8] = Math.log(place.length / sentences);
  into[9] = reading.agreement;
}
