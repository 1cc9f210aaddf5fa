import { tokenise } from "@rode-draad/language";
import type { Lexicon } from "./features.js";

/** A word or expression of the lexicon in a text. Offsets are UTF-16 units of the text, half-open. */
export interface PhraseInText {
  /** As the lexicon writes it: never a name, a number or a mask. */
  readonly phrase: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds what a text says in words that may be repeated elsewhere: the phrases of the concept lexicon and of the catalogue, the
 * longest at each place. Word for word and not by stem, since a stem is a key to compare by, and "met" would be shown as
 * "meeëten". Cost: words × longest phrase.
 */
export class LexiconPhrases {
  readonly #phrases = new Map<string, string>();
  #longest = 0;

  constructor({ entries }: Lexicon) {
    for (const phrase of entries.flatMap(({ phrases }) => phrases)) {
      const words = wordsOf(phrase);
      if (words.length === 0 || /\d/.test(phrase)) continue;
      const key = words.map(({ norm }) => norm).join(" ");
      if (!this.#phrases.has(key)) this.#phrases.set(key, phrase);
      this.#longest = Math.max(this.#longest, words.length);
    }
  }

  /** In order, without overlap. */
  find(text: string): PhraseInText[] {
    const words = wordsOf(text);
    const found: PhraseInText[] = [];
    for (let from = 0; from < words.length; ) {
      const match = this.#longestAt(words, from);
      if (match === undefined) {
        from++;
        continue;
      }
      const { start } = words[from] as { start: number };
      const { end } = words[match.to - 1] as { end: number };
      found.push({ phrase: match.phrase, start, end });
      from = match.to;
    }
    return found;
  }

  #longestAt(words: readonly { readonly norm: string }[], from: number): { phrase: string; to: number } | undefined {
    let key = "";
    let best: { phrase: string; to: number } | undefined;
    for (let to = from + 1; to <= Math.min(words.length, from + this.#longest); to++) {
      key = key === "" ? (words[to - 1]?.norm ?? "") : `${key} ${words[to - 1]?.norm}`;
      const phrase = this.#phrases.get(key);
      if (phrase !== undefined) best = { phrase, to };
    }
    return best;
  }
}

function wordsOf(text: string) {
  return tokenise(text).filter(({ kind }) => kind === "word" || kind === "number");
}
