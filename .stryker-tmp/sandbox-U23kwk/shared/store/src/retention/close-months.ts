import { addMonths, type CaseId, type Month, type MunicipalityId, type QuestionId } from "@rode-draad/domain";
import { sql } from "kysely";
import { forgetPointedQuestions } from "../corrections/forget-pointed-questions.js";
import type { StoreDatabase } from "../open-store.js";
import { questionIdOf } from "../questions/question-id.js";
import { inTransaction } from "../transaction.js";
import { readRetention } from "./retention-state.js";

/** Notes a transaction; a note has some ten segments. */
const NOTES_PER_BATCH = 500;

/** A question of a closed month, as long as it is there. */
export interface ClosedQuestion {
  readonly id: QuestionId;
  readonly noteVersion: number;
}

/**
 * The month up to which months can be closed now: `keptFrom`, or earlier while a month before it waits to be counted or a report
 * that rests on it waits to be made. What is closed can never be made anew.
 */
export async function findClosableUntil(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  keptFrom: Month,
  windowMonths: number,
): Promise<Month> {
  const { pairsFrom } = await readRetention(db, municipalityId);
  const { rows } = await sql<{ stale: Month | null; outdated: Month | null }>`
    select (select min(month) from stale_month where municipality_id = ${municipalityId}) as stale,
           (select min(month) from outdated_report where municipality_id = ${municipalityId}
              and month >= ${addMonths(pairsFrom, windowMonths - 1)}) as outdated
  `.execute(db);
  const { stale = null, outdated = null } = rows[0] ?? {};
  const waiting = [stale, outdated === null ? null : addMonths(outdated, 1 - windowMonths)];
  const [first = keptFrom] = [keptFrom, ...waiting.filter((month) => month !== null)].sort();
  return first;
}

/** How many questions lie before a month. */
export async function countQuestionsBefore(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  month: Month,
): Promise<number> {
  const { rows } = await sql<{ questions: number }>`
    select count(*)::int as questions from question where municipality_id = ${municipalityId} and month < ${month}
  `.execute(db);
  return rows[0]?.questions ?? 0;
}

/** Closes the months before one: from now on their counts stand. Waits for a count that is being made. */
export async function closeMonthsBefore(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  month: Month,
): Promise<void> {
  await db
    .updateTable("municipality")
    .set({ pairs_from: month })
    .where("id", "=", municipalityId)
    .where("pairs_from", "<", month)
    .execute();
}

/** What is left of the closed months. Linear in what is left. */
export async function listClosedQuestions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<ClosedQuestion[]> {
  const { pairsFrom } = await readRetention(db, municipalityId);
  const { rows } = await sql<{ note_id: string; ordinal: number; version: number }>`
    select question.note_id, question.ordinal, note.version
    from question join case_note as note on note.municipality_id = question.municipality_id and note.id = question.note_id
    where question.municipality_id = ${municipalityId} and question.month < ${pairsFrom}
    order by question.note_id, question.ordinal
  `.execute(db);
  return rows.map(({ note_id, ordinal, version }) => ({ id: questionIdOf(note_id, ordinal), noteVersion: version }));
}

/** The cases that asked about an emergent theme in an open month. */
export async function listEmergentCases(db: StoreDatabase, municipalityId: MunicipalityId): Promise<CaseId[]> {
  const { pairsFrom } = await readRetention(db, municipalityId);
  const rows = await db
    .selectFrom("question")
    .select("case_id")
    .distinct()
    .where("municipality_id", "=", municipalityId)
    .where("month", ">=", pairsFrom)
    .where("given_route", "=", "emergent")
    .execute();
  return rows.map((row) => row.case_id);
}

/**
 * Deletes the questions of closed months, who wrote their notes, and what corrections remember of them, in short transactions. The
 * notes stay as marks by which the same note is known again. Gives back how many questions went.
 */
export async function dropClosedQuestions(db: StoreDatabase, municipalityId: MunicipalityId): Promise<number> {
  const { pairsFrom } = await readRetention(db, municipalityId);
  for (let dropped = 0; ; ) {
    const batch = await inTransaction(db, async (transaction) => {
      const { rows } = await sql<{ note_id: string; questions: number }>`
        with due as (
          select distinct note_id from question where municipality_id = ${municipalityId} and month < ${pairsFrom}
          order by note_id limit ${NOTES_PER_BATCH}
        ), gone as (
          delete from question using due
          where question.municipality_id = ${municipalityId} and question.note_id = due.note_id
          returning question.note_id
        ), unsigned as (
          update case_note set professional_id = null from due
          where case_note.municipality_id = ${municipalityId} and case_note.id = due.note_id
        )
        select note_id, count(*)::int as questions from gone group by note_id
      `.execute(transaction);
      await forgetPointedQuestions(
        transaction,
        municipalityId,
        rows.map((row) => row.note_id),
      );
      return rows;
    });
    dropped += batch.reduce((sum, row) => sum + row.questions, 0);
    if (batch.length < NOTES_PER_BATCH) return dropped;
  }
}
