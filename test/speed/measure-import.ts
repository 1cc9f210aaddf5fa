import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { STAGE_NAMES } from "@rode-draad/contracts";
import { openDoor, openProduct, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { readReport } from "@rode-draad/store";

/**
 * Measures one run from file to report on the embedded default, in a process of its own. Prints JSON:
 * `{notes, seconds, cpuSeconds, rssMiB}`; seconds from opening the product to the report of the last month, processor time of all
 * threads meanwhile, RSS at its highest.
 */

const size = Number(process.argv[2] ?? "5000");
const lastMonth = "2026-10";
const writer = fileURLToPath(new URL("./write-notes-file.ts", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "rode-draad-speed-"));
try {
  const file = join(folder, "notities.csv");
  // In a process of its own: inventing the notes takes memory that reading them does not.
  await promisify(execFile)(process.execPath, [...process.execArgv, writer, String(size), lastMonth, file]);
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  const product = await openProduct(readConfiguration({ RODEDRAAD_DIR: folder, LOG_LEVEL: "warn" }));
  await startStages(product, STAGE_NAMES);
  const { summary } = await (await openDoor(product)).receive({ kind: "file", path: file });
  await waitUntilWorkedOut(product);
  const report = await readReport(product.store.db, product.municipalityId, { month: lastMonth });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  if (report === undefined) throw new Error("There is no report of the last month.");
  await product.close();
  const rssMiB = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `${JSON.stringify({ notes: summary.rows, seconds, cpuSeconds: (user + system) / 1e6, rssMiB })}\n`,
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
