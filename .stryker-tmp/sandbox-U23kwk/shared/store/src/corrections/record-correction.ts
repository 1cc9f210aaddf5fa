import {
  type CorrectionAction,
  type CorrectionEvidence,
  type CorrectionLayer,
  type LoggedCorrection,
  type MunicipalityId,
  type QuestionId,
  type Reasoned,
  type ThemeChange,
  type ThemeId,
  themesOf,
} from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { splitQuestionId } from "../questions/question-id.js";
import { inTransaction } from "../transaction.js";
import { applyLayer } from "./apply-layer.js";
import { correctionIdOf, correctionNumberOf, correctionsMoved, readCorrectionLayer } from "./correction-log.js";
import { addThemeChanges } from "./theme-changes.js";

/** A stored question that a new correction has to do with; the text was read by whoever hands this in. */
export interface TouchedQuestion {
  readonly questionId: QuestionId;
  readonly as: CorrectionEvidence["as"];
}

/** A correction to be made, decided on at `version` of the log. */
export interface NewCorrection extends Reasoned {
  readonly version: number;
  readonly action: CorrectionAction;
  readonly touched: readonly TouchedQuestion[];
  readonly neverThemeIds: readonly ThemeId[];
}

/**
 * Adds a correction to the log and makes everything that counts follow it, in one transaction; the months that change are
 * marked for recounting. Throws a retryable `corrections-moved` when somebody else made one since `version`.
 */
export async function recordCorrection(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  correction: NewCorrection,
): Promise<LoggedCorrection> {
  const { action, who, why, at, touched, neverThemeIds } = correction;
  return await inTransaction(db, async (transaction) => {
    const number = await takeNumber(transaction, municipalityId, correction.version);
    const before = await readCorrectionLayer(transaction, municipalityId, neverThemeIds);
    await transaction
      .insertInto("correction")
      .values({ municipality_id: municipalityId, number, action: JSON.stringify(action), who, why, made_at: at })
      .execute();
    const logged = { ...action, id: correctionIdOf(number), who, why, at };
    await addEvidence(transaction, municipalityId, logged.id, touched);
    await follow(transaction, municipalityId, before.layer, correction);
    await addThemeChanges(transaction, municipalityId, [changeOf(logged)]);
    return logged;
  });
}

/** Undoes a correction: everything that counts is as if it had never been made. As `recordCorrection` otherwise. */
export async function recordUndo(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  correction: LoggedCorrection,
  undo: Omit<NewCorrection, "action" | "touched">,
): Promise<void> {
  const { who, why, at, neverThemeIds } = undo;
  const undoes = correctionNumberOf(correction.id);
  await inTransaction(db, async (transaction) => {
    const number = await takeNumber(transaction, municipalityId, undo.version);
    const before = await readCorrectionLayer(transaction, municipalityId, neverThemeIds);
    await transaction
      .insertInto("correction")
      .values({ municipality_id: municipalityId, number, undoes: undoes ?? null, who, why, made_at: at })
      .execute();
    await follow(transaction, municipalityId, before.layer, undo);
    await dropEvidence(transaction, municipalityId, correction.id);
    const { kind: _kind, ...change } = changeOf(correction);
    await addThemeChanges(transaction, municipalityId, [{ ...change, kind: "undone", who, why, at }]);
  });
}

/** Locks out everybody who writes themes, and takes the next number. */
async function takeNumber(db: StoreDatabase, municipalityId: MunicipalityId, version: number): Promise<number> {
  const row = await db
    .updateTable("municipality")
    .set({ correction_version: version + 1 })
    .where("id", "=", municipalityId)
    .where("correction_version", "=", version)
    .returning("correction_version")
    .executeTakeFirst();
  if (row === undefined) throw correctionsMoved();
  return row.correction_version;
}

/** Whole themes move when their standing differs between the two layers; single questions are decided about anew. */
async function follow(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  before: CorrectionLayer,
  { neverThemeIds, at }: Pick<NewCorrection, "neverThemeIds" | "at">,
): Promise<void> {
  const { layer } = await readCorrectionLayer(db, municipalityId, neverThemeIds);
  const moved = [...before.moved.keys(), ...layer.moved.keys()].filter(
    (id) => before.resolve(id) !== layer.resolve(id),
  );
  await applyLayer(db, municipalityId, layer, moved, at);
}

async function addEvidence(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  correctionId: string,
  touched: readonly TouchedQuestion[],
): Promise<void> {
  if (touched.length === 0) return;
  const rows = touched.map(({ questionId, as }) => ({
    ...splitQuestionId(questionId),
    evidence: [{ correctionId, as, similarity: 1 } satisfies CorrectionEvidence],
  }));
  await sql`
    update question set evidence = coalesce(question.evidence, '[]') || given.evidence
    from json_to_recordset(${JSON.stringify(rows)}::json) as given ("noteId" text, ordinal integer, evidence jsonb)
    where question.municipality_id = ${municipalityId} and question.note_id = given."noteId"
      and question.ordinal = given.ordinal
  `.execute(db);
}

/** What an undone correction had to do with a question no longer matters; the row is then as it was before. */
async function dropEvidence(db: StoreDatabase, municipalityId: MunicipalityId, correctionId: string): Promise<void> {
  await sql`
    update question set evidence = (
      select jsonb_agg(one order by place) from jsonb_array_elements(evidence) with ordinality as each (one, place)
      where one->>'correctionId' <> ${correctionId}
    )
    where municipality_id = ${municipalityId} and evidence is not null
      and evidence @> ${JSON.stringify([{ correctionId }])}::jsonb
  `.execute(db);
}

const CHANGE_KINDS = {
  rename: "renamed",
  merge: "merged",
  split: "split",
  move: "question-moved",
  pin: "pinned",
  "not-a-theme": "retired",
  sleep: "asleep",
} as const;

/** In the list of changes a question without a theme stands under this. */
const NO_THEME = "";

/** A correction as a line of the list of changes. */
function changeOf(correction: LoggedCorrection): ThemeChange {
  const { id, who, why, at, kind } = correction;
  const change = { kind: CHANGE_KINDS[kind], by: "person", who, why, at, correctionId: id } as const;
  if (correction.kind === "move") {
    const { fromId, toId } = correction;
    return { ...change, themeId: fromId ?? NO_THEME, ...(toId !== null && { otherId: toId }) };
  }
  const { themeId } = correction;
  const other = themesOf(correction).find((theme) => theme !== themeId);
  return {
    ...change,
    themeId,
    ...(other !== undefined && { otherId: other }),
    ...("name" in correction && { name: correction.name }),
  };
}
