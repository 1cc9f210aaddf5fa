import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { loadCatalogue } from "@rode-draad/catalogue";
import { PRODUCT_VERSION } from "@rode-draad/pipeline";
import { loadRecogniser } from "@rode-draad/themes";
import { BENCH_HELP, type BenchOptions, readBenchOptions } from "./bench-options.js";
import { type FigureRow, isMeasured, printFigures } from "./figure-row.js";
import { measureLabelledFile, PARTS } from "./parts.js";
import { runCommand } from "./read-options.js";
import { isBeyond, type NamedFigure, readRecorded, requireFloors, writeRecorded } from "./recorded.js";

/** `npm run bench:quality`; what it does and takes stands in BENCH_HELP. */

const RECORDED = relative(process.cwd(), fileURLToPath(new URL("data/recorded.json", import.meta.url)));
/** Exit code when a figure is beyond its floor. */
const FALLEN = 1;

/** Each figure with the name that it is recorded under; "…" in a name stands for the subject above it. */
function nameFigures(part: string, rows: readonly FigureRow[]): NamedFigure[] {
  let subject = "";
  return rows.map((row) => {
    if (!row.name.startsWith("…")) subject = row.name.split(":")[0] ?? row.name;
    return { ...row, key: `${part} / ${row.name.replace("…", subject)}` };
  });
}

async function measure({ data, only, quick }: BenchOptions): Promise<NamedFigure[]> {
  if (data !== undefined) return nameFigures("data", measureLabelledFile(data));
  const figures: NamedFigure[] = [];
  for (const [part, run] of Object.entries(PARTS)) {
    if (only !== undefined && !only.includes(part)) continue;
    process.stderr.write(`${part} …\n`);
    figures.push(...nameFigures(part, await run({ quick })));
  }
  return figures;
}

async function bench(options: BenchOptions): Promise<void> {
  const size = options.quick ? "quick" : "full";
  const recorded = readRecorded(RECORDED);
  if (options.quick && !options.record && options.data === undefined) requireFloors(recorded, RECORDED);
  const figures = await measure(options);
  const versions = {
    model: loadRecogniser().version,
    catalogue: loadCatalogue().meta.version,
    engine: PRODUCT_VERSION,
  };
  const rows = figures
    .filter(isMeasured)
    .map((figure) => ({ ...figure, previous: recorded[size][figure.key]?.measured }));
  process.stdout.write(
    `model ${versions.model}, catalogue ${versions.catalogue}, engine ${versions.engine}${options.quick ? ", quick" : ""}\n`,
  );
  printFigures(rows);

  const told = rows.map(({ key, goal, measured, ok, previous }) => ({
    key,
    goal,
    measured,
    ok,
    previous,
    ...versions,
  }));
  mkdirSync(dirname(options.json), { recursive: true });
  writeFileSync(options.json, `${JSON.stringify({ size, figures: told }, null, 1)}\n`);

  if (options.record) writeRecorded(RECORDED, recorded, size, figures);
  // Of all figures: one that was measured once and now has nothing to measure is broken too.
  const fallen = figures.filter((figure) => isBeyond(figure, recorded[size][figure.key]?.floor));
  for (const { key, measured } of fallen) {
    process.stderr.write(`${key}: ${measured} is beyond the floor ${recorded[size][key]?.floor}\n`);
  }
  if (fallen.length > 0 && !options.record) process.exitCode = FALLEN;
}

await runCommand(async () => {
  const options = readBenchOptions(process.argv.slice(2), Object.keys(PARTS));
  if (options.help) process.stdout.write(BENCH_HELP);
  else await bench(options);
});
