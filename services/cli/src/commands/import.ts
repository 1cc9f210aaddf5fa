import { randomBytes } from "node:crypto";
import { basename } from "node:path";
import { STAGE_NAMES } from "@rode-draad/contracts";
import { ProductError } from "@rode-draad/domain";
import {
  FIELD_NAMES,
  fieldOf,
  type ImportSummary,
  InterruptedImport,
  isAreaCode,
  type NoteSource,
  openSource,
} from "@rode-draad/intake";
import {
  openDoor,
  type Product,
  type Receipt,
  recordedAs,
  startStages,
  waitUntilWorkedOut,
} from "@rode-draad/pipeline";
import type { Configuration } from "@rode-draad/runtime";
import { isStoreThere, listStuckNotes } from "@rode-draad/store";
import { InvalidArgumentError } from "commander";
import { describeImport } from "../describe-import.js";
import { startProgressBar } from "../progress-bar.js";
import { quietConfiguration, withProduct } from "../with-product.js";

export interface ImportCommandOptions {
  readonly map: readonly string[];
  readonly wijk: readonly string[];
  readonly dryRun?: true;
  readonly wait: boolean;
}

/**
 * Reads files in, one after another, and works the notes out unless told not to wait. A file that cannot be read is named
 * and does not keep the others out.
 */
export async function importFiles(files: readonly string[], options: ImportCommandOptions): Promise<void> {
  const mapping = readMapping(options.map);
  const namedAreas = readAreas(options.wijk);
  // A wrong name is told at once, before a database is opened or another file is read.
  for (const file of files) if (file !== "-") await openSource({ kind: "file", path: file }).catch(nameFile(file));
  const dryRun = options.dryRun === true;
  const { configuration, inMemory } = placeFor(dryRun);
  await withProduct(
    configuration,
    async (product, signal) => {
      const door = await openDoor(dryRun ? underAnyKey(product) : product, { isTrial: dryRun });
      let imported = 0;
      for (const file of files) {
        const bar = startProgressBar("Inlezen   ");
        try {
          const receive = () =>
            door.receive(sourceOf(file), {
              mapping,
              namedAreas,
              dryRun,
              onProgress: ({ bytes, totalBytes }) => {
                if (totalBytes !== undefined) bar.update(Math.round(bytes / 1024), Math.round(totalBytes / 1024));
              },
            });
          // A dry run leaves no trace, so none in the log either.
          const { summary } = dryRun ? await receive() : await recordedImport(product, receive);
          bar.stop();
          imported += 1;
          print(file, files.length, summary);
          if (summary.refusedRows > 0) process.exitCode = 1;
        } catch (error) {
          bar.stop();
          if (error instanceof InterruptedImport) print(file, files.length, error.summary);
          // A database that is gone is gone for the next file too.
          if (!(error instanceof ProductError && error.code.startsWith("intake."))) throw error;
          if (error instanceof InterruptedImport) imported += 1;
          process.stderr.write(`${sentenceAbout(file, error)}\n`);
          process.exitCode = 1;
        }
      }
      if (!dryRun && options.wait && imported > 0) await workOut(product, signal);
    },
    { inMemory, isTrial: dryRun },
  );
}

function recordedImport(product: Product, receive: () => Promise<Receipt>): Promise<Receipt> {
  const audited = { action: "import-notes", subject: "import" } as const;
  const about = ({ importId, summary }: Receipt) => ({ id: importId, details: { rows: summary.rows } });
  return recordedAs("opdracht-import", product, audited, receive, about);
}

/**
 * A dry run leaves no trace: without a database it looks in an empty one in memory. An existing database is read, since it knows the
 * names of wijken.
 */
function placeFor(dryRun: boolean): { readonly configuration: Configuration; readonly inMemory: boolean } {
  const configuration = quietConfiguration();
  return { configuration, inMemory: dryRun && !isStoreThere(configuration) };
}

/** The hashes of a dry run are compared with each other only, so any key will do, and none is made that stays. */
function underAnyKey(product: Product): Product {
  const hashKey = randomBytes(32).toString("base64url");
  return { ...product, configuration: { ...product.configuration, hashKey } };
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
  const stuck = (await listStuckNotes(product.store.db, product.municipalityId)).length;
  if (stuck > 0) {
    process.exitCode = 1;
    process.stderr.write(`${stuck} notities konden wij niet uitwerken. Bekijk ze met rodedraad stuck.\n`);
  }
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

function readMapping(pairs: readonly string[]): Record<string, string> {
  const mapping = Object.fromEntries(pairs.map(splitPair));
  for (const field of Object.values(mapping)) {
    if (fieldOf(field) !== undefined) continue;
    throw new InvalidArgumentError(`"${field}" is geen veld van een notitie. Kies uit: ${FIELD_NAMES.join(", ")}.`);
  }
  return mapping;
}

function readAreas(pairs: readonly string[]): Record<string, string> {
  const areas = Object.fromEntries(pairs.map(splitPair));
  for (const [name, code] of Object.entries(areas)) {
    if (isAreaCode(code)) continue;
    throw new InvalidArgumentError(
      `De code "${code}" bij wijk ${name} klopt niet. Een CBS-wijkcode is WK met zes tekens, zoals WK036301.`,
    );
  }
  return areas;
}

/** Names the file in what was wrong with it, unless the sentence does so already. */
function sentenceAbout(file: string, error: ProductError): string {
  const name = file === "-" ? "standaardinvoer" : basename(file);
  return error.message.includes(name) ? error.message : `${name}: ${error.message}`;
}

function nameFile(file: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ProductError)) throw error;
    throw new ProductError(error.code, sentenceAbout(file, error), { cause: error });
  };
}
