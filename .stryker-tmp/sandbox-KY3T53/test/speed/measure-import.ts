import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STAGE_NAMES } from "@rode-draad/contracts";
import { buildVoorbeeldstad, writeNotes } from "@rode-draad/fixtures";
import { openDoor, openProduct, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { readReport } from "@rode-draad/store";

/**
 * Measures one run from file to report on the embedded default, in a process of its own. Prints JSON:
 * `{notes, seconds, rssMiB}`; seconds from opening the product to the report of the last month, RSS at its highest.
 */

const size = Number(process.argv[2] ?? "5000");
const lastMonth = "2026-10";
const folder = await mkdtemp(join(tmpdir(), "rode-draad-speed-"));
try {
  await mkdir(folder, { recursive: true });
  const file = join(folder, "notities.csv");
  {
    const { notes } = buildVoorbeeldstad({ notes: size, lastMonth });
    await writeNotes(notes, file, "csv");
  }
  const started = performance.now();
  const product = await openProduct(readConfiguration({ RODEDRAAD_DIR: folder, LOG_LEVEL: "warn" }));
  await startStages(product, STAGE_NAMES);
  const { summary } = await (await openDoor(product)).receive({ kind: "file", path: file });
  await waitUntilWorkedOut(product);
  const report = await readReport(product.store.db, product.municipalityId, { month: lastMonth });
  const seconds = (performance.now() - started) / 1000;
  if (report === undefined) throw new Error("There is no report of the last month.");
  await product.close();
  const rssMiB = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ notes: summary.rows, seconds, rssMiB })}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
