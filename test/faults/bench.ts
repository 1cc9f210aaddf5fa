import { printFigures } from "../quality/figure-row.js";
import { countIn, partsIn, readOptions, runCommand } from "../quality/read-options.js";
import { PARTS } from "./parts.js";
import { PROMISED, type Sizes } from "./sizes.js";
import { withServers } from "./with-servers.js";

/** `npm run test:faults`; what it does and takes stands in HELP. Sizes are those of the promises unless an option says otherwise. */

const sizeNames = Object.keys(PROMISED) as (keyof Sizes)[];
const HELP = `npm run test:faults -- [options]

Every promise about reliability with its figure, on servers that it starts and kills itself. Ends with 1 when one is broken, with 2
when it was called wrongly.

  --only PART,PART  these parts only: ${Object.keys(PARTS).join(", ")}
${sizeNames.map((name) => `  --${`${name} N`.padEnd(17)} (${PROMISED[name]})`).join("\n")}
`;

await runCommand(async () => {
  const { help, only, ...given } = readOptions(process.argv.slice(2), {
    help: { type: "boolean", default: false },
    only: { type: "string" },
    ...Object.fromEntries(sizeNames.map((name) => [name, { type: "string" as const }])),
  });
  if (help === true) {
    process.stdout.write(HELP);
    return;
  }
  const parts = typeof only === "string" ? partsIn(only, Object.keys(PARTS)) : Object.keys(PARTS);
  const words = given as Partial<Record<keyof Sizes, string>>;
  const sizeOf = (name: keyof Sizes): number =>
    words[name] === undefined ? PROMISED[name] : countIn(name, words[name]);
  const sizes = Object.fromEntries(sizeNames.map((name) => [name, sizeOf(name)])) as unknown as Sizes;
  await measureFaults(parts, sizes);
});

async function measureFaults(parts: readonly string[], sizes: Sizes): Promise<void> {
  // Servers and workers end with this process; whoever stops it must not leave them behind.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

  const rows = await withServers(async (servers) => {
    const measured = [];
    for (const part of parts) {
      process.stderr.write(`${part} …\n`);
      measured.push(...((await PARTS[part]?.(servers, sizes)) ?? []));
    }
    return measured;
  });
  printFigures(rows);
  process.exit(rows.some(({ ok }) => !ok) ? 1 : 0);
}
