import { shuffledOrder } from "./train-linear.js";
import type { LabelledNote, LabelledSegment } from "./training-notes.js";

/**
 * Notes made of segments of several notes. People who write a note for a corpus put background first and last and hardly ever
 * write two short questions after one another; staff do. Calibrated on written notes alone, the division of a note learns that
 * habit: short questions side by side are then read as background. These notes hold the same segments, questions and decoys
 * alike, without the habit.
 */

/** Segments in one note. */
const SEGMENTS = [2, 3, 2, 4];
/** So many notes are made for each written one. */
const SHARE = 0.4;
const SEED = 4_711;

/** Deterministic: the same notes give the same notes. */
export function recombineNotes(notes: readonly LabelledNote[]): LabelledNote[] {
  const pool = notes.flatMap(({ text, hand, segments }) =>
    segments.map((segment) => ({ hand, theme: segment.theme, text: text.slice(segment.start, segment.end) })),
  );
  const order = shuffledOrder(pool.length, SEED);
  const made: LabelledNote[] = [];
  let next = 0;
  for (let index = 0; index < SHARE * notes.length; index++) {
    const size = SEGMENTS[index % SEGMENTS.length] as number;
    const parts = Array.from({ length: size }, () => pool[order[next++ % pool.length] as number]).filter(
      (part) => part !== undefined,
    );
    let text = "";
    const segments = parts.map((part): LabelledSegment => {
      if (text !== "") text += " ";
      const start = text.length;
      text += part.text;
      return { start, end: text.length, theme: part.theme };
    });
    made.push({ id: `recombined-${index}`, hand: parts[0]?.hand ?? "", text, segments });
  }
  return made;
}
