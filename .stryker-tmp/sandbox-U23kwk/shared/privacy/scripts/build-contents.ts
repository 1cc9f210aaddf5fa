/**
 * Writes data/contents.txt: every list of the gate with its number of lines, which is what the gate holds the folder to when it
 * starts. Run by hand after a list has changed: `npx tsx --conditions=source shared/privacy/scripts/build-contents.ts`.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { readList } from "../src/gate/list-reader.js";

const DATA = new URL("../data/", import.meta.url);
const paths = ["allow", "names", "words"].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, DATA))
    .sort()
    .map((file) => `${folder}/${file}`),
);
const lines = paths.map((path) => `${path} ${readList(new URL(path, DATA)).length}`);
writeFileSync(
  new URL("contents.txt", DATA),
  `# Path and number of lines of every list; written by scripts/build-contents.ts.\n${lines.join("\n")}\n`,
);
process.stdout.write(`contents.txt: ${lines.length}\n`);
