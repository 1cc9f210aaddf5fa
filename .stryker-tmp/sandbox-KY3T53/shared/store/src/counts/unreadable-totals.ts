import type { Month, MunicipalityId, Scope } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { groupingSets, scopeOf } from "./countable-questions.js";

/** How much of a scope could not be read. Exact working numbers: they leave only through the release gate. */
export interface UnreadableTotal extends Scope {
  /** Distinct cases with a note that could not be read. */
  readonly cases: number;
  /** Distinct professionals who wrote such a note. Only ever compared with a minimum, never shown. */
  readonly professionals: number;
}

/**
 * The cases with a note that could not be read (`couldNotBeRead`), for the whole municipality, each area and each team that has
 * any; notes with a safety flag stay out. Cost: linear in the unreadable stretches of the window.
 */
export async function readUnreadableTotals(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  window: { readonly fromMonth: Month; readonly toMonth: Month },
): Promise<UnreadableTotal[]> {
  const { rows } = await sql<{ area_code: string; team_code: string; cases: number; professionals: number }>`
    select coalesce(area_code, '') as area_code, coalesce(team_code, '') as team_code,
           count(distinct case_id)::int as cases, count(distinct professional_id)::int as professionals
    from question
    where municipality_id = ${municipalityId} and month >= ${window.fromMonth} and month <= ${window.toMonth}
      and kind in ('other-language', 'no-words')
      and not exists (select from question as other where other.municipality_id = question.municipality_id
                        and other.note_id = question.note_id
                        and other.kind not in ('other-language', 'no-words', 'administration'))
      and exists (select from case_note as note where note.municipality_id = question.municipality_id
                    and note.id = question.note_id and not note.safety_flag)
    group by ${groupingSets("municipality_id", ["all", "area", "team"])}
    order by 1, 2
  `.execute(db);
  return rows.map((row) => ({ cases: row.cases, professionals: row.professionals, ...scopeOf(row) }));
}
