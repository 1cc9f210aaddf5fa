import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { constants, deflateSync, inflateSync } from "node:zlib";
import { ProductError } from "@rode-draad/domain";
import type { Lexicon } from "./features.js";
import type { DenseRows, HiddenLayer, RecognitionModel, SparseRows } from "./recognition-model.js";

/**
 * The model as one file, so that it is read in one go and has one checksum. Little-endian:
 *
 *   "RDRK" │ format u32 │ deflated: length of JSON u32 │ JSON, padded to 4 │ arrays in the order of `arraysOf`
 *
 * The JSON holds what is small (themes, calibration, lexicon) and how long each array is. Reading copies each array once.
 * Deflating takes off more than a quarter, because most weights are small; inflating costs some 20 ms.
 */

const MAGIC = 0x4b524452;
export const MODEL_FORMAT = 3;
const HEADER_LENGTH = 8;
const LENGTH_LENGTH = 4;

type Plain = Omit<RecognitionModel, "features" | "values" | "own" | "around" | "network" | "lexicon"> & {
  readonly lexicon: {
    readonly entries: readonly (readonly string[])[];
    readonly abbreviations: Lexicon["abbreviations"];
  };
  readonly lengths: readonly number[];
};

const ARRAY_TYPES = [
  ...[Uint32Array, Float32Array],
  ...[Uint32Array, Uint8Array, Int8Array, Float32Array],
  ...[Uint32Array, Uint8Array, Int8Array, Float32Array],
  ...[Uint8Array, Float32Array, Uint8Array, Float32Array, Uint32Array, Float32Array, Float32Array, Float32Array],
] as const;

function arraysOf(model: RecognitionModel) {
  const rows = (table: SparseRows) => [table.starts, table.themes, table.weights, table.scales];
  const { own, around, aroundFeatures, inputBias, output, outputBias } = model.network;
  const dense = ({ weights, scales }: DenseRows) => [packHalves(weights), scales];
  const network = [...dense(own), ...dense(around), aroundFeatures, inputBias, output, outputBias];
  return [model.features, model.values, ...rows(model.own), ...rows(model.around), ...network];
}

/** Two weights from -8 to 7 in a byte, the first in the low half. */
function packHalves(weights: Int8Array): Uint8Array {
  const packed = new Uint8Array((weights.length + 1) >> 1);
  for (let at = 0; at < weights.length; at++) {
    const half = ((weights[at] as number) + 8) << (at % 2 === 0 ? 0 : 4);
    packed[at >> 1] = (packed[at >> 1] as number) | half;
  }
  return packed;
}

function unpackHalves(packed: Uint8Array, length: number): Int8Array {
  const weights = new Int8Array(length);
  for (let at = 0; at < length; at++) {
    const byte = packed[at >> 1] as number;
    weights[at] = (at % 2 === 0 ? byte & 15 : byte >> 4) - 8;
  }
  return weights;
}

const padded = (length: number): number => (length + 3) & ~3;

export function encodeModel(model: RecognitionModel): Uint8Array {
  const arrays = arraysOf(model);
  const plain: Plain = {
    version: model.version,
    themeIds: model.themeIds,
    safetyColumns: model.safetyColumns,
    aroundWeight: model.aroundWeight,
    networkShare: model.networkShare,
    calibration: model.calibration,
    lexicon: {
      entries: model.lexicon.entries.map((entry) => entry.phrases),
      abbreviations: model.lexicon.abbreviations,
    },
    lengths: arrays.map((array) => array.length),
  };
  const json = new TextEncoder().encode(JSON.stringify(plain));
  const body = arrays.reduce((sum, array) => sum + padded(array.byteLength), 0);
  const content = new Uint8Array(LENGTH_LENGTH + padded(json.length) + body);
  new DataView(content.buffer).setUint32(0, json.length, true);
  content.set(json, LENGTH_LENGTH);
  let at = LENGTH_LENGTH + padded(json.length);
  for (const array of arrays) {
    content.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += padded(array.byteLength);
  }
  const header = new DataView(new ArrayBuffer(HEADER_LENGTH));
  header.setUint32(0, MAGIC, true);
  header.setUint32(4, MODEL_FORMAT, true);
  return Buffer.concat([new Uint8Array(header.buffer), deflateSync(content, { level: constants.Z_BEST_COMPRESSION })]);
}

export function decodeModel(source: Uint8Array): RecognitionModel {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  if (source.length < HEADER_LENGTH || view.getUint32(0, true) !== MAGIC) throw unusable("not a recognition model");
  const format = view.getUint32(4, true);
  if (format !== MODEL_FORMAT) throw unusable(`format ${format}, this program reads format ${MODEL_FORMAT}`);
  const bytes = inflate(source.subarray(HEADER_LENGTH));
  if (bytes.length < LENGTH_LENGTH) throw unusable("the file ends before its description");
  const jsonLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  const start = LENGTH_LENGTH + padded(jsonLength);
  if (start > bytes.length) throw unusable("the file ends before its description");
  const plain = parsePlain(bytes.subarray(LENGTH_LENGTH, LENGTH_LENGTH + jsonLength));
  let at = start;
  const arrays = ARRAY_TYPES.map((type, index) => {
    const length = (plain.lengths[index] ?? 0) * type.BYTES_PER_ELEMENT;
    if (at + length > bytes.length) throw unusable("the file ends before its tables");
    const copy = bytes.slice(at, at + length);
    at += padded(length);
    return new type(copy.buffer);
  });
  const [features, values, ...tables] = arrays as [Uint32Array, Float32Array, ...ArrayBufferView[]];
  const rows = (from: number): SparseRows => ({
    starts: tables[from] as Uint32Array,
    themes: tables[from + 1] as Uint8Array,
    weights: tables[from + 2] as Int8Array,
    scales: tables[from + 3] as Float32Array,
  });
  const lexicon: Lexicon = {
    entries: plain.lexicon.entries.map((phrases) => ({ phrases })),
    abbreviations: plain.lexicon.abbreviations,
  };
  const inputBias = tables[13] as Float32Array;
  const dense = (from: number): DenseRows => {
    const scales = tables[from + 1] as Float32Array;
    const width = inputBias.length;
    return { width, weights: unpackHalves(tables[from] as Uint8Array, scales.length * width), scales };
  };
  const network: HiddenLayer = {
    own: dense(8),
    around: dense(10),
    aroundFeatures: tables[12] as Uint32Array,
    inputBias,
    output: tables[14] as Float32Array,
    outputBias: tables[15] as Float32Array,
  };
  const { lengths: _, ...described } = plain;
  return { ...described, lexicon, features, values, own: rows(0), around: rows(4), network };
}

/** A plain view: a Node Buffer's `slice` would share memory instead of copying it. */
function inflate(deflated: Uint8Array): Uint8Array {
  try {
    const content = inflateSync(deflated);
    return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  } catch (cause) {
    throw unusable("the content is damaged or ends too early", cause);
  }
}

function parsePlain(json: Uint8Array): Plain {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json)) as Plain;
  } catch (cause) {
    throw unusable("the description is damaged", cause);
  }
}

/** The model that ships with this package; the same relative place from `src` and from `dist`. */
export const SHIPPED_MODEL = fileURLToPath(new URL("../../model/recognition.bin", import.meta.url));

export function readModel(path = SHIPPED_MODEL): RecognitionModel {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw new ProductError(
      "model-missing",
      "Het herkenningsmodel ontbreekt. Zet het modelbestand terug, of maak het met `npm run model`.",
      { detail: `cannot read ${path}`, cause },
    );
  }
  return decodeModel(bytes);
}

function unusable(detail: string, cause?: unknown): ProductError {
  return new ProductError(
    "model-unusable",
    "Het herkenningsmodel is niet te lezen. Zet het modelbestand terug, of maak het met `npm run model`.",
    { detail, ...(cause === undefined ? {} : { cause }) },
  );
}
