import type { ByteReader, ByteWriter } from "./byte-codec.js";
import { growInt32 } from "./grow.js";

/** No term begins with it, so that a number whose word was forgotten never meets a word again. */
const FORGOTTEN = "#";

/** Terms as numbers, with in how many texts each occurred. Numbers are given in order of first arrival. */
export class Vocabulary {
  readonly #numberOf = new Map<string, number>();
  #texts = 0;
  #frequency = new Int32Array(1024);

  /** The number of a term; a new term gets the next one. */
  number(term: string): number {
    const known = this.#numberOf.get(term);
    if (known !== undefined) return known;
    const number = this.#numberOf.size;
    this.#numberOf.set(term, number);
    this.#frequency = growInt32(this.#frequency, number + 1);
    return number;
  }

  /** Counts one text with these distinct terms. */
  count(terms: readonly number[]): void {
    this.#texts++;
    for (const term of terms) this.#frequency[term] = (this.#frequency[term] as number) + 1;
  }

  /** Takes back a text that was counted. */
  uncount(terms: readonly number[]): void {
    this.#texts--;
    for (const term of terms) this.#frequency[term] = (this.#frequency[term] as number) - 1;
  }

  /** Forgets words for good: their numbers stand for nothing from then on. O(vocabulary). */
  forget(isForgotten: (term: number, word: string) => boolean): void {
    const words = this.words();
    this.#numberOf.clear();
    words.forEach((word, term) => {
      const forgotten = !word.startsWith(FORGOTTEN) && isForgotten(term, word);
      this.#numberOf.set(forgotten ? `${FORGOTTEN}${term}` : word, term);
      if (forgotten) this.#frequency[term] = 0;
    });
  }

  /** Takes back a text that was counted and whose words nobody remembers. */
  uncountUnknown(): void {
    this.#texts = Math.max(0, this.#texts - 1);
  }

  get texts(): number {
    return this.#texts;
  }

  frequency(term: number): number {
    return this.#frequency[term] ?? 0;
  }

  /** All terms by number. O(vocabulary), for summaries only. */
  words(): string[] {
    return [...this.#numberOf.keys()];
  }

  write(writer: ByteWriter): void {
    writer.texts(this.words());
    writer.ints(this.#frequency, this.#numberOf.size);
    writer.int(this.#texts);
  }

  read(reader: ByteReader): void {
    this.#numberOf.clear();
    for (const word of reader.texts()) this.#numberOf.set(word, this.#numberOf.size);
    this.#frequency = reader.ints();
    this.#texts = reader.int();
  }
}
