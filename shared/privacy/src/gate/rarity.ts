import type { Lexicon } from "./lexicon.js";
import type { ReadableNote } from "./readable-note.js";
import type { Word } from "./words.js";

/**
 * Rare combinations: a widower with sextuplets in a village needs no name. Source: WP216 (singling out), and the
 * deduction in reference/domain.md 4.5: three rare traits in one note and the note waits for a person.
 */
export const RARE_TRAITS_MIN = 3;

/** Families this large are a few per thousand households (CBS, huishoudens naar kindertal). */
const MANY_CHILDREN =
  /(?<!\p{L})(?:zeven|acht|negen|tien|elf|twaalf|dertien|[7-9]|1[0-5])\s(?:eigen\s)?kinderen(?!\p{L})/iu;

/** How many different kinds of rare trait a note shows. Lines of the list read `kind: word`. O(words). */
export function countRareTraits(note: ReadableNote, words: readonly Word[], lexicon: Lexicon): number {
  const kinds = new Set<string>();
  const traits = rareTraitsOf(lexicon);
  for (const word of words) {
    const kind = traits.get(word.folded);
    if (kind !== undefined) kinds.add(kind);
  }
  return MANY_CHILDREN.test(note.text) ? kinds.size + 1 : kinds.size;
}

const byLexicon = new WeakMap<Lexicon, ReadonlyMap<string, string>>();

function rareTraitsOf(lexicon: Lexicon): ReadonlyMap<string, string> {
  const known = byLexicon.get(lexicon);
  if (known) return known;
  const traits = new Map<string, string>();
  for (const line of lexicon.list("rareTraits")) {
    const cut = line.indexOf(": ");
    traits.set(line.slice(cut + 2), line.slice(0, cut));
  }
  byLexicon.set(lexicon, traits);
  return traits;
}
