import { fileURLToPath } from "node:url";
import { spawnInherited } from "../../scripts/spawn-inherited.js";

/** `npm run bench:quality`: every quality bench after another, each with its own table. Options go to all of them. */

const BENCHES = ["gate.ts", "recognition.ts", "emergent.ts", "corrections.ts", "trends.ts", "knots.ts", "reasons.ts"];

for (const bench of BENCHES) {
  process.stdout.write(`\n${bench.replace(".ts", "")}\n`);
  const path = fileURLToPath(new URL(bench, import.meta.url));
  const code = await spawnInherited(process.execPath, [...process.execArgv, path, ...process.argv.slice(2)], {});
  if (code !== 0) process.exitCode = 1;
}
