import { randomUUID } from "node:crypto";
import type { AreaCode } from "@rode-draad/domain";
import {
  type ImportOptions,
  type ImportProgress,
  type ImportSummary,
  type IntakeTools,
  importNotes,
  type KeptSummary,
  type NoteSource,
  toKeptSummary,
} from "@rode-draad/intake";
import { BLIND_GATE, createGate, type Gate } from "@rode-draad/privacy";
import { type HashNamespace, loadHashKey, loadObjectionKey, loadPreviousHashKey } from "@rode-draad/runtime";
import {
  ensureTeams,
  findObjections,
  finishImport,
  inTransaction,
  listAreas,
  listTeams,
  markImportSeen,
  refreshStatistics,
  renameHashes,
  type StoreDatabase,
  saveNotes,
  saveQuarantined,
  startImport,
  upsertAreas,
} from "@rode-draad/store";
import { fairPriority } from "../fair-priority.js";
import type { Product } from "../open-product.js";
import { eraseNotes } from "../retention/erase.js";
import { createSourceHashes, type SourceHashes, type SourceKeys } from "./source-hashes.js";

/** The door of the product: whoever receives notes calls it, in its own process. */
export interface Door {
  /** Reads a source through the privacy gate into the store; see `importNotes` for what it throws. */
  receive(source: NoteSource, options?: ReceiveOptions): Promise<Receipt>;
  /** The same, without waiting for the end: the import is there as soon as this resolves, and says how far it is. */
  begin(source: NoteSource, options?: ReceiveOptions): Promise<Begun>;
  /** Reads a source as `receive` would, past the gate, and stores nothing: which rows can be read. */
  tryOut(source: NoteSource, options?: ReceiveOptions): Promise<ImportSummary>;
  /** Keyed hash of a value from the source: the id under which a note or a case is stored, and the like. */
  hash(namespace: HashNamespace, value: string): string;
  /** The same for a note or a case that may be stored under a key that is being replaced: it gets its present id first. */
  idOf(namespace: "note" | "case", value: string): Promise<string>;
}

type ReceiveOptions = Omit<ImportOptions, "today">;

interface Begun {
  readonly importId: string;
  /** Rejects as `receive` does. */
  readonly done: Promise<Receipt>;
}

/** What came of an import. The summary is also kept with the import, to be read again by its id. */
export interface Receipt {
  readonly importId: string;
  readonly summary: ImportSummary;
}

/** Loads the keys of the hashes, and the gate unless one is given; all once. `isTrial`: for a dry run, which leaves no file behind. */
export async function openDoor(
  product: Product,
  { gate = createGate(), isTrial = false }: { readonly gate?: Gate; readonly isTrial?: boolean } = {},
): Promise<Door> {
  const { configuration } = product;
  const keys: SourceKeys = {
    present: await loadHashKey(configuration),
    previous: await loadPreviousHashKey(configuration),
    objection: await loadObjectionKey(configuration, { isTrial }),
  };
  const begin = async (source: NoteSource, options: ReceiveOptions = {}): Promise<Begun> => {
    const { store, municipalityId } = product;
    const importId = randomUUID();
    const origin = source.kind === "values" ? "api" : source.kind;
    if (options.dryRun !== true) {
      await nameAreas(product, options.namedAreas ?? {});
      await startImport(store.db, municipalityId, { id: importId, origin, startedAt: product.clock() });
    }
    const seen = options.dryRun === true ? undefined : sayThatItRuns(product, importId);
    const tools = async () =>
      intakeTools(product, { importId, hashes: createSourceHashes(keys), gate, ...(await knownPlaces(product)) });
    const run = async (): Promise<Receipt> => {
      try {
        const summary = await importNotes(source, await tools(), {
          ...options,
          today: dutchDay(product.clock()),
          onProgress: (progress) => {
            seen?.progress(progress);
            options.onProgress?.(progress);
          },
        });
        if (options.dryRun !== true) await settle(product, importId, toKeptSummary(summary));
        return { importId, summary };
      } catch (error) {
        // What came in before the break is stored and goes on; only the import itself is over.
        if (options.dryRun !== true) await settle(product, importId, { interrupted: true });
        throw error;
      } finally {
        seen?.stop();
      }
    };
    return { importId, done: run() };
  };

  return {
    hash: (namespace, value) => createSourceHashes(keys).hash(namespace, value),
    async idOf(namespace, value) {
      const { store, municipalityId, clock } = product;
      const [to, from] = createSourceHashes(keys).all(namespace, value);
      if (from === undefined) return to;
      const renames = { notes: [], cases: [], contents: [], professionals: [] };
      const own = namespace === "note" ? { notes: [{ from, to }] } : { cases: [{ from, to }] };
      await renameHashes(store.db, municipalityId, { ...renames, ...own }, clock());
      return to;
    },
    async receive(source, options = {}) {
      return await (await begin(source, options)).done;
    },
    begin,
    async tryOut(source, options = {}) {
      const places = await knownPlaces(product);
      const tools = intakeTools(product, {
        importId: "",
        hashes: createSourceHashes(keys),
        gate: BLIND_GATE,
        ...places,
      });
      return await importNotes(source, tools, { ...options, dryRun: true, today: dutchDay(product.clock()) });
    },
  };
}

async function knownPlaces({ store, municipalityId }: Product) {
  const [knownAreas, knownTeams] = await Promise.all([
    listAreas(store.db, municipalityId),
    listTeams(store.db, municipalityId),
  ]);
  return { knownAreas, knownTeams };
}

/** How often an import says that it runs; see `isBrokenOff`. */
const SEEN_EVERY_MS = 1_000;

/** Says every second that an import runs and how far it is, also while its source is slow. What cannot be written now is written then. */
function sayThatItRuns({ store, municipalityId, clock }: Product, importId: string) {
  let rowsRead = 0;
  let shareRead = 0;
  const say = () => markImportSeen(store.db, municipalityId, importId, { rowsRead, shareRead, seenAt: clock() });
  const timer = setInterval(() => void say().catch(() => undefined), SEEN_EVERY_MS);
  return {
    progress({ rows, bytes, totalBytes }: ImportProgress): void {
      rowsRead = rows;
      shareRead = totalBytes === undefined || totalBytes === 0 ? 0 : Math.min(1, bytes / totalBytes);
    },
    stop: () => clearInterval(timer),
  };
}

function intakeTools(
  product: Product,
  given: Pick<IntakeTools, "gate" | "knownAreas" | "knownTeams"> & { importId: string; hashes: SourceHashes },
): IntakeTools {
  const { store, queue, municipalityId, clock, reader } = product;
  const { importId, hashes, ...rest } = given;

  /** Writes notes, after what is stored of them under the previous hash key got its present ids. */
  const write = <Note extends Parameters<SourceHashes["renamesOf"]>[0][number], Result>(
    notes: readonly Note[],
    work: (db: StoreDatabase) => Promise<Result>,
  ): Promise<Result> =>
    inTransaction(store.db, async (db) => {
      const renames = hashes.renamesOf(notes);
      if (renames !== undefined) await renameHashes(db, municipalityId, renames, clock());
      return await work(db);
    });

  return {
    ...rest,
    reader,
    municipalityId,
    hash: hashes.hash,
    async ensurePlaces({ teams, areas }) {
      await ensureTeams(
        store.db,
        municipalityId,
        teams.map((code) => ({ code })),
      );
      await upsertAreas(
        store.db,
        municipalityId,
        areas.map((code) => ({ code, name: code })),
      );
    },
    findObjections: (ids) => findObjections(store.db, municipalityId, ids),
    saveNotes: (notes) => write(notes, (db) => saveNotes(db, municipalityId, importId, notes, clock())),
    saveQuarantined: (notes) => write(notes, (db) => saveQuarantined(db, municipalityId, importId, notes, clock())),
    async removeNotes(noteIds) {
      await write(
        noteIds.map((id) => ({ id })),
        async () => undefined,
      );
      await eraseNotes(product, noteIds);
    },
    enqueueMany: async (stage, payloads) =>
      queue.hints.enqueueMany(stage, payloads, { priority: await fairPriority(product) }),
  };
}

/** A name that a person mapped to a code once is kept, so that the next file needs no mapping. */
async function nameAreas(product: Product, named: Readonly<Record<string, AreaCode>>): Promise<void> {
  const areas = Object.entries(named).map(([name, code]) => ({ code, name, aliases: [name] }));
  await upsertAreas(product.store.db, product.municipalityId, areas);
}

/**
 * Closes the import. New themes are looked for when no note is under way any more, so the job is asked for here too: the
 * last note may have been worked out before the import was over.
 */
async function settle(
  product: Product,
  importId: string,
  summary: KeptSummary | { readonly interrupted: true },
): Promise<void> {
  const { store, queue, municipalityId, clock } = product;
  await finishImport(store.db, municipalityId, importId, { finishedAt: clock(), summary });
  await refreshStatistics(store.db);
  await queue.hints.enqueue("emergent-themes", { municipalityId });
}

/** The calendar day in the Netherlands. */
export function dutchDay(now: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(now);
}
