import type { IdentifierSpan, MunicipalityId, NoteId, QuarantineReason } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";
import { lastPerId, type SavedNotes } from "./note-ids.js";
import { removeNotes } from "./remove-notes.js";

/** A note that the gate held back. It has no text. */
export interface QuarantinedNote {
  readonly id: NoteId;
  readonly contentHash: string;
  readonly reason: QuarantineReason;
  readonly spans: readonly IdentifierSpan[];
}

/**
 * Records notes that the gate held back: reason and positions, never the text. Idempotent by note id. A note that was stored
 * before under this id is removed with its questions, since its text no longer passes; it counts as replaced.
 */
export async function saveQuarantined(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  importId: string,
  notes: readonly QuarantinedNote[],
  now: Date,
): Promise<SavedNotes> {
  if (notes.length === 0) return { stored: [], duplicate: [], replaced: [] };
  const { last, duplicate, replaced } = lastPerId(notes, (one, other) => one.contentHash === other.contentHash);
  // Only the three fields of a span are kept, whatever else the caller's objects hold.
  const rows = last.map((note) => ({
    id: note.id,
    content_hash: note.contentHash,
    reason: note.reason,
    spans: note.spans.map(({ start, end, type }) => ({ start, end, type })),
  }));
  const ids = last.map((note) => note.id);
  return await inTransaction(db, async (transaction) => {
    const removed = new Set(await removeNotes(transaction, municipalityId, ids, now));
    // `xmax = 0` holds for a row that this statement inserted; equal rows are not touched and do not come back.
    const written = await sql<{ id: string; added: boolean }>`
      insert into quarantined_note (municipality_id, id, import_id, content_hash, reason, spans, quarantined_at)
      select ${municipalityId}, id, ${importId}, content_hash, reason, spans, ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as given (id text, content_hash text, reason text, spans jsonb)
      order by id
      on conflict (municipality_id, id) do update set
        import_id = excluded.import_id, content_hash = excluded.content_hash, reason = excluded.reason,
        spans = excluded.spans, quarantined_at = excluded.quarantined_at
      where (quarantined_note.content_hash, quarantined_note.reason) is distinct from (excluded.content_hash, excluded.reason)
      returning id, xmax = 0 as added
    `.execute(transaction);
    const added = new Set(written.rows.filter((row) => row.added).map((row) => row.id));
    const touched = new Set(written.rows.map((row) => row.id));
    return {
      stored: ids.filter((id) => added.has(id) && !removed.has(id)),
      duplicate: [...duplicate, ...ids.filter((id) => !touched.has(id) && !removed.has(id))],
      replaced: [...replaced, ...ids.filter((id) => removed.has(id) || (touched.has(id) && !added.has(id)))],
    };
  });
}

/** How many notes stand in quarantine, per reason. */
export async function countQuarantined(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<Partial<Record<QuarantineReason, number>>> {
  const rows = await db
    .selectFrom("quarantined_note")
    .select(["reason", (builder) => builder.fn.countAll<number>().as("notes")])
    .where("municipality_id", "=", municipalityId)
    .groupBy("reason")
    .orderBy("reason")
    .execute();
  return Object.fromEntries(rows.map((row) => [row.reason, row.notes]));
}
