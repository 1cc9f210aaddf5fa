import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadCatalogue } from "@rode-draad/catalogue";
import { PRODUCT_VERSION } from "@rode-draad/pipeline";
import { loadRecogniser } from "@rode-draad/themes";
import { type FigureRow, printFigures } from "./figure-row.js";
import { measureLabelledFile, PARTS } from "./parts.js";
import { isBeyond, type NamedFigure, type Recorded, readRecorded, writeRecorded } from "./recorded.js";

/**
 * `npm run bench:quality`: every quality figure of recognition, emergent themes, stability, corrections and signals in one
 * table with goal and previous figure, and as JSON. Ends with 1 only when a figure is beyond its recorded floor.
 *
 *   --quick                       a smaller measurement of some minutes less, with floors of its own; CI runs it
 *   --only recognition,trends     these parts only
 *   --json FILE                   where the JSON goes (bench-results/quality.json)
 *   --record                      makes these figures the previous ones, and the floors from them
 *   --data FILE --gold KEY [--text KEY] [--language nl|none]   any labelled JSONL instead, with the shipped model
 */

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    json: { type: "string", default: "bench-results/quality.json" },
    record: { type: "boolean", default: false },
    data: { type: "string" },
    gold: { type: "string", default: "theme" },
    text: { type: "string", default: "text" },
    language: { type: "string", default: "nl" },
  },
});

const RECORDED = fileURLToPath(new URL("data/recorded.json", import.meta.url));
const size = options.quick ? "quick" : "full";
const recorded: Recorded = readRecorded(RECORDED);

/** Each figure with the name that it is recorded under; "…" in a name stands for the subject above it. */
function nameFigures(part: string, rows: readonly FigureRow[]): NamedFigure[] {
  let subject = "";
  return rows.map((row) => {
    if (!row.name.startsWith("…")) subject = row.name.split(":")[0] ?? row.name;
    return { ...row, key: `${part} / ${row.name.replace("…", subject)}` };
  });
}

async function measure(): Promise<NamedFigure[]> {
  if (options.data !== undefined) {
    const language = options.language === "none" ? "none" : "nl";
    return nameFigures("data", measureLabelledFile({ ...options, data: options.data, language }));
  }
  const only = options.only?.split(",");
  const figures: NamedFigure[] = [];
  for (const [part, run] of Object.entries(PARTS)) {
    if (only !== undefined && !only.includes(part)) continue;
    process.stderr.write(`${part} …\n`);
    figures.push(...nameFigures(part, await run({ quick: options.quick })));
  }
  return figures;
}

const figures = await measure();
const versions = {
  model: loadRecogniser().version,
  catalogue: loadCatalogue().meta.version,
  engine: PRODUCT_VERSION,
};
const rows = figures.map((figure) => ({ ...figure, previous: recorded[size][figure.key]?.measured }));
process.stdout.write(
  `model ${versions.model}, catalogue ${versions.catalogue}, engine ${versions.engine}${options.quick ? ", quick" : ""}\n`,
);
printFigures(rows);

mkdirSync(dirname(options.json), { recursive: true });
writeFileSync(
  options.json,
  `${JSON.stringify(
    {
      size,
      figures: rows.map(({ key, goal, measured, ok, previous }) => ({
        key,
        goal,
        measured,
        ok,
        previous,
        ...versions,
      })),
    },
    null,
    1,
  )}\n`,
);

if (options.record) writeRecorded(RECORDED, recorded, size, figures);
const fallen = figures.filter((figure) => isBeyond(figure, recorded[size][figure.key]?.floor));
for (const { key, measured } of fallen) {
  process.stderr.write(`${key}: ${measured} is beyond the floor ${recorded[size][key]?.floor}\n`);
}
if (fallen.length > 0 && !options.record) process.exitCode = 1;
