import { STAGE_NAMES } from "@rode-draad/contracts";
import { ProductError } from "@rode-draad/domain";
import { type ImportSummary, InterruptedImport, isAreaCode, type NoteSource, openSource } from "@rode-draad/intake";
import { openDoor, type Product, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
import { describeImport } from "../describe-import.js";
import { startProgressBar } from "../progress-bar.js";
import { quietConfiguration, withProduct } from "../with-product.js";

export interface ImportCommandOptions {
  readonly map: readonly string[];
  readonly wijk: readonly string[];
  readonly dryRun?: true;
  readonly wait: boolean;
}

/** Reads files in, one after another, and works the notes out unless told not to wait. */
export async function importFiles(files: readonly string[], options: ImportCommandOptions): Promise<void> {
  const mapping = Object.fromEntries(options.map.map(splitPair));
  const namedAreas = readAreas(options.wijk);
  // A wrong name is told at once, before a database is opened or another file is read.
  for (const file of files) if (file !== "-") await openSource({ kind: "file", path: file });
  await withProduct(quietConfiguration(), async (product, signal) => {
    const door = await openDoor(product);
    const dryRun = options.dryRun === true;
    let failed = false;
    for (const file of files) {
      const bar = startProgressBar("Inlezen   ");
      try {
        const { summary } = await door.receive(sourceOf(file), {
          mapping,
          namedAreas,
          dryRun,
          onProgress: ({ bytes, totalBytes }) => {
            if (totalBytes !== undefined) bar.update(Math.round(bytes / 1024), Math.round(totalBytes / 1024));
          },
        });
        bar.stop();
        print(file, files.length, summary);
        if (summary.rows > 0 && summary.refusedRows === summary.rows) failed = true;
      } catch (error) {
        bar.stop();
        if (!(error instanceof InterruptedImport)) throw error;
        print(file, files.length, error.summary);
        throw error;
      }
    }
    if (!dryRun && options.wait) await workOut(product, signal);
    if (failed) process.exitCode = 1;
  });
}

/** Works out what was read in, in this process too, and shows how far it is. Says so when something could not be done. */
export async function workOut(product: Product, signal?: AbortSignal): Promise<void> {
  await startStages(product, STAGE_NAMES);
  const bar = startProgressBar("Uitwerken ");
  let total = 0;
  const left = await waitUntilWorkedOut(product, {
    ...(signal !== undefined && { signal }),
    onProgress: (notes) => {
      total = Math.max(total, notes);
      if (total > 0) bar.update(total - notes, total);
    },
  });
  bar.stop();
  if (left.notes === 0 && left.isReported) return;
  process.exitCode = 1;
  process.stderr.write(
    left.notes > 0
      ? `${left.notes} notities zijn wel bewaard, maar nog niet uitgewerkt. Kijk in het logboek wat er misging, en start rodedraad serve: dat probeert het opnieuw.\n`
      : "De notities zijn bewaard, maar het overzicht is nog niet bijgewerkt. Start rodedraad serve: dat probeert het opnieuw.\n",
  );
}

function sourceOf(file: string): NoteSource {
  return file === "-" ? { kind: "stream", name: "invoer.jsonl", stream: process.stdin } : { kind: "file", path: file };
}

function print(file: string, files: number, summary: ImportSummary): void {
  if (files > 1) process.stdout.write(`${file}\n`);
  process.stdout.write(`${describeImport(summary).join("\n")}\n`);
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf("=");
  return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
}

function readAreas(pairs: readonly string[]): Record<string, string> {
  const areas = Object.fromEntries(pairs.map(splitPair));
  for (const [name, code] of Object.entries(areas)) {
    if (isAreaCode(code)) continue;
    throw new ProductError(
      "area-code-invalid",
      `De code "${code}" bij wijk ${name} klopt niet. Een CBS-wijkcode is WK met zes tekens, zoals WK036301.`,
    );
  }
  return areas;
}
