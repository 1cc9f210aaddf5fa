import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STAGE_NAMES } from "@rode-draad/contracts";
import type { Actor } from "@rode-draad/domain";
import { buildVoorbeeldstad, writeNotes } from "@rode-draad/fixtures";
import {
  openDoor,
  openProduct,
  type Product,
  type Serving,
  serveProduct,
  startStages,
  waitUntilWorkedOut,
} from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { ensureTeams, isStoreThere, upsertAreas } from "@rode-draad/store";

/** Any key will do: the notes are invented. */
const HASH_KEY = "Wq7nR2xL9bT4vK8mZ1cH6yD3fJ5gP0sA7uE2";

/** The invented municipality, worked out and served to a browser on this machine as somebody who may do everything. */
export interface DemoTown {
  readonly product: Product;
  readonly serving: Serving;
  /** Its own data, and letters that wait to be sent by hand. */
  readonly directory: string;
  /** Turns the clock on. */
  moveClock(ms: number): void;
  close(): Promise<void>;
}

interface DemoTownOptions {
  readonly notes?: number;
  /** Reads in no note: a test does so itself. */
  readonly isEmpty?: boolean;
  /** Kept between runs, so that only the first one reads the notes; absent: made and removed. */
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Opens the town, reading its notes when that was not done before. */
export async function openDemoTown(options: DemoTownOptions = {}): Promise<DemoTown> {
  const { notes, folder, isEmpty = false, environment = {} } = options;
  const directory = folder ?? (await mkdtemp(join(tmpdir(), "rode-draad-demo-")));
  await mkdir(directory, { recursive: true });
  const settings = { RODEDRAAD_DIR: directory, HASH_KEY, LOG_LEVEL: "error", PORT: "0", ACCESS_POLICY: "own-team" };
  const configuration = readConfiguration({ ...settings, ...environment });
  const isRead = isStoreThere(configuration);
  const municipality = buildVoorbeeldstad(notes === undefined ? {} : { notes });
  let movedMs = 0;
  const product = await openProduct(configuration, { clock: () => new Date(Date.now() + movedMs) });
  const { store, municipalityId } = product;
  await upsertAreas(store.db, municipalityId, municipality.areas);
  await ensureTeams(store.db, municipalityId, municipality.teams);
  await startStages(product, STAGE_NAMES);
  if (!isRead && !isEmpty) {
    const file = join(directory, "voorbeeldstad.csv");
    await writeNotes(municipality.notes, file, "csv");
    await (await openDoor(product)).receive({ kind: "file", path: file });
  }
  await waitUntilWorkedOut(product);
  const whoIsHere: Actor = {
    kind: "account",
    id: "demo",
    name: "Sam Voorbeeld",
    roles: ["team-lead", "case-worker", "community-worker", "administrator", "data-protection-officer"],
    teamCodes: municipality.teams.map(({ code }) => code),
  };
  const serving = await serveProduct(product, { whoIsHere, callsMax: 1_000_000 });
  return {
    product,
    serving,
    directory,
    moveClock(ms) {
      movedMs += ms;
    },
    async close() {
      await serving.close();
      await product.close();
      if (folder === undefined) await rm(directory, { recursive: true, force: true });
    },
  };
}
