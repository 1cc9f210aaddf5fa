import type { MunicipalityId, QuestionId, ThemeId } from "@rode-draad/domain";
import { sql } from "kysely";
import { markMonthsStale } from "../counts/stale-months.js";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";

export interface EmergentAssignment {
  readonly questionId: QuestionId;
  /** The version of the note that was read, see `readUnassignedQuestions`. */
  readonly noteVersion: number;
  readonly themeId: ThemeId;
  readonly confidence: number;
}

/**
 * Gives unknown questions their emergent theme and marks their months for recounting. Questions of a note that was replaced
 * since, or that have another route by now, are skipped. Gives back how many were written.
 */
export async function saveEmergentAssignments(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  assignments: readonly EmergentAssignment[],
  now: Date,
): Promise<number> {
  if (assignments.length === 0) return 0;
  return await inTransaction(db, async (transaction) => {
    const { rows } = await sql<{ month: string; questions: number }>`
      with written as (
        update question set theme_id = given."themeId", confidence = given.confidence, route = 'emergent'
        from json_to_recordset(${JSON.stringify(assignments)}::json)
          as given ("questionId" text, "noteVersion" integer, "themeId" text, confidence real), case_note as note
        where question.municipality_id = ${municipalityId} and question.id = given."questionId"
          and question.route in ('unassigned', 'emergent')
          and note.municipality_id = question.municipality_id and note.id = question.note_id
          and note.version = given."noteVersion"
        returning question.month
      )
      select month, count(*)::int as questions from written group by month
    `.execute(transaction);
    await markMonthsStale(
      transaction,
      municipalityId,
      rows.map((row) => row.month),
      now,
    );
    return rows.reduce((sum, row) => sum + row.questions, 0);
  });
}
