import { parseArgs } from "node:util";
import { printFigures } from "../quality/figure-row.js";
import { PARTS } from "./parts.js";
import { PROMISED, type Sizes } from "./sizes.js";
import { withServers } from "./with-servers.js";

/**
 * `npm run test:faults -- [--only PART,PART] [--kills 20] [--notes 100] …`: every promise about reliability with its figure, on servers
 * that it starts and kills itself; ends with 1 when one is broken. Sizes are those of the promises unless an option says otherwise.
 */

const sizeNames = Object.keys(PROMISED) as (keyof Sizes)[];
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    ...Object.fromEntries(sizeNames.map((name) => [name, { type: "string" as const }])),
  },
});
const only = values.only === undefined ? Object.keys(PARTS) : String(values.only).split(",");
const unknown = only.find((part) => !(part in PARTS));
if (unknown !== undefined) {
  process.stderr.write(`There is no part "${unknown}": choose from ${Object.keys(PARTS).join(", ")}.\n`);
  process.exit(2);
}
const given = values as Partial<Record<keyof Sizes, string>>;
const sizes = Object.fromEntries(
  sizeNames.map((name) => [name, Number(given[name] ?? PROMISED[name])]),
) as unknown as Sizes;

// Servers and workers end with this process; whoever stops it must not leave them behind.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const rows = await withServers(async (servers) => {
  const measured = [];
  for (const part of only) {
    process.stderr.write(`${part} …\n`);
    measured.push(...((await PARTS[part]?.(servers, sizes)) ?? []));
  }
  return measured;
});
printFigures(rows);
process.exit(rows.some(({ ok }) => !ok) ? 1 : 0);
