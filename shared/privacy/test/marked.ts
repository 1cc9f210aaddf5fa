import type { Candidate } from "../src/gate/candidate.js";
import { normalise } from "../src/gate/normalise.js";
import type { ReadableNote } from "../src/gate/readable-note.js";

/** What a detector finds in a readable text. */
export type Find = (note: ReadableNote) => readonly Pick<Candidate, "start" | "end">[];

/**
 * Takes a text in which guillemets stand around everything that has to be found ("Bel «06-12345678» morgen.") and gives the
 * same text with guillemets around what the detector found, so that a test compares the two.
 */
export function marked(text: string, find: Find): string {
  const plain = text.replace(/[«»]/g, "");
  const found = [...find(normalise(plain))].sort((one, other) => one.start - other.start || one.end - other.end);
  let written = "";
  let from = 0;
  for (const [index, { start, end }] of found.entries()) {
    // Finds that overlap are shown as one, as the gate masks them.
    if (end <= from) continue;
    const goesOn = start < from && index > 0;
    written = goesOn ? written.slice(0, -1) : `${written}${plain.slice(from, start)}«`;
    written += `${plain.slice(goesOn ? from : start, end)}»`;
    from = end;
  }
  return written + plain.slice(from);
}
