import type { MunicipalityId, NoteId, PointedQuestion } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** What stands in a move whose question is gone: it points at nothing and teaches nothing. */
const NOBODY: PointedQuestion = { noteId: "", start: 0, end: 0, features: [] };

/**
 * Takes the questions of these notes out of the corrections that point at them: a client who objects teaches nothing. The
 * corrections themselves stay in the log. The caller holds the transaction.
 */
export async function forgetPointedQuestions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  noteIds: readonly NoteId[],
): Promise<void> {
  if (noteIds.length === 0) return;
  const ids = [...noteIds];
  await sql`
    update correction set action = jsonb_set(action, '{question}', ${JSON.stringify(NOBODY)}::jsonb)
    where municipality_id = ${municipalityId} and action->>'kind' = 'move' and action->'question'->>'noteId' = any(${ids})
  `.execute(db);
  await sql`
    update correction set action = jsonb_set(action, '{questions}', (
      select coalesce(jsonb_agg(one order by place), '[]')
      from jsonb_array_elements(action->'questions') with ordinality as each (one, place)
      where one->>'noteId' <> all(${ids})
    ))
    where municipality_id = ${municipalityId} and action->>'kind' = 'split'
      and exists (select from jsonb_array_elements(action->'questions') as one where one->>'noteId' = any(${ids}))
  `.execute(db);
}
