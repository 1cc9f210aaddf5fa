import { randomUUID } from "node:crypto";
import type { AreaCode, NoteId, ProfessionalId } from "@rode-draad/domain";
import {
  type ImportOptions,
  type ImportSummary,
  type IntakeTools,
  importNotes,
  type NoteSource,
} from "@rode-draad/intake";
import { createGate, type Gate } from "@rode-draad/privacy";
import { keyedHash, loadHashKey } from "@rode-draad/runtime";
import {
  ensureTeams,
  finishImport,
  listAreas,
  listTeams,
  refreshStatistics,
  removeNotes,
  saveNotes,
  saveQuarantined,
  startImport,
  upsertAreas,
} from "@rode-draad/store";
import type { Product } from "../open-product.js";

/** The door of the product: whoever receives notes calls it, in its own process. */
export interface Door {
  /** Reads a source through the privacy gate into the store; see `importNotes` for what it throws. */
  receive(source: NoteSource, options?: Omit<ImportOptions, "today">): Promise<Receipt>;
  /** The id under which a note is stored that its source knows by `sourceId`. */
  noteIdOf(sourceId: string): NoteId;
  /** What stands for a worker whom the source knows by `ref`. */
  professionalIdOf(ref: string): ProfessionalId;
}

/** What came of an import. The summary is also kept with the import, to be read again by its id. */
interface Receipt {
  readonly importId: string;
  readonly summary: ImportSummary;
}

/** Loads the hash key, and the gate unless one is given; both once. */
export async function openDoor(product: Product, gate: Gate = createGate()): Promise<Door> {
  const key = await loadHashKey(product.configuration);
  return {
    noteIdOf: (sourceId) => keyedHash(key, "note", sourceId),
    professionalIdOf: (ref) => keyedHash(key, "professional", ref),
    async receive(source, options = {}) {
      const { store, municipalityId } = product;
      const importId = randomUUID();
      const origin = source.kind === "values" ? "api" : source.kind;
      if (options.dryRun !== true) {
        await nameAreas(product, options.namedAreas ?? {});
        await startImport(store.db, municipalityId, { id: importId, origin, startedAt: product.clock() });
      }
      const [knownAreas, knownTeams] = await Promise.all([
        listAreas(store.db, municipalityId),
        listTeams(store.db, municipalityId),
      ]);
      const tools = intakeTools(product, { importId, key, gate, knownAreas, knownTeams });
      try {
        const summary = await importNotes(source, tools, { ...options, today: dutchDay(product.clock()) });
        if (options.dryRun !== true) await settle(product, importId, summary);
        return { importId, summary };
      } catch (error) {
        // What came in before the break is stored and goes on; only the import itself is over.
        if (options.dryRun !== true) await settle(product, importId, { interrupted: true });
        throw error;
      }
    },
  };
}

function intakeTools(
  product: Product,
  given: Pick<IntakeTools, "gate" | "knownAreas" | "knownTeams"> & { importId: string; key: string },
): IntakeTools {
  const { store, queue, municipalityId, clock } = product;
  const { importId, key, ...rest } = given;
  return {
    ...rest,
    municipalityId,
    hash: (namespace, value) => keyedHash(key, namespace, value),
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
    saveNotes: (notes) => saveNotes(store.db, municipalityId, importId, notes, clock()),
    saveQuarantined: (notes) => saveQuarantined(store.db, municipalityId, importId, notes, clock()),
    removeNotes: (noteIds) => removeNotes(store.db, municipalityId, noteIds, clock()),
    enqueue: (stage, payload) => queue.enqueue(stage, payload),
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
async function settle(product: Product, importId: string, summary: unknown): Promise<void> {
  const { store, queue, municipalityId, clock } = product;
  await finishImport(store.db, municipalityId, importId, { finishedAt: clock(), summary });
  await refreshStatistics(store.db);
  await queue.enqueue("emergent-themes", { municipalityId });
}

/** The calendar day in the Netherlands. */
export function dutchDay(now: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(now);
}
