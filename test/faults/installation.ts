import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { STAGE_NAMES } from "@rode-draad/contracts";
import { buildVoorbeeldstad, type FixtureNote } from "@rode-draad/fixtures";
import { type Door, openDoor, openProduct, type Product, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import {
  countNotesUnderWay,
  ensureTeams,
  finishImport,
  listOutdatedReports,
  listProposals,
  listReports,
  listSignals,
  listStaleMonths,
  markImportSeen,
  readReport,
  startImport,
  upsertAreas,
} from "@rode-draad/store";
import { pause } from "./servers.js";

export const KEYS = {
  HASH_KEY: "qX3vT8mB1nR6yK9wZ4jH7cF2gD5sL0pA",
  AUDIT_KEY: "tB5nW2kQ8xM4rZ7jC1vH9dF6gS3pL0yE",
};
/** The fewest notes that the invented municipality can have. */
const NOTES_MIN = 1_500;

/** One installation on given servers: this process is its door, others work for it. */
export interface Installation {
  readonly product: Product;
  readonly door: Door;
  /** What a process of this installation needs to know. */
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
  close(): Promise<void>;
}

export type Servers = Readonly<Partial<Record<"DATABASE_URL" | "REDIS_URL" | "MUNICIPALITY", string>>>;

export async function openInstallation(servers: Servers): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), "rode-draad-faults-"));
  const environment = { ...KEYS, RODEDRAAD_DIR: folder, LOG_LEVEL: "warn", PORT: "0", ...servers };
  const product = await openProduct(readConfiguration({ ...environment, LOG_LEVEL: "silent" }));
  const { store, municipalityId } = product;
  const { areas, teams } = town();
  await upsertAreas(store.db, municipalityId, areas);
  await ensureTeams(store.db, municipalityId, teams);
  return {
    product,
    door: await openDoor(product),
    environment,
    logFile: join(folder, "processes.log"),
    async close() {
      await product.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

function town(notes = NOTES_MIN) {
  return buildVoorbeeldstad({ notes: Math.max(notes, NOTES_MIN) });
}

/** So many notes with different ids, the latest months of the invented municipality. */
export function makeNotes(count: number): readonly FixtureNote[] {
  const byId = new Map(town(Math.ceil(count * 1.1)).notes.map((note) => [note.bronId, note]));
  return [...byId.values()].slice(-count);
}

/** Hands notes in as the API does. */
export async function deliver({ door }: Installation, notes: readonly FixtureNote[]): Promise<void> {
  await door.receive({ kind: "values", values: notes });
}

const LONG_IMPORT = "suite";

/**
 * New themes wait until all imports are closed. With one held open the outcome of a run does not depend on how its notes were
 * handed in, and can be held against another run to the byte.
 */
export async function openLongImport({
  product: { store, municipalityId, clock, closing },
}: Installation): Promise<void> {
  await startImport(store.db, municipalityId, { id: LONG_IMPORT, origin: "api", startedAt: clock() });
  // One that says nothing is taken to be broken off.
  const say = () =>
    markImportSeen(store.db, municipalityId, LONG_IMPORT, { rowsRead: 0, shareRead: 0, seenAt: clock() });
  const saying = setInterval(() => void say().catch(() => undefined), 5_000);
  closing.addEventListener("abort", () => clearInterval(saying));
}

export async function closeLongImport({ product }: Installation): Promise<void> {
  const { store, municipalityId, clock, queue } = product;
  await finishImport(store.db, municipalityId, LONG_IMPORT, { finishedAt: clock(), summary: { interrupted: true } });
  await queue.enqueue("emergent-themes", { municipalityId });
}

export async function isWorkedOut({
  product: { store, municipalityId, queue },
}: Pick<Installation, "product">): Promise<boolean> {
  return (
    (await countNotesUnderWay(store.db, municipalityId)) === 0 &&
    (await listStaleMonths(store.db, municipalityId)).length === 0 &&
    (await listOutdatedReports(store.db, municipalityId)).length === 0 &&
    (await queue.idle())
  );
}

/** Seconds until nothing is left to do; the limit when it never came. */
export async function secondsUntil(condition: () => Promise<boolean>, limitSeconds: number): Promise<number> {
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  while (seconds() < limitSeconds) {
    // A server that is away answers nothing: not yet.
    if (await condition().catch(() => false)) return seconds();
    await pause(100);
  }
  return limitSeconds;
}

/** What an undisturbed run of the same notes comes to. */
export async function undisturbedOutcome(servers: Servers, notes: readonly FixtureNote[]): Promise<Outcome> {
  const installation = await openInstallation(servers);
  try {
    await openLongImport(installation);
    await deliver(installation, notes);
    await startStages(installation.product, STAGE_NAMES);
    await closeLongImport(installation);
    await waitUntilWorkedOut(installation.product);
    return await readOutcome(installation);
  } finally {
    await installation.close();
  }
}

/** Everything that people get to see, and what it rests on; parts are told apart so that a difference can be placed. */
export interface Outcome {
  readonly notes: number;
  readonly themed: number;
  readonly digests: Readonly<Record<string, string>>;
}

export async function readOutcome({ product }: Installation): Promise<Outcome> {
  return await readOutcomeOf(product);
}

export async function readOutcomeOf({ store, municipalityId }: Product): Promise<Outcome> {
  const { db } = store;
  const notes = await db.selectFrom("case_note").select(["id", "state", "version"]).orderBy("id").execute();
  const questions = await db
    .selectFrom("question")
    .select(["note_id", "ordinal", "start_offset", "end_offset", "kind", "set_aside"])
    .select(["theme_id", "route", "given_theme_id", "given_route"])
    .orderBy("note_id")
    .orderBy("ordinal")
    .execute();
  const reports = [];
  for (const { madeAt: _madeAt, ...key } of await listReports(db, municipalityId)) {
    reports.push({ key, content: (await readReport(db, municipalityId, key))?.content });
  }
  const signals = await listSignals(db, municipalityId);
  const proposals = (await listProposals(db, municipalityId)).map(({ proposal }) => proposal);
  return {
    notes: notes.length,
    themed: notes.filter(({ state }) => state === "themed").length,
    digests: {
      notes: digest(notes),
      questions: digest(questions),
      reports: digest(reports),
      signals: digest(signals),
      proposals: digest(proposals),
    },
  };
}

/** In how many parts two outcomes differ: something was done twice, or not. */
export function differingParts(one: Outcome, other: Outcome): string[] {
  return Object.keys(one.digests).filter((part) => one.digests[part] !== other.digests[part]);
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
