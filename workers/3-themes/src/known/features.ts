import {
  AbbreviationReader,
  type AbbreviationRule,
  domainVocabulary,
  type LexiconEntry,
  PhraseNet,
  type PhraseWord,
  SpellingIndex,
  splitCompound,
  stem,
  type Token,
  tokenise,
} from "@rode-draad/language";

/**
 * What a sentence offers the recogniser: hashed features in a few groups. A feature is the 32-bit FNV-1a hash of its
 * group and text, so that the model needs no strings; with some 100,000 features in use about one pair collides.
 *
 *   words     stems, compound parts, spelling-corrected stems
 *   pairs     two stems next to each other
 *   letters   character n-grams of 3 to 5 within the word, ends marked: they carry over misspellings and new compounds
 *   concepts  entries of the concept lexicon and terms of the catalogue that occur
 *
 * What a word offers by itself depends on the word alone, so it is made once per word form and remembered, together with
 * what whoever scores prepares of it. Cost: linear in the text.
 */

export const GROUPS = ["words", "pairs", "letters", "concepts"] as const;
export type Group = (typeof GROUPS)[number];

/** What one word form offers, wherever it stands. */
export interface WordFeatures {
  readonly stem: string;
  readonly words: readonly number[];
  readonly letters: readonly number[];
}

/** Makes of a word form what scoring needs; called once per remembered form. */
export type PrepareForm<Prepared> = (word: WordFeatures) => Prepared;

interface WordForm<Prepared> extends WordFeatures {
  readonly prepared: Prepared;
  /** The hash of a pair that it opens. */
  readonly pair: number;
  /** What the words around abbreviations are compared by, and what phrases of the lexicon are. */
  readonly key: string;
  readonly inPhrases: PhraseWord | undefined;
  readonly isAbbreviation: boolean;
  readonly denies: boolean;
}

/** Features of one stretch of text: of each word in turn, and of words and concepts in each other's company. */
export interface SentenceFeatures<Prepared = undefined> {
  readonly forms: readonly WordForm<Prepared>[];
  readonly words: readonly number[];
  readonly pairs: readonly number[];
  readonly concepts: readonly number[];
  /** How many words there are, and how many of them the model knows by stem. */
  readonly wordCount: number;
  readonly knownCount: number;
}

/** Turns a feature's hash into the number the caller works with; a negative number drops the feature. */
export type ResolveFeature = (hash: number) => number;

/** The word knowledge that a model was trained with. Plain data: it travels in the model file. */
export interface Lexicon {
  /** The concept lexicon, then one entry per theme with its catalogue terms. */
  readonly entries: readonly LexiconEntry[];
  /** Abbreviations that mean different things next to different words. */
  readonly abbreviations: readonly AbbreviationRule[];
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 units (Fowler, Noll & Vo), started from a group's own number. */
function hashFeature(group: string, text: string): number {
  return hashOn(hashOn(FNV_OFFSET, `${group}|`), text) >>> 0;
}

/** Goes on hashing where `hash` stopped, with a part of the text. */
function hashOn(hash: number, text: string, from = 0, to = text.length): number {
  let on = hash;
  for (let at = from; at < to; at++) on = Math.imul(on ^ text.charCodeAt(at), FNV_PRIME);
  return on;
}

/** The hash of a pair so far, when `first` is its first word; the second follows by `hashOn`. */
function openPair(first: string): number {
  return hashOn(FNV_OFFSET, `b|${first} `);
}
const PAIR_AT_START = openPair("^");

/** The hash of letters so far; they follow by `hashOn`. */
const LETTERS_OPENED = hashOn(FNV_OFFSET, "c|");
const LETTERS_MIN = 3;
const LETTERS_MAX = 5;
/** Words after which the next few are denied: "geen schulden", "niet eenzaam". */
const DENIALS = new Set(["geen", "niet", "nooit", "zonder", "nergens", "niks", "niets", "noch"]);
const DENIAL_REACH = 3;

export class FeatureExtractor<Prepared = undefined> {
  readonly #resolve: ResolveFeature;
  readonly #net: PhraseNet;
  readonly #abbreviations: AbbreviationReader;
  readonly #vocabulary: ReadonlySet<string>;
  readonly #spelling: SpellingIndex;
  readonly #prepare: PrepareForm<Prepared>;
  readonly #remembered = new Map<string, WordForm<Prepared>>();
  readonly #questionMark: number;
  readonly #concepts: readonly number[];
  readonly #deniedConcepts: readonly number[];

  constructor(lexicon: Lexicon, resolve: ResolveFeature, prepare: PrepareForm<Prepared>) {
    this.#resolve = resolve;
    this.#prepare = prepare;
    const vocabulary = domainVocabulary(lexicon.entries);
    this.#abbreviations = new AbbreviationReader(lexicon.abbreviations);
    this.#net = new PhraseNet(lexicon.entries);
    this.#vocabulary = new Set(vocabulary);
    this.#spelling = new SpellingIndex(vocabulary);
    this.#questionMark = resolve(hashFeature("m", "?"));
    this.#concepts = lexicon.entries.map((_, entry) => resolve(hashFeature("k", String(entry))));
    this.#deniedConcepts = lexicon.entries.map((_, entry) => resolve(hashFeature("nk", String(entry))));
  }

  /** How many word forms are remembered. */
  get remembered(): number {
    return this.#remembered.size;
  }

  /** Starts anew with word forms: whoever reads without end must keep noise from filling memory. */
  forget(): void {
    this.#remembered.clear();
  }

  /** The features of `text` between two offsets. */
  extract(text: string, from = 0, to = text.length): SentenceFeatures<Prepared> {
    const forms: WordForm<Prepared>[] = [];
    const words: number[] = [];
    const pairs: number[] = [];
    const concepts: number[] = [];
    const inPhrases: (PhraseWord | undefined)[] = [];
    const denied: boolean[] = [];
    const short: string[] = [];
    let wordCount = 0;
    let knownCount = 0;
    let pair = PAIR_AT_START;
    let reach = 0;
    for (const token of tokenise(text, from, to)) {
      if (token.kind === "mask") continue;
      if (token.kind === "mark") {
        if (token.norm === "?") addOnce(words, this.#questionMark);
        if (".,;:?!".includes(token.norm)) {
          pair = PAIR_AT_START;
          reach = 0;
        }
        continue;
      }
      const word = this.#wordForm(token);
      inPhrases.push(word.inPhrases);
      denied.push(reach > 0);
      if (token.kind === "word" && token.norm.length > 1) {
        wordCount++;
        if (word.words.length > 0) knownCount++;
      }
      forms.push(word);
      if (word.isAbbreviation && !short.includes(token.norm)) short.push(token.norm);
      if (reach > 0) addOnce(words, this.#resolve(hashFeature("nw", word.stem)));
      addOnce(pairs, this.#resolve(hashOn(pair, word.stem) >>> 0));
      pair = word.pair;
      reach = word.denies ? DENIAL_REACH : reach - 1;
    }
    for (const match of this.#net.match(inPhrases)) {
      addOnce(concepts, (denied[match.from] ? this.#deniedConcepts : this.#concepts)[match.entry] as number);
    }
    const keys = short.length === 0 ? [] : forms.map(({ key }) => key);
    for (const abbreviation of short) {
      const meaning = this.#abbreviations.read(abbreviation, keys);
      for (const token of meaning === undefined ? [] : tokenise(meaning)) {
        for (const feature of this.#wordForm(token).words) addOnce(words, feature);
      }
    }
    return { forms, words, pairs, concepts, wordCount, knownCount };
  }

  #wordForm(token: Token): WordForm<Prepared> {
    const known = this.#remembered.get(token.norm);
    if (known) return known;
    const word = token.kind === "number" ? this.#ofNumber(token.norm) : this.#ofWord(token.norm);
    const key = token.kind === "number" ? token.norm : word.stem;
    // Every property by name: spread objects differ in shape for the engine, which made each look at one a search.
    const made = {
      stem: word.stem,
      words: word.words,
      letters: word.letters,
      prepared: this.#prepare(word),
      pair: openPair(word.stem),
      key,
      inPhrases: this.#net.wordOf(key),
      isAbbreviation: this.#abbreviations.has(token.norm),
      denies: DENIALS.has(token.norm),
    };
    this.#remembered.set(token.norm, made);
    return made;
  }

  #ofNumber(digits: string): WordFeatures {
    const kind = numberClass(digits);
    return { stem: kind, words: [this.#resolve(hashFeature("w", kind))].filter(isKept), letters: [] };
  }

  #ofWord(norm: string): WordFeatures {
    const meant = this.#spelling.correct(norm) ?? norm;
    const key = stem(meant);
    const parts = splitCompound(meant, this.#vocabulary).map(stem);
    const words = [key, ...parts].map((part) => this.#resolve(hashFeature("w", part)));
    const letters: number[] = [];
    const marked = `^${norm}$`;
    for (let size = LETTERS_MIN; norm.length > 2 && size <= LETTERS_MAX; size++) {
      for (let at = 0; at + size <= marked.length; at++) {
        const feature = this.#resolve(hashOn(LETTERS_OPENED, marked, at, at + size) >>> 0);
        if (isKept(feature)) letters.push(feature);
      }
    }
    return { stem: key, words: words.filter(isKept), letters };
  }
}

const isKept = (feature: number): boolean => feature >= 0;

/** A sentence has few of them, so that looking through a list costs less than keeping a set. */
function addOnce(features: number[], feature: number): void {
  if (isKept(feature) && !features.includes(feature)) features.push(feature);
}

/** Ages and amounts by kind: 17 and 18 say "comes of age", 84 says "old", 900 says "an amount". */
function numberClass(digits: string): string {
  const value = Number(digits);
  if (digits.length === 4 && value >= 1950 && value <= 2035) return "#jaar";
  if (digits.length > 4) return "#veel";
  if (value === 18 || value === 21 || value === 27) return `#${value}`;
  if (value < 4) return "#0-3";
  if (value < 12) return "#4-11";
  if (value < 18) return "#12-17";
  if (value < 28) return "#19-26";
  if (value < 65) return "#28-64";
  if (value < 100) return "#65-99";
  return "#bedrag";
}
