import { parseArgs } from "node:util";
import { measureSpeed, reaches } from "./figures.js";

/** `npm run bench:speed [-- --notes 100000]`: prints each figure beside its goal. Ends with 1 only when a figure is beyond its floor. */

const { values } = parseArgs({ options: { notes: { type: "string", default: "5000" } } });
const figures = await measureSpeed(Number(values.notes));
const format = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
const rows = figures.map((figure) => [
  figure.name,
  `${format(figure.measured)} ${figure.unit}`,
  `${figure.higherIsBetter ? "≥" : "≤"} ${format(figure.goal)} ${figure.unit}`,
  reaches(figure, figure.goal) ? "reached" : "not reached",
]);
const header = ["figure", "measured", "goal", ""];
const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)));
for (const row of [header, ...rows]) {
  process.stdout.write(
    `${row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd()}\n`,
  );
}
if (figures.some((figure) => !reaches(figure, figure.floor))) process.exitCode = 1;
