import { normaliseWord } from "./normalise.js";
import type { LexiconEntry } from "./phrases.js";

/** Shorter words are poor compound parts and poor targets for spelling. */
const LENGTH_MIN = 4;

/**
 * The words of a lexicon, most used first (then by alphabet): the parts that compounds split into, and the words that
 * misspellings were meant to be.
 */
export function domainVocabulary(lexicon: readonly LexiconEntry[]): string[] {
  const uses = new Map<string, number>();
  for (const entry of lexicon) {
    for (const phrase of entry.phrases) {
      for (const word of phrase.split(/[\s/-]+/).map(normaliseWord)) {
        if (word.length >= LENGTH_MIN && /^[a-z]+$/.test(word)) uses.set(word, (uses.get(word) ?? 0) + 1);
      }
    }
  }
  return [...uses].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
}
