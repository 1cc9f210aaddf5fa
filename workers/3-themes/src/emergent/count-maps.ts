import type { ByteReader } from "./byte-codec.js";

/** Counts by key: weeks, areas, words. */

export function addAll(into: Map<number, number>, from: ReadonlyMap<number, number>): void {
  for (const [key, count] of from) into.set(key, (into.get(key) ?? 0) + count);
}

export function lessen(counts: Map<number, number>, key: number): void {
  const left = (counts.get(key) ?? 0) - 1;
  if (left > 0) counts.set(key, left);
  else counts.delete(key);
}

/** Reads keys and counts in turn. */
export function readPairs(reader: ByteReader, into: Map<number, number>): void {
  const pairs = reader.ints();
  for (let at = 0; at < pairs.length; at += 2) into.set(pairs[at] as number, pairs[at + 1] as number);
}
