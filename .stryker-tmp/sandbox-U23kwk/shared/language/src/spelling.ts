/**
 * Finds the domain word that a misspelt word was meant to be: `hurutoeslag` → `huurtoeslag`. Deletion neighbourhoods
 * after Garbe's SymSpell (2012): two words within one edit share a form with one letter deleted, so a lookup is a handful
 * of hash look-ups instead of a comparison with every word. Swapped neighbours share one too.
 *
 * Only words of 7 letters and up take part: among shorter ones an edit often makes another real word.
 * Building: letters in the vocabulary. Lookup: length of the word.
 */

const LENGTH_MIN = 7;

export class SpellingIndex {
  readonly #words: ReadonlySet<string>;
  readonly #byDeletion = new Map<string, string>();

  /** `vocabulary` in order of importance: where two words share a neighbourhood, the first one wins. */
  constructor(vocabulary: Iterable<string>) {
    const words = new Set<string>();
    for (const word of vocabulary) if (word.length >= LENGTH_MIN) words.add(word);
    this.#words = words;
    for (const word of words) {
      if (!this.#byDeletion.has(word)) this.#byDeletion.set(word, word);
      for (const form of deletions(word)) if (!this.#byDeletion.has(form)) this.#byDeletion.set(form, word);
    }
  }

  /** The word meant, or undefined when the word is known, short, or far from every known word. */
  correct(word: string): string | undefined {
    if (word.length < LENGTH_MIN - 1 || this.#words.has(word)) return undefined;
    const direct = this.#byDeletion.get(word);
    if (direct !== undefined) return direct;
    if (word.length < LENGTH_MIN) return undefined;
    for (const form of deletions(word)) {
      const meant = this.#byDeletion.get(form);
      if (meant !== undefined && Math.abs(meant.length - word.length) <= 1) return meant;
    }
    return undefined;
  }
}

function* deletions(word: string): Generator<string> {
  // The first letter is kept: misspellings seldom touch it, and it keeps prefixes apart (ontslaan, onslaan).
  for (let at = 1; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1);
}
