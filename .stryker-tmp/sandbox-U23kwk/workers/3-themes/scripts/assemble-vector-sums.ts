import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openWabt from "wabt";

/** From the readable loops to what runs: `npx tsx --conditions=source workers/3-themes/scripts/assemble-vector-sums.ts`. */

const SOURCE = new URL("../src/known/vector-sums.wat", import.meta.url);
export const ASSEMBLED = new URL("../model/vector-sums.wasm", import.meta.url);

export async function assembleVectorSums(): Promise<Uint8Array> {
  const wabt = await openWabt();
  const module = wabt.parseWat("vector-sums.wat", readFileSync(SOURCE, "utf8"), { simd: true });
  const { buffer } = module.toBinary({});
  module.destroy();
  return buffer;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(ASSEMBLED, await assembleVectorSums());
