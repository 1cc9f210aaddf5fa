import { parseArgs } from "node:util";
import { printFigures } from "../quality/figure-row.js";
import { PARTS } from "./parts.js";

/** `npm run bench:trust -- [--only PART,PART]`: every promise about privacy and security with its figure; ends with 1 when one is broken. */

const { values } = parseArgs({ options: { only: { type: "string" } } });
const only = values.only?.split(",").map((part) => part.trim());
const unknown = only?.find((part) => !(part in PARTS));
if (unknown !== undefined) {
  process.stderr.write(`There is no part "${unknown}": choose from ${Object.keys(PARTS).join(", ")}.\n`);
  process.exit(2);
}
const rows = [];
for (const [part, measure] of Object.entries(PARTS)) {
  if (only !== undefined && !only.includes(part)) continue;
  process.stderr.write(`${part} …\n`);
  rows.push(...(await measure()));
}
printFigures(rows);
if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
