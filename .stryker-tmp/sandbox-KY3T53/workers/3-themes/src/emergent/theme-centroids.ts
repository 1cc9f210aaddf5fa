import { growFloat64 } from "./grow.js";
import { PostingIndex } from "./posting-index.js";

/** A text or a cluster as terms with weights, in parallel. */
export interface WeightedTerms {
  readonly terms: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/** The finished themes as sums of weighted terms, to find the one that is most like a text. */
export class ThemeCentroids {
  readonly #index = new PostingIndex();
  #squared = new Float64Array(64);
  #scores = new Float64Array(64);
  #touched = new Int32Array(64);

  /** Themes are small numbers from 0. */
  add(theme: number, { terms, weights }: WeightedTerms): void {
    this.#squared = growFloat64(this.#squared, theme + 1);
    this.#scores = growFloat64(this.#scores, theme + 1);
    if (this.#touched.length < this.#scores.length) this.#touched = new Int32Array(this.#scores.length);
    for (let at = 0; at < terms.length; at++) {
      const weight = weights[at] as number;
      if (weight === 0) continue;
      const before = this.#index.add(terms[at] as number, theme, weight);
      this.#squared[theme] = (this.#squared[theme] as number) + weight * (2 * before + weight);
    }
  }

  /** The theme of the highest cosine, of equal ones the first; -1 when no term is shared. */
  closestTo({ terms, weights }: WeightedTerms): number {
    let touched = 0;
    for (let at = 0; at < terms.length; at++) {
      const weight = weights[at] as number;
      if (weight > 0) touched = this.#index.score(terms[at] as number, weight, this.#scores, this.#touched, touched);
    }
    let best = -1;
    let bestCosine = 0;
    for (let at = 0; at < touched; at++) {
      const theme = this.#touched[at] as number;
      const cosine = (this.#scores[theme] as number) / Math.sqrt(this.#squared[theme] as number);
      this.#scores[theme] = 0;
      if (cosine > bestCosine || (cosine === bestCosine && theme < best)) {
        best = theme;
        bestCosine = cosine;
      }
    }
    return best;
  }

  eachTerm(theme: number, visit: (term: number, weight: number) => void): void {
    this.#index.eachTerm(theme, visit);
  }
}
