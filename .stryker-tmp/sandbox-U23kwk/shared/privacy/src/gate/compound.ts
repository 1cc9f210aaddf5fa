/** Shortest first and last part: shorter ones would let foreign names pass for Dutch compounds (Has-san). */
const FIRST_PART_MIN = 3;
const LAST_PART_MIN = 4;
const COMPOUND_MIN = 9;
const LINKS = ["", "s", "e", "en", "n"] as const;

/**
 * Whether a word is two known words in a row with a linking sound between them, as Dutch compounds are
 * (huur-toeslag, leeftijd-s-grens). Looks up at most 5 × n parts of a word of n letters; words are short, and longer
 * than 40 letters is not looked at.
 */
export function isCompoundOf(word: string, isWord: (part: string) => boolean): boolean {
  if (word.length < COMPOUND_MIN || word.length > 40) return false;
  for (let cut = FIRST_PART_MIN; cut <= word.length - LAST_PART_MIN; cut++) {
    if (!isWord(word.slice(cut))) continue;
    for (const link of LINKS) {
      const first = word.slice(0, cut);
      if (!first.endsWith(link)) continue;
      const stem = first.slice(0, first.length - link.length);
      if (stem.length >= FIRST_PART_MIN && isWord(stem)) return true;
    }
  }
  return false;
}
