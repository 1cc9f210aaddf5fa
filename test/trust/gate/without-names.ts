import { foldName, type Lexicon, NAME_FLAGS } from "@rode-draad/privacy";

/** The lexicon as it would be had nobody ever listed these names: what is left to find them by is context. */
export function withoutNames(lexicon: Lexicon, names: readonly string[]): Lexicon {
  const heldOut = new Set(names.flatMap((name) => name.split(/[\s\-.,'’]+/).map(foldName)));
  return {
    ...lexicon,
    flags: (folded) => (heldOut.has(folded) ? lexicon.flags(folded) & ~NAME_FLAGS : lexicon.flags(folded)),
  };
}
