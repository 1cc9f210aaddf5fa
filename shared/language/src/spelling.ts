/**
 * Finds the domain word that a misspelt word was meant to be: `hurutoeslag` → `huurtoeslag`. Deletion neighbourhoods
 * after Garbe's SymSpell (2012): two words within one edit share a form with one letter deleted, so a lookup is a handful
 * of hash look-ups instead of a comparison with every word. Swapped neighbours share one too.
 *
 * Only words of 7 letters and up take part: among shorter ones an edit often makes another real word.
 * Building: letters in the vocabulary. Lookup: length of the word.
 */

const LENGTH_MIN = 7;

/** Bits that forms are marked in by a hash: tens for each form of the catalogue, so that few forms that are not there seem to be. */
const MARKS = 1 << 22;
const FNV_PRIME = 0x01000193;

export class SpellingIndex {
  readonly #words: ReadonlySet<string>;
  readonly #byDeletion = new Map<string, string>();
  /** Most forms that are looked up are not there; the marks say so before a form is made. */
  readonly #marked = new Uint32Array(MARKS / 32);

  /** `vocabulary` in order of importance: where two words share a neighbourhood, the first one wins. */
  constructor(vocabulary: Iterable<string>) {
    const words = new Set<string>();
    for (const word of vocabulary) if (word.length >= LENGTH_MIN) words.add(word);
    this.#words = words;
    for (const word of words) {
      this.#keep(word, word);
      // The first letter is kept: misspellings seldom touch it, and it keeps prefixes apart (ontslaan, onslaan).
      for (let at = 1; at < word.length; at++) this.#keep(without(word, at), word);
    }
  }

  /** The word meant, or undefined when the word is known, short, or far from every known word. */
  correct(word: string): string | undefined {
    if (word.length < LENGTH_MIN - 1 || this.#words.has(word)) return undefined;
    const direct = this.#byDeletion.get(word);
    if (direct !== undefined) return direct;
    if (word.length < LENGTH_MIN) return undefined;
    for (let at = 1; at < word.length; at++) {
      if (!this.#isMarked(hashWithout(word, at))) continue;
      const meant = this.#byDeletion.get(without(word, at));
      if (meant !== undefined && Math.abs(meant.length - word.length) <= 1) return meant;
    }
    return undefined;
  }

  #keep(form: string, word: string): void {
    if (this.#byDeletion.has(form)) return;
    this.#byDeletion.set(form, word);
    const bit = hashWithout(form, form.length) & (MARKS - 1);
    this.#marked[bit >> 5] = (this.#marked[bit >> 5] as number) | (1 << (bit & 31));
  }

  #isMarked(hash: number): boolean {
    const bit = hash & (MARKS - 1);
    return ((this.#marked[bit >> 5] as number) & (1 << (bit & 31))) !== 0;
  }
}

function without(word: string, at: number): string {
  return word.slice(0, at) + word.slice(at + 1);
}

/** The hash of Fowler, Noll & Vo over a word without its letter `skipped`. */
function hashWithout(word: string, skipped: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) if (at !== skipped) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash ^ (hash >>> 15);
}
