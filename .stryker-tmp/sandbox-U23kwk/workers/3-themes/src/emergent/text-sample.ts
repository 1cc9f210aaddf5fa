import { hashKey } from "./hash-key.js";

/** A text of the sample, with the places in order of arrival where it stood. */
export interface SampledText {
  readonly text: string;
  readonly indexes: readonly number[];
}

interface Candidate extends SampledText {
  readonly key: number;
  readonly indexes: number[];
}

/**
 * A sample of at most `size` different texts that depends on the texts and not on their order: those with the smallest
 * hashes (bottom-k sketch; Cohen & Kaplan, PODC 2007). So texts that arrive in another order are grouped the same, and a
 * sentence that is pasted everywhere counts once. Cost: constant time a text on average; twice `size` texts in memory.
 */
export class TextSample {
  readonly #size: number;
  #candidates = new Map<string, Candidate>();
  #highest = Number.POSITIVE_INFINITY;

  constructor(size: number) {
    this.#size = size;
  }

  offer(index: number, text: string): void {
    const key = hashKey(text);
    if (key > this.#highest) return;
    const known = this.#candidates.get(text);
    if (known !== undefined) {
      known.indexes.push(index);
      return;
    }
    this.#candidates.set(text, { key, text, indexes: [index] });
    if (this.#candidates.size >= 2 * this.#size) this.#shrink();
  }

  /** The sample, in an order that the texts alone decide. */
  texts(): readonly SampledText[] {
    this.#shrink();
    return [...this.#candidates.values()];
  }

  #shrink(): void {
    const kept = [...this.#candidates.values()].sort(byKeyAndText).slice(0, this.#size);
    this.#candidates = new Map(kept.map((candidate) => [candidate.text, candidate]));
    if (kept.length === this.#size) this.#highest = kept.at(-1)?.key ?? this.#highest;
  }
}

function byKeyAndText(one: Candidate, other: Candidate): number {
  return one.key - other.key || (one.text < other.text ? -1 : 1);
}
