/**
 * Writes and reads the saved state of a clusterer: little-endian numbers, UTF-8 strings with their length in front.
 * The same values give the same bytes, so equal states can be compared as bytes.
 */

export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  int(value: number): void {
    this.#reserve(4);
    this.#view.setInt32(this.#length, value, true);
    this.#length += 4;
  }

  float(value: number): void {
    this.#reserve(8);
    this.#view.setFloat64(this.#length, value, true);
    this.#length += 8;
  }

  text(value: string): void {
    const encoded = new TextEncoder().encode(value);
    this.int(encoded.length);
    this.#reserve(encoded.length);
    this.#bytes.set(encoded, this.#length);
    this.#length += encoded.length;
  }

  ints(values: ArrayLike<number>, length = values.length): void {
    this.int(length);
    for (let index = 0; index < length; index++) this.int(values[index] ?? 0);
  }

  floats(values: ArrayLike<number>, length = values.length): void {
    this.int(length);
    for (let index = 0; index < length; index++) this.float(values[index] ?? 0);
  }

  texts(values: readonly string[]): void {
    this.int(values.length);
    for (const value of values) this.text(value);
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(extra: number): void {
    if (this.#length + extra <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#length + extra, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  int(): number {
    const value = this.#view.getInt32(this.#position, true);
    this.#position += 4;
    return value;
  }

  float(): number {
    const value = this.#view.getFloat64(this.#position, true);
    this.#position += 8;
    return value;
  }

  text(): string {
    const length = this.int();
    const value = new TextDecoder().decode(this.#bytes.subarray(this.#position, this.#position + length));
    this.#position += length;
    return value;
  }

  ints(): Int32Array<ArrayBuffer> {
    const values = new Int32Array(this.int());
    for (let index = 0; index < values.length; index++) values[index] = this.int();
    return values;
  }

  floats(): Float64Array<ArrayBuffer> {
    const values = new Float64Array(this.int());
    for (let index = 0; index < values.length; index++) values[index] = this.float();
    return values;
  }

  texts(): string[] {
    return Array.from({ length: this.int() }, () => this.text());
  }
}
