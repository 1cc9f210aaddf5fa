import type {
  AreaCode,
  CaseId,
  Day,
  IdentifierSpan,
  MunicipalityId,
  NoteId,
  ProfessionalId,
  QuarantineReason,
  TeamCode,
} from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";
import { lastPerId, type SavedNotes } from "./note-ids.js";
import { removeNotes } from "./remove-notes.js";

/** What a held note needs beside its text to be released by its writer. */
export interface HeldFacts {
  readonly caseId: CaseId;
  readonly professionalId?: ProfessionalId;
  readonly date: Day;
  readonly teamCode: TeamCode;
  readonly areaCode: AreaCode;
  readonly safetyFlag: boolean;
}

/** A note that the gate held back. It has no text. */
export interface QuarantinedNote {
  readonly id: NoteId;
  readonly contentHash: string;
  readonly facts?: HeldFacts;
  readonly reason: QuarantineReason;
  readonly spans: readonly IdentifierSpan[];
}

/**
 * Records notes that the gate held back: reason and positions, never the text. Idempotent by note id. A note that was stored
 * before under this id is removed with its questions, since its text no longer passes; it counts as replaced. One that its writer
 * released or withdrew stays as it is: the same text again is a duplicate.
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
  const allRows = last.map((note) => ({
    id: note.id,
    content_hash: note.contentHash,
    reason: note.reason,
    spans: note.spans.map(({ start, end, type }) => ({ start, end, type })),
    ...note.facts,
  }));
  return await inTransaction(db, async (transaction) => {
    const released = await findReleased(transaction, municipalityId, last);
    const rows = allRows.filter(({ id }) => !released.has(id));
    const ids = rows.map(({ id }) => id);
    const removed = new Set(await removeNotes(transaction, municipalityId, ids, now));
    // `xmax = 0` holds for a row that this statement inserted; equal rows are not touched and do not come back.
    const written = await sql<{ id: string; added: boolean }>`
      insert into quarantined_note (municipality_id, id, import_id, content_hash, reason, spans, quarantined_at, case_id,
                                    professional_id, date, team_code, area_code, safety_flag)
      select ${municipalityId}, id, ${importId}, content_hash, reason, spans, ${now}::timestamptz, "caseId",
             "professionalId", date, "teamCode", "areaCode", "safetyFlag"
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as given (id text, content_hash text, reason text, spans jsonb, "caseId" text, "professionalId" text, date date,
                  "teamCode" text, "areaCode" text, "safetyFlag" boolean)
      order by id
      on conflict (municipality_id, id) do update set
        import_id = excluded.import_id, content_hash = excluded.content_hash, reason = excluded.reason,
        spans = excluded.spans, quarantined_at = excluded.quarantined_at, state = 'waiting', case_id = excluded.case_id,
        professional_id = excluded.professional_id, date = excluded.date, team_code = excluded.team_code,
        area_code = excluded.area_code, safety_flag = excluded.safety_flag
      where quarantined_note.content_hash <> excluded.content_hash
         or (quarantined_note.state = 'waiting' and quarantined_note.reason <> excluded.reason)
      returning id, xmax = 0 as added
    `.execute(transaction);
    const added = new Set(written.rows.filter((row) => row.added).map((row) => row.id));
    const touched = new Set(written.rows.map((row) => row.id));
    return {
      stored: ids.filter((id) => added.has(id) && !removed.has(id)),
      duplicate: [...duplicate, ...released, ...ids.filter((id) => !touched.has(id) && !removed.has(id))],
      replaced: [...replaced, ...ids.filter((id) => removed.has(id) || (touched.has(id) && !added.has(id)))],
    };
  });
}

/** Notes among these whose very text their writer released before. */
async function findReleased(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  notes: readonly QuarantinedNote[],
): Promise<Set<NoteId>> {
  const given = notes.map(({ id, contentHash }) => ({ id, contentHash }));
  const { rows } = await sql<{ id: string }>`
    select note.id from case_note as note
    join json_to_recordset(${JSON.stringify(given)}::json) as given (id text, "contentHash" text)
      on note.id = given.id and given."contentHash" in (note.content_hash, note.released_from)
    where note.municipality_id = ${municipalityId} and note.released_from is not null
  `.execute(db);
  return new Set(rows.map((row) => row.id));
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
    .where("state", "=", "waiting")
    .groupBy("reason")
    .orderBy("reason")
    .execute();
  return Object.fromEntries(rows.map((row) => [row.reason, row.notes]));
}
