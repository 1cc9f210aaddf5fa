import type { BackgroundTerms } from "./background-terms.js";
import type { TermCounts } from "./term-counts.js";
import type { Vocabulary } from "./vocabulary.js";
import { familyOf, isFamily } from "./word-family.js";

/**
 * How likely a Dutch term is in any question: the shipped background corrected by what the stream itself showed, as a
 * Dirichlet prior is by counts. `PRIOR_TEXTS` texts of the stream weigh as much as the whole background.
 */
const PRIOR_TEXTS = 2_000;
/** A term of more than one in fifty texts (niet, vraagt, brief) tells texts of one kind from another, not subjects. */
const SHARE_MAX = 0.02;

export class TermShares {
  readonly #vocabulary: Vocabulary;
  readonly #background: BackgroundTerms;
  /** What is said beside the texts of the vocabulary: a word that is common there names nothing either. */
  readonly #beside: TermCounts | undefined;
  /** The background share per term number, looked up once. */
  readonly #prior: number[] = [];
  readonly #administrative: boolean[] = [];
  /** The family of each stem, by number; a term that is a family, or has none, is its own. */
  readonly #family: number[] = [];
  readonly #isFamily: boolean[] = [];

  constructor(vocabulary: Vocabulary, background: BackgroundTerms, beside?: TermCounts) {
    this.#vocabulary = vocabulary;
    this.#background = background;
    this.#beside = beside;
  }

  /** The number of a term, with its background share remembered. */
  number(term: string): number {
    const number = this.#vocabulary.number(term);
    if (this.#prior[number] === undefined) {
      this.#prior[number] = this.#background.shareOf(term);
      this.#administrative[number] = this.#background.isAdministrative(term);
      this.#isFamily[number] = isFamily(term);
    }
    return number;
  }

  /** The number of a stem's family, which is the stem itself when it is too short for one. */
  numberOfFamily(stem: string): number {
    const number = this.number(stem);
    const family = familyOf(stem);
    const found = family === undefined ? number : this.number(family);
    this.#family[number] = found;
    return found;
  }

  familyOf(term: number): number {
    return this.#family[term] ?? term;
  }

  isFamily(term: number): boolean {
    return this.#isFamily[term] === true;
  }

  shareOf(term: number): number {
    return this.shareBefore(term, 0, 0);
  }

  /** The share without the texts of a window: what was to be expected in it. */
  shareBefore(term: number, windowFrequency: number, windowTexts: number): number {
    const { counts } = this.#vocabulary;
    const share = this.#shareAmong(term, counts.frequency(term) - windowFrequency, counts.texts - windowTexts);
    if (this.#beside === undefined || this.#beside.texts === 0) return share;
    return Math.max(share, this.#shareAmong(term, this.#beside.frequency(term), this.#beside.texts));
  }

  #shareAmong(term: number, frequency: number, texts: number): number {
    return (frequency + PRIOR_TEXTS * (this.#prior[term] as number)) / (texts + PRIOR_TEXTS);
  }

  /** Whether a term can name a subject: neither common nor administrative. */
  canNameTheme(term: number): boolean {
    return this.#administrative[term] !== true && this.shareOf(term) <= SHARE_MAX;
  }

  /** The information of a term in nats; nothing for a common one. */
  weightOf(term: number): number {
    const share = this.shareOf(term);
    return share > SHARE_MAX ? 0 : -Math.log(share);
  }

  /** Forgets every word that is not the shipped table's and that nobody vouches for; gives their numbers to `forgotten`. */
  forgetUnless(isVouchedFor: (term: number) => boolean, forgotten: (term: number) => void): void {
    this.#vocabulary.forget((term, word) => {
      if (this.#background.isKnown(word) || isVouchedFor(term)) return false;
      forgotten(term);
      return true;
    });
  }

  /** After the vocabulary was read back from a saved state. */
  restore(): void {
    for (const word of this.#vocabulary.words()) this.numberOfFamily(word);
  }
}
