import type { MunicipalityId, SafeNote } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { forgetQuestions } from "../questions/forget-questions.js";
import { sealText } from "../text/text-cipher.js";
import { inTransaction } from "../transaction.js";
import { lastPerId, type SavedNotes } from "./note-ids.js";

/**
 * Stores notes that passed the gate. Idempotent by note id: an equal note is a duplicate and changes nothing. A note that
 * differs in text or in any other field replaces the stored one: its version goes up, it starts again at 'received', its
 * questions are gone and their months are marked for recounting. A note that stood in quarantine leaves it. Who wrote a note of a
 * closed month is forgotten, and no difference.
 * One transaction; a fixed number of statements, whatever the number of notes.
 */
export async function saveNotes(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  importId: string,
  notes: readonly SafeNote[],
  now: Date,
): Promise<SavedNotes> {
  if (notes.length === 0) return { stored: [], duplicate: [], replaced: [] };
  const { last, duplicate, replaced } = lastPerId(notes, isSameNote);
  const sealed = ({ id, text }: SafeNote) => {
    const { textKey, text: stored } = sealText(db, municipalityId, id, storableText(text));
    return { text: stored, text_key: textKey };
  };
  const rows = last.map((note) => ({
    id: note.id,
    case_id: note.caseId,
    professional_id: note.professionalId ?? null,
    date: note.date,
    team_code: note.teamCode,
    area_code: note.areaCode,
    safety_flag: note.safetyFlag,
    ...sealed(note),
    content_hash: note.contentHash,
    masked: note.masked,
    spans: note.spans ?? [],
    released_from: note.releasedFrom ?? null,
  }));
  return await inTransaction(db, async (transaction) => {
    // Rows that are equal are not touched, so they do not come back: those are the duplicates.
    const written = await sql<{ id: string; version: number }>`
      insert into case_note (municipality_id, id, import_id, case_id, professional_id, date, team_code, area_code,
                             safety_flag, text, text_key, content_hash, masked, spans, released_from, state_since)
      select ${municipalityId}, id, ${importId}, case_id, professional_id, date, team_code, area_code,
             safety_flag, text, text_key, content_hash, masked, spans, released_from, ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as given (id text, case_id text, professional_id text, date date, team_code text, area_code text,
                  safety_flag boolean, text text, text_key text, content_hash text, masked jsonb, spans jsonb,
                  released_from text)
      order by id
      on conflict (municipality_id, id) do update set
        import_id = excluded.import_id, case_id = excluded.case_id, professional_id = excluded.professional_id,
        date = excluded.date, team_code = excluded.team_code, area_code = excluded.area_code,
        safety_flag = excluded.safety_flag, text = excluded.text, text_key = excluded.text_key,
        content_hash = excluded.content_hash,
        masked = excluded.masked, spans = excluded.spans, released_from = excluded.released_from,
        version = case_note.version + 1, state = 'received', state_since = excluded.state_since,
        tries = 0, stuck_reason = null, queued_at = null
      where (case_note.content_hash, case_note.case_id, coalesce(case_note.professional_id, excluded.professional_id), case_note.date, case_note.team_code,
             case_note.area_code, case_note.safety_flag)
        is distinct from (excluded.content_hash, excluded.case_id, excluded.professional_id, excluded.date,
             excluded.team_code, excluded.area_code, excluded.safety_flag)
      returning id, version
    `.execute(transaction);
    const changed = written.rows.filter((row) => row.version > 1).map((row) => row.id);
    const added = written.rows.filter((row) => row.version === 1).map((row) => row.id);
    await forgetQuestions(transaction, municipalityId, changed, now);
    await transaction
      .deleteFrom("quarantined_note")
      .where("municipality_id", "=", municipalityId)
      .where(
        "id",
        "in",
        last.map((note) => note.id),
      )
      .execute();
    const touched = new Set(written.rows.map((row) => row.id));
    const unchanged = last.filter((note) => !touched.has(note.id)).map((note) => note.id);
    return { stored: added, duplicate: [...duplicate, ...unchanged], replaced: [...replaced, ...changed] };
  });
}

function isSameNote(one: SafeNote, other: SafeNote): boolean {
  return (
    one.contentHash === other.contentHash &&
    one.caseId === other.caseId &&
    one.professionalId === other.professionalId &&
    one.date === other.date &&
    one.teamCode === other.teamCode &&
    one.areaCode === other.areaCode &&
    one.safetyFlag === other.safetyFlag
  );
}

/** A zero character, or half of a surrogate pair. */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** PostgreSQL refuses these characters, and with them the whole batch. One sign for one sign keeps every offset right. */
function storableText(text: string): string {
  return text.replace(UNSTORABLE, "\ufffd");
}
