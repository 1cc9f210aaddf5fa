import type { MunicipalityId, QuestionId, ThemeId } from "@rode-draad/domain";
import { sql } from "kysely";
import { decideQuestions } from "../corrections/apply-layer.js";
import { holdCorrectionLayer } from "../corrections/correction-log.js";
import { markMonthsStale } from "../counts/stale-months.js";
import type { StoreDatabase } from "../open-store.js";
import { splitQuestionId } from "../questions/question-id.js";
import { refreshStatistics } from "../refresh-statistics.js";
import { inTransaction } from "../transaction.js";

export interface EmergentAssignment {
  readonly questionId: QuestionId;
  /** The version of the note that was read, see `readUnassignedQuestions`. */
  readonly noteVersion: number;
  readonly themeId: ThemeId;
  readonly confidence: number;
}

/**
 * Gives unknown and doubted questions their emergent theme, under the corrections in force, and marks their months for
 * recounting; context that is given one is a help question from then on. Questions of a note that
 * was replaced since, or that went to the safety route by now, are skipped. Gives back how many were written.
 */
export async function saveEmergentAssignments(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  assignments: readonly EmergentAssignment[],
  now: Date,
  neverThemeIds: Iterable<ThemeId> = [],
): Promise<number> {
  if (assignments.length === 0) return 0;
  return await inTransaction(db, async (transaction) => {
    await refreshStatistics(transaction);
    const layer = await holdCorrectionLayer(transaction, municipalityId, neverThemeIds);
    const given = assignments.map(({ questionId, ...assignment }) => ({
      ...splitQuestionId(questionId),
      ...assignment,
      counts: layer.decide({ given: { ...assignment, route: "emergent" }, evidence: [], safetyFlag: false }),
    }));
    const { rows } = await sql<{ month: string; questions: number; corrected: string[] }>`
      with given as materialized (
        select * from json_to_recordset(${JSON.stringify(given)}::json)
          as given ("noteId" text, ordinal integer, "noteVersion" integer, "themeId" text, confidence real, counts jsonb)
      ), written as (
        update question set given_theme_id = given."themeId", given_confidence = given.confidence, given_route = 'emergent',
          theme_id = given.counts->>'themeId', confidence = given.confidence, route = given.counts->>'route',
          kind = 'help-question'
        from given join case_note as note
          on note.municipality_id = ${municipalityId} and note.id = given."noteId" and note.version = given."noteVersion"
        where question.municipality_id = ${municipalityId} and question.note_id = given."noteId"
          and question.ordinal = given.ordinal
          and (question.given_route in ('unassigned', 'emergent', 'known')
               or (question.given_route is null and question.kind = 'context' and question.set_aside is null))
        returning question.month, question.note_id, question.evidence
      )
      select month, count(*)::int as questions,
             coalesce(array_agg(distinct note_id) filter (where evidence is not null), '{}') as corrected
      from written group by month
    `.execute(transaction);
    const corrected = rows.flatMap((row) => row.corrected);
    if (corrected.length > 0) await decideQuestions(transaction, municipalityId, layer, corrected);
    await markMonthsStale(
      transaction,
      municipalityId,
      rows.map((row) => row.month),
      now,
    );
    return rows.reduce((sum, row) => sum + row.questions, 0);
  });
}
