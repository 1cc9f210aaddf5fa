import { printFigures } from "../quality/figure-row.js";
import { partsIn, readOptions, runCommand } from "../quality/read-options.js";
import { PARTS } from "./parts.js";

/** `npm run bench:trust`; what it does and takes stands in HELP. */

const HELP = `npm run bench:trust -- [options]

Every promise about privacy and security with its figure, at the size that was promised. Ends with 1 when one is broken, with 2 when it
was called wrongly.

  --only PART,PART  these parts only: ${Object.keys(PARTS).join(", ")}
`;

await runCommand(async () => {
  const { help, only } = readOptions(process.argv.slice(2), {
    help: { type: "boolean", default: false },
    only: { type: "string" },
  });
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  await measureTrust(only === undefined ? Object.keys(PARTS) : partsIn(only, Object.keys(PARTS)));
});

async function measureTrust(parts: readonly string[]): Promise<void> {
  const rows = [];
  for (const part of parts) {
    process.stderr.write(`${part} …\n`);
    rows.push(...((await PARTS[part]?.()) ?? []));
  }
  printFigures(rows);
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
}
