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

/** What a first word opens: the entries that it is a phrase of by itself, and where longer phrases go on. */
export interface Opening {
  readonly entries: readonly number[];
  readonly state: number | undefined;
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

  /** What starts with a stem; undefined when no phrase does, as with most words. Whoever remembers it spares looking it up. */
  openingOf(stem: string): Opening | undefined {
    const entries = this.#single.get(stem);
    const state = this.#next[0]?.get(stem);
    return entries === undefined && state === undefined ? undefined : { entries: entries ?? [], state };
  }

  /**
   * Every phrase in the stems of a sentence, in order of first token, longer ones after shorter ones. `openings` are those of the
   * stems, for whoever remembers them.
   */
  match(
    stems: readonly string[],
    openings: readonly (Opening | undefined)[] = stems.map((stem) => this.openingOf(stem)),
  ): PhraseMatch[] {
    const matches: PhraseMatch[] = [];
    for (let from = 0; from < stems.length; from++) {
      const opening = openings[from];
      if (opening === undefined) continue;
      for (const entry of opening.entries) matches.push({ entry, from, to: from + 1 });
      if (opening.state === undefined) continue;
      let state = opening.state;
      for (const entry of this.#ends[state] ?? []) matches.push({ entry, from, to: from + 1 });
      for (let at = from + 1; at < stems.length; at++) {
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
