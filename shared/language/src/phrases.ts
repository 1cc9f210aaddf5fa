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

/**
 * A stem that occurs in the phrases, and what it opens as the first of a text: the entries that it is a phrase of by itself, and
 * where longer phrases go on.
 */
export interface PhraseWord {
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
  /** By stem. The words of a text are known by these from then on, since going by one object is quicker than by its letters. */
  readonly #words: ReadonlyMap<string, PhraseWord>;
  /** Per state of the trie: the next state by word. */
  readonly #next: readonly (ReadonlyMap<PhraseWord, number> | undefined)[];
  /** Per state of the trie: the entries that end there. */
  readonly #ends: (number[] | undefined)[] = [];

  constructor(lexicon: readonly LexiconEntry[]) {
    /** Phrases of one word, half of all, need no trie. */
    const single = new Map<string, number[]>();
    const long: { readonly keys: string[]; readonly entry: number }[] = [];
    lexicon.forEach(({ phrases }, entry) => {
      for (const phrase of phrases) {
        const keys = phraseKeys(phrase);
        if (keys.length === 1) single.set(keys[0] as string, withEntry(single.get(keys[0] as string), entry));
        else if (keys.length > 1) long.push({ keys, entry });
      }
    });
    const written = new Set(long.map(({ keys }) => keys.join(" ")));
    const trie = nlp.buildTrie([...written]) as Trie;
    // A map and no object: a word of a note may be called `constructor`.
    const opened = new Map(Object.entries(trie.goNext[0] ?? {}));
    const words = new Map<string, PhraseWord>();
    for (const [key, entries] of single) words.set(key, { entries, state: opened.get(key) });
    for (const { keys } of long) {
      for (const key of keys) if (!words.has(key)) words.set(key, { entries: [], state: opened.get(key) });
    }
    this.#words = words;
    this.#next = trie.goNext.map((arcs) => {
      if (!arcs) return undefined;
      const next = new Map<PhraseWord, number>();
      for (const [key, state] of Object.entries(arcs)) next.set(words.get(key) as PhraseWord, state);
      return next;
    });
    for (const { keys, entry } of long) {
      let state: number | undefined = 0;
      for (const key of keys)
        state = state === undefined ? undefined : this.#next[state]?.get(words.get(key) as PhraseWord);
      if (state !== undefined) this.#ends[state] = withEntry(this.#ends[state], entry);
    }
  }

  /** What `match` compares a stem by; undefined when no phrase holds it. Whoever remembers it spares looking it up. */
  wordOf(stem: string): PhraseWord | undefined {
    return this.#words.get(stem);
  }

  /** Every phrase in the words of a sentence, in order of first word, longer ones after shorter ones. */
  match(words: readonly (PhraseWord | undefined)[]): PhraseMatch[] {
    const matches: PhraseMatch[] = [];
    for (let from = 0; from < words.length; from++) {
      const opening = words[from];
      if (opening === undefined) continue;
      for (const entry of opening.entries) matches.push({ entry, from, to: from + 1 });
      if (opening.state === undefined) continue;
      let state = opening.state;
      for (const entry of this.#ends[state] ?? []) matches.push({ entry, from, to: from + 1 });
      for (let at = from + 1; at < words.length; at++) {
        const word = words[at];
        const following: number | undefined = word === undefined ? undefined : this.#next[state]?.get(word);
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
