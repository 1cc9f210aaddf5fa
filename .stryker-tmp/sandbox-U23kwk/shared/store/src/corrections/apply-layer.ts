import type { CorrectionEvidence, CorrectionLayer, MunicipalityId, NoteId, Route, ThemeId } from "@rode-draad/domain";
import { sql } from "kysely";
import { markMonthsStale } from "../counts/stale-months.js";
import type { StoreDatabase } from "../open-store.js";

/**
 * Makes what counts follow from what was given and the layer, for the questions that were given one of the themes and for
 * all questions with evidence; marks only the months in which something changed. Doing it again changes nothing. The caller
 * holds the transaction. Two statements, and one scan of the questions: corrections are rare, an index on every question is not.
 */
export async function applyLayer(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  layer: CorrectionLayer,
  themeIds: Iterable<ThemeId>,
  now: Date,
): Promise<void> {
  const months = await moveWholeThemes(db, municipalityId, layer, [...new Set(themeIds)]);
  const others = await decideQuestions(db, municipalityId, layer);
  await markMonthsStale(db, municipalityId, [...months, ...others], now);
}

/** Questions without evidence all go where their theme goes. */
async function moveWholeThemes(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  layer: CorrectionLayer,
  themeIds: readonly ThemeId[],
): Promise<string[]> {
  if (themeIds.length === 0) return [];
  const rows = themeIds.flatMap((themeId) =>
    (["known", "emergent", "safety"] as const).map((givenRoute) => {
      const given = { themeId, confidence: 0, route: givenRoute };
      const decided = layer.decide({ given, evidence: [], safetyFlag: false });
      return { given: themeId, given_route: givenRoute, theme_id: decided?.themeId ?? null, route: decided?.route };
    }),
  );
  const { rows: changed } = await sql<{ month: string }>`
    with changed as (
      update question set theme_id = stands.theme_id, route = stands.route, confidence = question.given_confidence
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as stands (given text, given_route text, theme_id text, route text)
      where question.municipality_id = ${municipalityId} and question.evidence is null
        and question.given_theme_id = stands.given and question.given_route = stands.given_route
        and (question.theme_id, question.route) is distinct from (stands.theme_id, stands.route)
      returning question.month
    )
    select distinct month from changed
  `.execute(db);
  return changed.map((row) => row.month);
}

interface QuestionRow {
  readonly note_id: NoteId;
  readonly ordinal: number;
  readonly theme_id: ThemeId | null;
  readonly confidence: number;
  readonly route: Route | null;
  readonly given_theme_id: ThemeId | null;
  readonly given_confidence: number;
  readonly given_route: Route | null;
  readonly evidence: readonly CorrectionEvidence[] | null;
  readonly safety_flag: boolean;
}

/** Decides note by note about the notes that hold evidence; with `noteIds` only those among them. Gives back the months that changed. */
export async function decideQuestions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  layer: CorrectionLayer,
  noteIds?: readonly NoteId[],
): Promise<string[]> {
  const within = noteIds === undefined ? sql`true` : sql`note_id = any(${[...noteIds]})`;
  const { rows } = await sql<QuestionRow>`
    select question.note_id, question.ordinal, question.theme_id, question.confidence, question.route,
           question.given_theme_id, question.given_confidence, question.given_route, question.evidence, note.safety_flag
    from question join case_note as note on note.municipality_id = question.municipality_id and note.id = question.note_id
    where question.municipality_id = ${municipalityId} and question.kind = 'help-question' and question.set_aside is null
      and question.note_id in (
        select note_id from question where municipality_id = ${municipalityId} and evidence is not null and ${within}
      )
    order by question.note_id, question.ordinal
  `.execute(db);
  const changed = [...groupByNote(rows).values()].flatMap((note) => changesIn(note, layer));
  if (changed.length === 0) return [];
  const { rows: months } = await sql<{ month: string }>`
    with changed as (
      update question set theme_id = decided.theme_id, confidence = decided.confidence, route = decided.route
      from json_to_recordset(${JSON.stringify(changed)}::json)
        as decided (note_id text, ordinal integer, theme_id text, confidence real, route text)
      where question.municipality_id = ${municipalityId} and question.note_id = decided.note_id
        and question.ordinal = decided.ordinal
      returning question.month
    )
    select distinct month from changed
  `.execute(db);
  return months.map((row) => row.month);
}

function groupByNote(rows: readonly QuestionRow[]): Map<NoteId, QuestionRow[]> {
  const notes = new Map<NoteId, QuestionRow[]>();
  for (const row of rows) notes.set(row.note_id, [...(notes.get(row.note_id) ?? []), row]);
  return notes;
}

function changesIn(note: readonly QuestionRow[], layer: CorrectionLayer) {
  const decided = layer.decideNote(
    note.map((row) => ({
      given:
        row.given_route === null
          ? undefined
          : { themeId: row.given_theme_id, confidence: row.given_confidence, route: row.given_route },
      evidence: row.evidence ?? [],
      safetyFlag: row.safety_flag,
    })),
  );
  return note.flatMap((row, index) => {
    const { themeId = null, confidence = 0, route = null } = decided[index] ?? {};
    // The column holds single precision.
    const isSame =
      row.theme_id === themeId && row.route === route && Math.fround(row.confidence) === Math.fround(confidence);
    return isSame ? [] : [{ note_id: row.note_id, ordinal: row.ordinal, theme_id: themeId, confidence, route }];
  });
}
