import { STRETCH_MAX } from "../src/known/decode-note.js";
import type { NoteScores } from "../src/known/score-note.js";

/** The scores of all stretches of a note, copied out, because a scorer forgets a note when it scores the next. */
export function keepScores(scores: NoteScores, sentences: number): NoteScores {
  const { columns } = scores;
  const row = new Float64Array(columns);
  const kept = new Float32Array(sentences * STRETCH_MAX * columns);
  const placeOf = (from: number, to: number): number => (from * STRETCH_MAX + to - from - 1) * columns;
  for (let from = 0; from < sentences; from++) {
    for (let to = from + 1; to <= Math.min(sentences, from + STRETCH_MAX); to++) {
      scores.score(from, to, row);
      kept.set(row, placeOf(from, to));
    }
  }
  return {
    columns,
    score(from, to, into) {
      const place = placeOf(from, to);
      into.set(kept.subarray(place, place + columns));
    },
  };
}
