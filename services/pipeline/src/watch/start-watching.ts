import { ProductError } from "@rode-draad/domain";
import { toKeptSummary } from "@rode-draad/intake";
import { recordedAs } from "../audit/recorded-as.js";
import { type Door, dutchDay, openDoor } from "../door/receive-notes.js";
import type { Product } from "../open-product.js";
import { folderRemedy } from "./folder-remedy.js";
import {
  archive,
  type ClaimedFile,
  claimWholeFiles,
  dropOldFiles,
  giveBack,
  giveBackLostClaims,
  isReadable,
  type Looks,
  prepareFolder,
  readMapping,
  refuse,
} from "./watched-folder.js";

/** Two looks are what a file must stay the same for, so this is how long one waits at least. */
const LOOK_EVERY_MS = 15_000;
/** A program that writes over a slow line pauses for seconds. */
const SETTLE_MS = 10_000;

const IMPORT = { action: "import-notes", subject: "import" } as const;

export interface Watching {
  stop(): Promise<void>;
}

/**
 * Reads in what appears in the watched folder of the settings, one file after another; undefined when there is none. Several processes
 * may watch one folder. What was dropped while none did is read at the next start.
 */
export async function startWatching(
  product: Product,
  {
    lookEveryMs = LOOK_EVERY_MS,
    settleMs = SETTLE_MS,
  }: { readonly lookEveryMs?: number; readonly settleMs?: number } = {},
): Promise<Watching | undefined> {
  const { watched } = product.configuration;
  if (watched === undefined) return undefined;
  await prepareFolder(watched.directory);
  const door = await openDoor(product);
  const looks: Looks = new Map();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      await lookOnce(product, door, looks, settleMs);
    } catch (error) {
      product.logger.error({ err: error }, "the watched folder could not be read");
    }
    if (!stopped) timer = setTimeout(() => (running = look()), lookEveryMs);
  };
  running = look();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

async function lookOnce(product: Product, door: Door, looks: Looks, settleMs: number): Promise<void> {
  const { watched } = product.configuration;
  if (watched === undefined) return;
  const { directory, keepDays } = watched;
  const now = product.clock().getTime();
  await giveBackLostClaims(directory, now);
  // Files have the time of the machine, whatever clock the product was given.
  for (const file of await claimWholeFiles(directory, looks, settleMs, Date.now()))
    await readIn(product, door, directory, keepDays, file);
  await dropOldFiles(directory, keepDays, Date.now());
}

async function readIn(
  product: Product,
  door: Door,
  folder: string,
  keepDays: number,
  file: ClaimedFile,
): Promise<void> {
  const day = dutchDay(product.clock());
  if (!isReadable(file.name)) {
    await refuse(folder, file, "Dit is geen bestand dat wij lezen. Lever een .csv, .xlsx of .jsonl aan.", day);
    return;
  }
  try {
    const mapping = await readMapping(folder).catch(() => {
      throw new ProductError(
        "intake.mapping-wrong",
        'Het bestand kolommen.json klopt niet. Schrijf het als {"kolom": "veld"}.',
      );
    });
    const receive = () =>
      door.receive({ kind: "file", path: file.path }, { ...(mapping !== undefined && { mapping }) });
    const { importId, summary } = await recordedAs("watched-folder", product, IMPORT, receive, (receipt) => ({
      id: receipt.importId,
      details: { rows: receipt.summary.rows },
    }));
    const outcome = { importId, readAt: product.clock().toISOString(), summary: toKeptSummary(summary) };
    await archive(folder, file, outcome, { day, keepDays });
    product.logger.info({ importId, rows: summary.rows, refused: summary.refusedRows }, "a dropped file was read in");
  } catch (error) {
    if (error instanceof ProductError && error.code.startsWith("intake.") && !error.retryable) {
      await refuse(folder, file, folderRemedy(error.message), day);
      product.logger.warn({ code: error.code }, "a dropped file was refused");
      return;
    }
    await giveBack(folder, file);
    throw error;
  }
}
