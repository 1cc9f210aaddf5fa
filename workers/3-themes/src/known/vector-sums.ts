import { readFileSync } from "node:fs";

/**
 * Sums over rows of 32-bit numbers, four at a time. JavaScript adds one number at a time, and adding rows is most of what
 * recognition does; the few loops that do it stand in vector-sums.wat (WebAssembly with 128-bit vectors, which every Node.js
 * of these days has). They give the same bits on every machine, because no step fuses or reorders.
 * Rows live in the module's memory, and are given by their address in bytes.
 */
export interface VectorSums {
  /** Room for `bytes`, at a multiple of 64, all zero. It is never given back: reuse it. */
  allocate(bytes: number): number;
  /** The memory as numbers: element `address / 4`. Ask again after `allocate`, which may move it. */
  readonly floats: Float32Array;
  readonly addresses: Int32Array;
  readonly bytes: Int8Array;
  /** target = base + the rows whose addresses stand in a list. */
  addRows(target: number, base: number, list: number, count: number, length: number): void;
  /**
   * target += what the features of a list weigh, by their `records` (see vector-sums.wat): linear weights times the `scales` of their
   * columns, and `count` hidden units (a multiple of 8) that stand `units` bytes further. Gives `square` + the sum of the squares of
   * their values.
   */
  addFeatures(
    target: number,
    list: number,
    features: number,
    records: number,
    scales: number,
    units: number,
    count: number,
    square: number,
  ): number;
  /** target = base + own × (high − low) + around × (last′ − high′ + low′), where ′ is the row `length` further. */
  combine(
    target: number,
    base: number,
    low: number,
    high: number,
    last: number,
    own: number,
    around: number,
    length: number,
  ): void;
  /** target = bias + Σ unit × its row of weights, over the units above 0. `chosen` is scratch, eight bytes a unit. */
  activate(
    target: number,
    bias: number,
    units: number,
    count: number,
    weights: number,
    chosen: number,
    length: number,
  ): void;
}

type Loops = Pick<VectorSums, "addRows" | "addFeatures" | "combine" | "activate">;
type Exports = Loops & { readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number } };

/** The part of the standard that is used here; the types of Node.js leave it out. */
interface WebAssemblyTools {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Exports };
}
const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: WebAssemblyTools }).WebAssembly;

const PAGE = 65_536;
/** Sixteen numbers, which the loops take at once. */
export const BLOCK_BYTES = 64;

/** `src/known` and `dist/known` lie equally deep below the package, so that one address serves both. */
const FILE = new URL("../../model/vector-sums.wasm", import.meta.url);
let compiled: object | undefined;

export function openVectorSums(): VectorSums {
  compiled ??= new Module(readFileSync(FILE));
  const { memory, addRows, addFeatures, combine, activate } = new Instance(compiled).exports;
  let used = 0;
  let floats = new Float32Array(memory.buffer);
  let addresses = new Int32Array(memory.buffer);
  let small = new Int8Array(memory.buffer);
  return {
    get floats() {
      return floats;
    },
    get addresses() {
      return addresses;
    },
    get bytes() {
      return small;
    },
    allocate(bytes) {
      const address = used;
      used += Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES;
      const missing = used - memory.buffer.byteLength;
      if (missing > 0) {
        // An eighth more than asked, so that growing stays rare.
        memory.grow(Math.ceil((missing + memory.buffer.byteLength / 8) / PAGE));
        floats = new Float32Array(memory.buffer);
        addresses = new Int32Array(memory.buffer);
        small = new Int8Array(memory.buffer);
      }
      return address;
    },
    addRows,
    addFeatures,
    combine,
    activate,
  };
}
