import type { ByteReader, ByteWriter } from "./byte-codec.js";
import { growInt32 } from "./grow.js";

/** In how many texts each term occurred, by the number of the term. */
export class TermCounts {
  #texts = 0;
  #frequency = new Int32Array(1024);

  get texts(): number {
    return this.#texts;
  }

  frequency(term: number): number {
    return this.#frequency[term] ?? 0;
  }

  /** Counts one text with these distinct terms. */
  count(terms: readonly number[]): void {
    this.#texts++;
    for (const term of terms) this.add(term, 1);
  }

  /** Takes back a text that was counted. */
  uncount(terms: readonly number[]): void {
    this.#texts--;
    for (const term of terms) this.add(term, -1);
  }

  /** Takes back a text that was counted and whose words nobody remembers. */
  uncountUnknown(): void {
    this.#texts = Math.max(0, this.#texts - 1);
  }

  /** Counts the term in so many texts more that were counted already. */
  add(term: number, texts: number): void {
    this.#frequency = growInt32(this.#frequency, term + 1);
    this.#frequency[term] = (this.#frequency[term] as number) + texts;
  }

  forget(term: number): void {
    this.#frequency[term] = 0;
  }

  write(writer: ByteWriter, terms: number): void {
    writer.ints(this.#frequency, terms);
    writer.int(this.#texts);
  }

  read(reader: ByteReader): void {
    this.#frequency = reader.ints();
    this.#texts = reader.int();
  }
}
