/**
 * Writes data/words/name-shape.txt: by how much each piece of a word speaks for a name or for a word of Dutch notes. Made of the
 * lists beside it; run by hand after they change: `npx tsx --conditions=source shared/privacy/scripts/build-name-shape.ts`.
 */
import { writeFileSync } from "node:fs";
import { PARTS_OF_UNIT } from "../src/gate/weights.js";
import { trainNameShape } from "./train-name-shape.js";

/** In hundredths; smaller weights make the file long and change no answer. */
const WEIGHT_MIN = 20;

const weights = trainNameShape(() => true);
const lines = [...weights]
  .map(([piece, weight]): [string, number] => [piece, Math.round(weight * PARTS_OF_UNIT)])
  .filter(([, weight]) => Math.abs(weight) >= WEIGHT_MIN)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([piece, weight]) => `${piece} ${weight}`);
const header = "# Origin: counted from the lists of names and words beside it by scripts/build-name-shape.ts.";
writeFileSync(new URL("../data/words/name-shape.txt", import.meta.url), `${header}\n${lines.join("\n")}\n`);
process.stdout.write(`name-shape.txt: ${lines.length}\n`);
