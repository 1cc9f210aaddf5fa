import {
  type AreaCode,
  addMonths,
  type CaseId,
  type Month,
  type MunicipalityId,
  type NoteId,
  type QuestionId,
  type Route,
  type SegmentKind,
  type ThemeId,
  type Week,
} from "@rode-draad/domain";
import { sql } from "kysely";
import { forgetPointedQuestions } from "../corrections/forget-pointed-questions.js";
import { markMonthsStale } from "../counts/stale-months.js";
import type { StoreDatabase } from "../open-store.js";
import { questionIdOf } from "../questions/question-id.js";
import { markReportsOutdated } from "../reports/outdated-reports.js";
import { holdPairsFrom } from "../retention/retention-state.js";

/** What is to be erased: everything of a case, or single notes. */
export type ErasureTarget =
  | { readonly kind: "case"; readonly caseId: CaseId }
  | { readonly kind: "notes"; readonly noteIds: readonly NoteId[] };

/** A question that goes, with what the machine gave it. */
export interface ErasedQuestion {
  readonly id: QuestionId;
  readonly noteVersion: number;
  readonly caseId: CaseId;
  readonly kind: SegmentKind;
  readonly month: Month;
  readonly week: Week;
  readonly areaCode: AreaCode;
  /** What counts now, and what was given. */
  readonly themeId: ThemeId | null;
  readonly route: Route | null;
  readonly givenThemeId: ThemeId | null;
  readonly givenRoute: Route | null;
  readonly givenConfidence: number;
}

/** Everything that there is of a case or of notes. */
export interface Erasable {
  readonly noteIds: readonly NoteId[];
  readonly quarantinedIds: readonly NoteId[];
  readonly caseIds: readonly CaseId[];
  readonly months: readonly Month[];
  readonly questions: readonly ErasedQuestion[];
  /** Emergent themes that the same cases still ask about in notes that stay. */
  readonly staying: readonly { readonly caseId: CaseId; readonly themeId: ThemeId }[];
}

/** Finds what an erasure would take. Changes nothing; in the transaction of an erasure it holds the notes. */
export async function findErasable(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  target: ErasureTarget,
): Promise<Erasable> {
  const chosen =
    target.kind === "case" ? sql`case_id = ${target.caseId}` : sql`id = any(${[...target.noteIds]}::text[])`;
  const { rows: notes } = await sql<{ id: string; case_id: string; month: string }>`
    select id, case_id, to_char(date, 'YYYY-MM') as month from case_note
    where municipality_id = ${municipalityId} and ${chosen} order by id for update
  `.execute(db);
  const { rows: held } = await sql<{ id: string; case_id: string | null }>`
    select id, case_id from quarantined_note where municipality_id = ${municipalityId} and ${chosen} order by id
  `.execute(db);
  const noteIds = notes.map(({ id }) => id);
  const questions = await readErasedQuestions(db, municipalityId, noteIds);
  const { rows: staying } = await sql<{ caseId: string; themeId: string }>`
    select distinct case_id as "caseId", given_theme_id as "themeId" from question
    where municipality_id = ${municipalityId} and given_route = 'emergent'
      and case_id = any(${[...new Set(notes.map(({ case_id }) => case_id))]}::text[]) and note_id <> all(${noteIds}::text[])
  `.execute(db);
  return {
    noteIds,
    quarantinedIds: held.map(({ id }) => id),
    caseIds: [...new Set([...notes, ...held].flatMap(({ case_id }) => (case_id === null ? [] : [case_id])))],
    months: [...new Set(notes.map(({ month }) => month))].sort(),
    questions,
    staying,
  };
}

async function readErasedQuestions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  noteIds: readonly NoteId[],
): Promise<ErasedQuestion[]> {
  if (noteIds.length === 0) return [];
  const rows = await db
    .selectFrom("question")
    .innerJoin("case_note", (join) =>
      join
        .onRef("case_note.municipality_id", "=", "question.municipality_id")
        .onRef("case_note.id", "=", "question.note_id"),
    )
    .select(["question.note_id", "question.ordinal", "case_note.version", "question.case_id", "question.kind"])
    .select(["question.month", "question.week", "question.area_code", "question.theme_id", "question.route"])
    .select(["question.given_theme_id", "question.given_route", "question.given_confidence"])
    .where("question.municipality_id", "=", municipalityId)
    .where("question.note_id", "in", [...noteIds])
    .orderBy("question.note_id")
    .orderBy("question.ordinal")
    .execute();
  return rows.map((row) => ({
    id: questionIdOf(row.note_id, row.ordinal),
    noteVersion: row.version,
    caseId: row.case_id,
    kind: row.kind,
    month: row.month,
    week: row.week,
    areaCode: row.area_code,
    themeId: row.theme_id,
    route: row.route,
    givenThemeId: row.given_theme_id,
    givenRoute: row.given_route,
    givenConfidence: row.given_confidence,
  }));
}

/** What an erasure did beside deleting its rows. */
export interface ErasedRows {
  readonly monthsRestated: number;
  readonly proposalsRestated: number;
}

/**
 * Deletes what was found and marks everything that rested on it to be made anew: counts of open months, reports, reasons of themes,
 * and open proposals, which the next run makes again if the need is still there. Closed months stay as they are. The caller
 * holds the transaction.
 */
export async function eraseRows(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  { noteIds, quarantinedIds, months, questions }: Erasable,
  windowMonths: number,
  now: Date,
): Promise<ErasedRows> {
  const pairsFrom = await holdPairsFrom(db, municipalityId);
  const open = months.filter((month) => month >= pairsFrom);
  await markMonthsStale(db, municipalityId, open, now);
  await markReportsOutdated(db, municipalityId, open);
  await forgetPointedQuestions(db, municipalityId, noteIds);
  await forgetReasons(db, municipalityId, questions);
  const proposalsRestated = await withdrawOpenProposals(db, municipalityId, questions, windowMonths);
  for (const [table, ids] of [
    ["case_note", noteIds],
    ["quarantined_note", quarantinedIds],
  ] as const) {
    if (ids.length === 0) continue;
    await db
      .deleteFrom(table)
      .where("municipality_id", "=", municipalityId)
      .where("id", "in", [...ids])
      .execute();
  }
  return { monthsRestated: open.length, proposalsRestated };
}

/** Words stand as a reason because three cases share them, and this may have been the third. */
async function forgetReasons(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  questions: readonly ErasedQuestion[],
): Promise<void> {
  const themeIds = [...new Set(questions.flatMap(({ themeId }) => (themeId === null ? [] : [themeId])))];
  if (themeIds.length === 0) return;
  await db
    .deleteFrom("theme_reason")
    .where("municipality_id", "=", municipalityId)
    .where("theme_id", "in", themeIds)
    .execute();
}

/** Open proposals for a theme and an area of an erased question, whose window holds its month and that nobody worked on. */
async function withdrawOpenProposals(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  questions: readonly ErasedQuestion[],
  windowMonths: number,
): Promise<number> {
  const needs = questions.flatMap(({ themeId, areaCode, month, route }) =>
    themeId !== null && (route === "known" || route === "emergent")
      ? [{ themeId, areaCode, month, until: addMonths(month, windowMonths - 1) }]
      : [],
  );
  if (needs.length === 0) return 0;
  const { rows } = await sql<{ id: string }>`
    select distinct proposal.id from proposal
    join json_to_recordset(${JSON.stringify(needs)}::json) as need ("themeId" text, "areaCode" text, month text, until text)
      on proposal.area_code = need."areaCode" and proposal.month between need.month and need.until
     and jsonb_exists(proposal.content->'themeIds', need."themeId")
    where proposal.municipality_id = ${municipalityId} and proposal.state = 'open'
      and not exists (select from initiative where initiative.municipality_id = proposal.municipality_id
                        and initiative.proposal_id = proposal.id)
  `.execute(db);
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await db
    .deleteFrom("proposal_review")
    .where("municipality_id", "=", municipalityId)
    .where("proposal_id", "in", ids)
    .execute();
  await db.deleteFrom("proposal").where("municipality_id", "=", municipalityId).where("id", "in", ids).execute();
  return ids.length;
}
