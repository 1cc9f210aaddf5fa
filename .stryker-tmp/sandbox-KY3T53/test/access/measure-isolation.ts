import { countNotes, ensureMunicipality, inTransaction, saveNotes } from "@rode-draad/store";
import { openScratchStore } from "@rode-draad/store/testing";
import { makeNote } from "../conformance/store/make-note.js";

const TOWNS = ["stad-a", "stad-b", "stad-c"] as const;
const NOW = new Date("2026-04-01T08:00:00.000Z");

/** More than the connections of the three pools together, so that they change hands all the time. */
const AT_ONCE = 45;

export interface Isolation {
  readonly queries: number;
  /** Rows of another municipality that a query without any condition gave back. */
  readonly foreign: number;
  /** Rows of its own that a query did not get. */
  readonly missing: number;
  /** Writes into another municipality that were let through. */
  readonly written: number;
}

/**
 * Lets the connections of three municipalities run through each other, in and outside transactions, some of which fail, with
 * queries that name no municipality at all: what keeps the rows apart is the database.
 */
export async function measureIsolation(engine: "pglite" | "postgres", interleavings: number): Promise<Isolation> {
  const scratch = await openScratchStore(engine);
  const { store } = scratch;
  const outcome = { queries: 0, foreign: 0, missing: 0, written: 0 };
  try {
    for (const [index, id] of TOWNS.entries()) {
      await ensureMunicipality(store.of(id), { id, name: id });
      const notes = Array.from({ length: index + 2 }, (_, number) => makeNote(`${id}-n${number}`));
      await saveNotes(store.of(id), id, "i", notes, NOW);
    }
    const look = async (db: typeof store.db, id: string): Promise<void> => {
      const rows = await db.selectFrom("case_note").select("municipality_id").execute();
      outcome.queries += 1;
      outcome.foreign += rows.filter((row) => row.municipality_id !== id).length;
      if (rows.length < TOWNS.indexOf(id as (typeof TOWNS)[number]) + 2) outcome.missing += 1;
    };
    const one = async (number: number): Promise<void> => {
      const id = TOWNS[number % TOWNS.length] ?? TOWNS[0];
      const other = TOWNS[(number + 1) % TOWNS.length] ?? TOWNS[0];
      const db = store.of(id);
      if (number % 4 === 0) await look(db, id);
      else if (number % 4 === 1) await inTransaction(db, (transaction) => look(transaction, id));
      else if (number % 4 === 2) {
        await inTransaction(db, async (transaction) => {
          await look(transaction, id);
          throw new Error("on purpose");
        }).catch(() => undefined);
      } else {
        const saved = await saveNotes(db, other, "i", [makeNote(`foreign-${number}`)], NOW).catch(() => undefined);
        if (saved !== undefined) outcome.written += 1;
        outcome.foreign += await countNotes(db, other);
        await look(db, id);
      }
    };
    let next = 0;
    const run = async (): Promise<void> => {
      while (next < interleavings) {
        next += 1;
        await one(next - 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, run));
    return outcome;
  } finally {
    await scratch.drop();
  }
}
