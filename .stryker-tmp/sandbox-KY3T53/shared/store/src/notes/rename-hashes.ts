import type { MunicipalityId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { writeSealed } from "../text/reseal-texts.js";
import { openText, sealText } from "../text/text-cipher.js";
import { inTransaction } from "../transaction.js";
import { removeNotes } from "./remove-notes.js";

interface Rename {
  readonly from: string;
  readonly to: string;
}

/** Keyed hashes under a key that is being replaced, with what they are under the present one. */
export interface HashRenames {
  readonly notes: readonly Rename[];
  readonly contents: readonly Rename[];
  readonly cases: readonly Rename[];
  readonly professionals: readonly Rename[];
}

/**
 * Gives what is stored under previous hashes its present ones, wherever they stand: a note stays the same note, a case the same
 * case with all its notes, a professional one professional, also in the account. Counts nothing anew, since nothing is a different case now. Doing
 * it again changes nothing. A fixed number of statements.
 */
export async function renameHashes(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  { notes, contents, cases, professionals }: HashRenames,
  now: Date,
): Promise<void> {
  if (notes.length === 0 && cases.length === 0) return;
  await inTransaction(db, async (transaction) => {
    await removeLeftBehind(transaction, municipalityId, notes, now);
    const sealed = await sealForNewIds(transaction, municipalityId, notes);
    const renamed = given(cases);
    // Questions are found by their notes, which have an index on the case.
    await sql`
      update question set case_id = given.to_id from case_note as note, ${renamed}
      where note.municipality_id = ${municipalityId} and note.case_id = given.from_id
        and question.municipality_id = note.municipality_id and question.note_id = note.id
    `.execute(transaction);
    await sql`
      update case_note set case_id = given.to_id from ${renamed}
      where municipality_id = ${municipalityId} and case_id = given.from_id
    `.execute(transaction);
    await sql`
      update quarantined_note set case_id = given.to_id from ${renamed}
      where municipality_id = ${municipalityId} and case_id = given.from_id
    `.execute(transaction);
    for (const table of ["case_note", "question", "quarantined_note", "account"].map((name) => sql.table(name))) {
      await sql`
        update ${table} set professional_id = given.to_id from ${given(professionals)}
        where municipality_id = ${municipalityId} and professional_id = given.from_id
      `.execute(transaction);
    }
    for (const table of [sql.table("case_note"), sql.table("quarantined_note")]) {
      await sql`
        update ${table} set content_hash = given.to_id from ${given(contents)}
        where municipality_id = ${municipalityId} and content_hash = given.from_id
          and id = any(${notes.map(({ from }) => from)})
      `.execute(transaction);
      // Questions follow by their foreign key.
      await sql`
        update ${table} set id = given.to_id from ${given(notes)}
        where municipality_id = ${municipalityId} and id = given.from_id
      `.execute(transaction);
    }
    await writeSealed(transaction, municipalityId, sealed);
    await renameInCorrections(transaction, municipalityId, notes);
  });
}

/** An encrypted text opens for its own note only, so it is sealed for the id that the note gets. */
async function sealForNewIds(db: StoreDatabase, municipalityId: MunicipalityId, notes: readonly Rename[]) {
  if (notes.length === 0) return [];
  const rows = await db
    .selectFrom("case_note")
    .select(["id", "text", "text_key"])
    .where("municipality_id", "=", municipalityId)
    .where(
      "id",
      "in",
      notes.map(({ from }) => from),
    )
    .where("text_key", "is not", null)
    .where("text", "is not", null)
    .$narrowType<{ text: string }>()
    .execute();
  const newIds = new Map(notes.map(({ from, to }) => [from, to]));
  return rows.map(({ id: from, text, text_key: textKey }) => {
    const id = newIds.get(from) ?? from;
    return { id, ...sealText(db, municipalityId, id, openText(db, municipalityId, from, { text, textKey })) };
  });
}

/** A note that came in under the present key while nobody gave the previous one stands there twice; the later one counts. */
async function removeLeftBehind(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  notes: readonly Rename[],
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ from_id: string }>`
    select given.from_id from ${given(notes)}
    where exists (select from case_note where municipality_id = ${municipalityId} and id = given.from_id)
      and (exists (select from case_note where municipality_id = ${municipalityId} and id = given.to_id)
        or exists (select from quarantined_note where municipality_id = ${municipalityId} and id = given.to_id))
  `.execute(db);
  await removeNotes(
    db,
    municipalityId,
    rows.map((row) => row.from_id),
    now,
  );
  await sql`
    delete from quarantined_note using ${given(notes)}
    where municipality_id = ${municipalityId} and id = given.from_id
      and (exists (select from case_note where municipality_id = ${municipalityId} and id = given.to_id)
        or exists (select from quarantined_note as other
                   where other.municipality_id = ${municipalityId} and other.id = given.to_id))
  `.execute(db);
}

/** Corrections point at questions by the note that they stand in. */
async function renameInCorrections(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  notes: readonly Rename[],
): Promise<void> {
  await sql`
    update correction set action = jsonb_set(action, '{question,noteId}', to_jsonb(given.to_id)) from ${given(notes)}
    where municipality_id = ${municipalityId} and action->>'kind' = 'move' and action->'question'->>'noteId' = given.from_id
  `.execute(db);
  await sql`
    update correction set action = jsonb_set(action, '{questions}', (
      select coalesce(jsonb_agg(case when given.to_id is null then one else jsonb_set(one, '{noteId}', to_jsonb(given.to_id)) end
                                order by place), '[]')
      from jsonb_array_elements(action->'questions') with ordinality as each (one, place)
      left join ${given(notes)} on given.from_id = one->>'noteId'
    ))
    where municipality_id = ${municipalityId} and action->>'kind' = 'split'
      and exists (select from jsonb_array_elements(action->'questions') as one
                  where one->>'noteId' = any(${notes.map(({ from }) => from)}))
  `.execute(db);
}

function given(renames: readonly Rename[]) {
  const rows = JSON.stringify(renames.map(({ from, to }) => ({ from_id: from, to_id: to })));
  return sql`json_to_recordset(${rows}::json) as given (from_id text, to_id text)`;
}
