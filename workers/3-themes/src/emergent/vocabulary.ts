import type { ByteReader, ByteWriter } from "./byte-codec.js";
import { TermCounts } from "./term-counts.js";

/** No term begins with it, so that a number whose word was forgotten never meets a word again. */
const FORGOTTEN = "#";

/** Terms as numbers, with in how many texts each occurred. Numbers are given in order of first arrival. */
export class Vocabulary {
  readonly counts = new TermCounts();
  readonly #numberOf = new Map<string, number>();

  /** The number of a term; a new term gets the next one. */
  number(term: string): number {
    const known = this.#numberOf.get(term);
    if (known !== undefined) return known;
    const number = this.#numberOf.size;
    this.#numberOf.set(term, number);
    return number;
  }

  /** Forgets words for good: their numbers stand for nothing from then on. O(vocabulary). */
  forget(isForgotten: (term: number, word: string) => boolean): void {
    const words = this.words();
    this.#numberOf.clear();
    words.forEach((word, term) => {
      const forgotten = !word.startsWith(FORGOTTEN) && isForgotten(term, word);
      this.#numberOf.set(forgotten ? `${FORGOTTEN}${term}` : word, term);
      if (forgotten) this.counts.forget(term);
    });
  }

  /** How many numbers were given. */
  get size(): number {
    return this.#numberOf.size;
  }

  /** All terms by number. O(vocabulary), for summaries only. */
  words(): string[] {
    return [...this.#numberOf.keys()];
  }

  write(writer: ByteWriter): void {
    writer.texts(this.words());
    this.counts.write(writer, this.size);
  }

  read(reader: ByteReader): void {
    this.#numberOf.clear();
    for (const word of reader.texts()) this.#numberOf.set(word, this.#numberOf.size);
    this.counts.read(reader);
  }
}
