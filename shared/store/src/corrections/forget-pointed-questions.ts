import type { MunicipalityId, NoteId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/**
 * Takes what was remembered of the questions of these notes out of the corrections that point at them: a client who objects
 * teaches nothing. The corrections themselves stay in the log. The caller holds the transaction.
 */
export async function forgetPointedQuestions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  noteIds: readonly NoteId[],
): Promise<void> {
  const ids = [...noteIds];
  await sql`
    update correction set action = jsonb_set(action, '{question,features}', '[]')
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
