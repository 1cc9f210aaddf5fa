import {
  type AreaCode,
  type CaseId,
  type Day,
  type MunicipalityId,
  markSafe,
  type NoteId,
  type SafeText,
  type TeamCode,
} from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { openText } from "../text/text-cipher.js";

/** How far a note came: stored, cut into segments, or given its themes; or set aside, since it could not be worked out. */
export type NoteState = "received" | "cut" | "themed" | "stuck";

/** A stored note with its text. `version` goes up with every replacement; writers hand it back. */
export interface StoredNote {
  readonly id: NoteId;
  readonly version: number;
  readonly state: NoteState;
  readonly caseId: CaseId;
  readonly date: Day;
  readonly teamCode: TeamCode;
  readonly areaCode: AreaCode;
  readonly safetyFlag: boolean;
  readonly text: SafeText;
}

/** The notes with these ids that are still there with their text, by id. A removed one is left out, which is no failure. */
export async function readNotes(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  noteIds: readonly NoteId[],
): Promise<StoredNote[]> {
  if (noteIds.length === 0) return [];
  const rows = await db
    .selectFrom("case_note")
    .select(["id", "version", "state", "case_id", "date", "team_code", "area_code", "safety_flag", "text", "text_key"])
    .where("municipality_id", "=", municipalityId)
    .where("id", "in", noteIds)
    .where("text", "is not", null)
    .orderBy("id")
    .$narrowType<{ text: string }>()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    state: row.state,
    caseId: row.case_id,
    date: row.date,
    teamCode: row.team_code,
    areaCode: row.area_code,
    safetyFlag: row.safety_flag,
    // Only the gate's output is ever written to this column.
    text: markSafe(openText(db, municipalityId, row.id, { text: row.text, textKey: row.text_key })),
  }));
}
