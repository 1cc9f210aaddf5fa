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
  /** Entries by the stem of a phrase of one word; half of all phrases, which need no trie. */
  readonly #single = new Map<string, number[]>();
  /** Per state of the trie: the next state by stem. */
  readonly #next: readonly (ReadonlyMap<string, number> | undefined)[];
  /** Per state of the trie: the entries that end there. */
  readonly #ends: (number[] | undefined)[] = [];

  constructor(lexicon: readonly LexiconEntry[]) {
    const long: { readonly keys: string[]; readonly entry: number }[] = [];
    lexicon.forEach(({ phrases }, entry) => {
      for (const phrase of phrases) {
        const keys = phraseKeys(phrase);
        if (keys.length === 1)
          this.#single.set(keys[0] as string, withEntry(this.#single.get(keys[0] as string), entry));
        else if (keys.length > 1) long.push({ keys, entry });
      }
    });
    const written = new Set(long.map(({ keys }) => keys.join(" ")));
    const trie = nlp.buildTrie([...written]) as Trie;
    // Maps instead of objects: a word of a note may be called `constructor`.
    this.#next = trie.goNext.map((arcs) => (arcs ? new Map(Object.entries(arcs)) : undefined));
    for (const { keys, entry } of long) {
      let state: number | undefined = 0;
      for (const key of keys) state = state === undefined ? undefined : this.#next[state]?.get(key);
      if (state !== undefined) this.#ends[state] = withEntry(this.#ends[state], entry);
    }
  }

  /** Whether any phrase starts with this stem; most words start none, and whoever remembers that spares a look-up. */
  opens(stem: string): boolean {
    return this.#single.has(stem) || this.#next[0]?.has(stem) === true;
  }

  /** Every phrase in the stems of a sentence, in order of first token, longer ones after shorter ones. `opens` is of each stem. */
  match(stems: readonly string[], opens?: readonly boolean[]): PhraseMatch[] {
    const matches: PhraseMatch[] = [];
    for (let from = 0; from < stems.length; from++) {
      if (opens?.[from] === false) continue;
      for (const entry of this.#single.get(stems[from] as string) ?? []) matches.push({ entry, from, to: from + 1 });
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

function withEntry(entries: number[] | undefined, entry: number): number[] {
  if (entries === undefined) return [entry];
  if (!entries.includes(entry)) entries.push(entry);
  return entries;
}
