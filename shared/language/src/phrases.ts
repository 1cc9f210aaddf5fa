import nlp from "compromise/one";
import { stem } from "./stem.js";
import { tokenise } from "./tokenise.js";

/**
 * Finds the phrases of a lexicon (a word or expression of up to a handful of words) in tokenised text, compared by stem.
 * The phrases are laid out as a trie by compromise's `one` tier (Aho & Corasick 1975); the walk is ours, because it has
 * to report every match with its place in our tokens, and because tokenising a note twice would double its cost.
 *
 *   "geen schulden"  ->  geen ─ schuld ●            ● = ends a phrase, with the numbers of the lexicon entries it belongs to
 *
 * Cost of a lookup: tokens × longest phrase at worst, in practice about one step a token.
 */

/** A lexicon entry: its number is its place in the list; every phrase of it counts as the entry. */
export interface LexiconEntry {
  readonly phrases: readonly string[];
}

/** A match: tokens `from` up to `to` (half-open) are a phrase of entry `entry`. */
export interface PhraseMatch {
  readonly entry: number;
  readonly from: number;
  readonly to: number;
}

interface Trie {
  readonly goNext: readonly (Readonly<Record<string, number>> | null)[];
}

/** Words that a phrase is compared by: stems, so that `betalingsregelingen` meets `betalingsregeling`. */
function phraseKeys(phrase: string): string[] {
  return tokenise(phrase)
    .filter((token) => token.kind === "word" || token.kind === "number")
    .map((token) => stem(token.norm));
}

export class PhraseNet {
  /** Per state of the trie: the next state by stem. */
  readonly #next: readonly (ReadonlyMap<string, number> | undefined)[];
  /** Per state of the trie: the entries that end there. */
  readonly #ends: readonly (readonly number[] | undefined)[];

  constructor(lexicon: readonly LexiconEntry[]) {
    const keysOf = lexicon.map((entry) => entry.phrases.map(phraseKeys).filter((keys) => keys.length > 0));
    const trie = nlp.buildTrie(keysOf.flat().map((keys) => keys.join(" "))) as Trie;
    const next = trie.goNext.map((arcs) => (arcs ? new Map(Object.entries(arcs)) : undefined));
    const ends: number[][] = [];
    keysOf.forEach((phrases, entry) => {
      for (const keys of phrases) {
        let state: number | undefined = 0;
        for (const key of keys) state = state === undefined ? undefined : next[state]?.get(key);
        if (state === undefined) continue;
        ends[state] ??= [];
        if (!ends[state]?.includes(entry)) ends[state]?.push(entry);
      }
    });
    this.#next = next;
    this.#ends = ends;
  }

  /** Every phrase in the stems of a sentence, in order of first token, longer ones after shorter ones. */
  match(stems: readonly string[]): PhraseMatch[] {
    const matches: PhraseMatch[] = [];
    for (let from = 0; from < stems.length; from++) {
      let state = 0;
      for (let at = from; at < stems.length; at++) {
        const following: number | undefined = this.#next[state]?.get(stems[at] as string);
        if (following === undefined) break;
        state = following;
        for (const entry of this.#ends[state] ?? []) matches.push({ entry, from, to: at + 1 });
      }
    }
    return matches;
  }
}
