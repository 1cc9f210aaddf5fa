import type { BackgroundTerms } from "./background-terms.js";
import type { Vocabulary } from "./vocabulary.js";

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
  /** The background share per term number, looked up once. */
  readonly #prior: number[] = [];
  readonly #administrative: boolean[] = [];

  constructor(vocabulary: Vocabulary, background: BackgroundTerms) {
    this.#vocabulary = vocabulary;
    this.#background = background;
  }

  /** The number of a term, with its background share remembered. */
  number(term: string): number {
    const number = this.#vocabulary.number(term);
    if (this.#prior[number] === undefined) {
      this.#prior[number] = this.#background.shareOf(term);
      this.#administrative[number] = this.#background.isAdministrative(term);
    }
    return number;
  }

  shareOf(term: number): number {
    const seen = this.#vocabulary.frequency(term) + PRIOR_TEXTS * (this.#prior[term] as number);
    return seen / (this.#vocabulary.texts + PRIOR_TEXTS);
  }

  /** The share without the texts of a window: what was to be expected in it. */
  shareBefore(term: number, windowFrequency: number, windowTexts: number): number {
    const seen = this.#vocabulary.frequency(term) - windowFrequency + PRIOR_TEXTS * (this.#prior[term] as number);
    return seen / (this.#vocabulary.texts - windowTexts + PRIOR_TEXTS);
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
    for (const word of this.#vocabulary.words()) this.number(word);
  }
}
