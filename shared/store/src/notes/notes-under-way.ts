import type { MunicipalityId, NoteId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import type { NoteState } from "./read-notes.js";

/** Notes that have not got their themes yet. Linear in their number: ask `areNotesUnderWay` where one will do. */
export async function countNotesUnderWay(db: StoreDatabase, municipalityId: MunicipalityId): Promise<number> {
  const row = await db
    .selectFrom("case_note")
    .select((builder) => builder.fn.countAll<number>().as("notes"))
    .where("municipality_id", "=", municipalityId)
    .where("state", "in", ["received", "cut"])
    .executeTakeFirstOrThrow();
  return row.notes;
}

/** Whether a note that moved since then has not got its themes yet. */
export async function areNotesUnderWay(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  movedSince: Date,
): Promise<boolean> {
  const row = await db
    .selectFrom("case_note")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("state", "in", ["received", "cut"])
    .where("state_since", ">=", movedSince)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** All notes of the municipality. */
export async function countNotes(db: StoreDatabase, municipalityId: MunicipalityId): Promise<number> {
  const row = await db
    .selectFrom("case_note")
    .select((builder) => builder.fn.countAll<number>().as("notes"))
    .where("municipality_id", "=", municipalityId)
    .executeTakeFirstOrThrow();
  return row.notes;
}

export interface StandingNote {
  readonly municipalityId: MunicipalityId;
  readonly noteId: NoteId;
  readonly state: Exclude<NoteState, "themed">;
}

/**
 * Unfinished notes of all municipalities that have not moved since `olderThan`: their job was lost. Longest wait first, at
 * most `limit`, so that one reconciliation stays small; the next one finds the rest.
 */
export async function listNotesStandingStill(
  db: StoreDatabase,
  olderThan: Date,
  limit = 10_000,
): Promise<StandingNote[]> {
  const rows = await db
    .selectFrom("case_note")
    .select(["municipality_id", "id", "state"])
    .where("state", "in", ["received", "cut"])
    .where("state_since", "<", olderThan)
    .orderBy("state_since")
    .orderBy("id")
    .limit(limit)
    .$narrowType<{ state: "received" | "cut" }>()
    .execute();
  return rows.map((row) => ({ municipalityId: row.municipality_id, noteId: row.id, state: row.state }));
}
