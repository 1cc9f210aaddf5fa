import type { ByteReader, ByteWriter } from "./byte-codec.js";

/**
 * The word to show for each term: a stem is no word, so a label shows the form that texts use most. A majority vote
 * (Boyer & Moore 1981) keeps one candidate and one count a term, whatever the number of forms.
 */
export class SurfaceForms {
  #form: string[] = [];
  #votes: number[] = [];

  vote(term: number, form: string): void {
    const votes = this.#votes[term] ?? 0;
    if (this.#form[term] === form) this.#votes[term] = votes + 1;
    else if (votes === 0) {
      this.#form[term] = form;
      this.#votes[term] = 1;
    } else this.#votes[term] = votes - 1;
  }

  forget(term: number): void {
    if (this.#form[term] === undefined) return;
    this.#form[term] = "";
    this.#votes[term] = 0;
  }

  formOf(term: number): string {
    return this.#form[term] ?? "";
  }

  write(writer: ByteWriter): void {
    writer.texts(this.#form);
    writer.ints(this.#votes);
  }

  read(reader: ByteReader): void {
    this.#form = reader.texts();
    this.#votes = [...reader.ints()];
  }
}
