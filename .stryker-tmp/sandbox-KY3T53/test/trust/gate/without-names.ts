import { foldName, type Lexicon, NAME_FLAGS } from "@rode-draad/privacy";
import type { LabelledNote } from "./labelled-note.js";

export function namesIn(notes: readonly LabelledNote[]): string[] {
  return notes.flatMap(({ text, spans }) =>
    spans.filter(({ type }) => type === "PERSON").map(({ start, end }) => text.slice(start, end)),
  );
}

/** The lexicon as it would be had nobody ever listed these names: what is left to find them by is context. */
export function withoutNames(lexicon: Lexicon, names: readonly string[]): Lexicon {
  const heldOut = new Set(names.flatMap((name) => name.split(/[\s\-.,'’]+/).map(foldName)));
  return {
    ...lexicon,
    flags: (folded) => (heldOut.has(folded) ? lexicon.flags(folded) & ~NAME_FLAGS : lexicon.flags(folded)),
  };
}
