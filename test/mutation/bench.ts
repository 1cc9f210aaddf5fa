import { parseArgs } from "node:util";
import { atLeast, printFigures } from "../quality/figure-row.js";
import { AREAS, SCORE_GOAL } from "./areas.js";
import { measureArea } from "./measure-area.js";
import { readRecorded, recordScore } from "./recorded.js";

/**
 * `npm run bench:mutation [-- --only AREA,AREA] [--file GLOB] [--record]`: of each area the share of small changes to its code
 * that a test notices, with the changes that none did. Too long for CI: half an hour an area the first time, minutes after.
 */

const { values } = parseArgs({
  options: { only: { type: "string" }, file: { type: "string" }, record: { type: "boolean", default: false } },
});
const only = values.only?.split(",").map((name) => name.trim()) ?? Object.keys(AREAS);
const unknown = only.find((name) => !(name in AREAS));
if (unknown !== undefined || (values.file !== undefined && (only.length > 1 || values.record))) {
  const areas = Object.keys(AREAS).join(", ");
  process.stderr.write(`Give areas out of ${areas}; --file with one area, and without --record.\n`);
  process.exit(2);
}
const rows = [];
for (const [name, area] of Object.entries(AREAS)) {
  if (!only.includes(name)) continue;
  const known = readRecorded()[name];
  const previous = known !== undefined && "score" in known ? known.score : undefined;
  const { shown, ...score } = await measureArea(name, area, values.file);
  for (const { state, file, line, column, mutator, replacement } of shown) {
    process.stdout.write(`${state} ${file}:${line}:${column} ${mutator}: ${replacement}\n`);
  }
  rows.push({ ...atLeast(`S7 ${name}, % of ${score.mutants} mutants`, SCORE_GOAL, score.score), previous });
  if (values.record) recordScore(name, score);
}
printFigures(rows);
if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
