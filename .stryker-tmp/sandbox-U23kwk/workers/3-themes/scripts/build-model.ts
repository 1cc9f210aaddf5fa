import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { encodeModel, SHIPPED_MODEL } from "../src/known/model-file.js";
import { trainModel } from "./train-model.js";

/**
 * Builds the recognition model from the corpus and the catalogue: `npm run model [-- --out FILE]`. Trains once per hand to
 * calibrate on unseen hands, then once on everything. Byte-identical on the same corpus, catalogue and code.
 */

const corpus = fileURLToPath(new URL("../../../fixtures/corpus/", import.meta.url));
const outFlag = process.argv.indexOf("--out");
const out = outFlag < 0 ? SHIPPED_MODEL : (process.argv[outFlag + 1] ?? SHIPPED_MODEL);

const model = trainModel(corpus, (line) => process.stderr.write(`${line}\n`));
const bytes = encodeModel(model);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, bytes);
const hash = createHash("sha256").update(bytes).digest("hex");
process.stdout.write(`${out}: version ${model.version}, ${(bytes.length / 2 ** 20).toFixed(2)} MiB, sha256 ${hash}\n`);
