import { growFloat64, growInt32 } from "./grow.js";

/** Rows of numbers behind one another in one typed array: a million short rows without a million objects. */
export class PackedRows {
  #starts = new Int32Array(1024);
  #values = new Int32Array(4096);
  #weights = new Float64Array(0);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Adds a row and returns its number. */
  add(values: readonly number[], weights: readonly number[] = []): number {
    const start = this.#starts[this.#count] as number;
    const end = start + values.length;
    this.#values = growInt32(this.#values, end);
    this.#values.set(values, start);
    if (weights.length > 0) {
      this.#weights = growFloat64(this.#weights, end);
      this.#weights.set(weights, start);
    }
    this.#starts = growInt32(this.#starts, this.#count + 2);
    this.#starts[this.#count + 1] = end;
    return this.#count++;
  }

  values(row: number): Int32Array {
    return this.#values.subarray(this.#starts[row], this.#starts[row + 1]);
  }

  weights(row: number): Float64Array {
    return this.#weights.subarray(this.#starts[row], this.#starts[row + 1]);
  }
}
