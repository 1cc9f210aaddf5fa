import type { MunicipalityId, ThemePairCount } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { type CountWindow, countableQuestions } from "./countable-questions.js";
import { conditionOf } from "./window-counts.js";

/**
 * Every two themes that a case holds both, with the distinct cases and the professionals who wrote about either of them there.
 * Straight from the questions, so never stale; in order of the ids. Exact working numbers: they leave only through the
 * release gate. Cost: linear in the questions of the window, times the themes of a case.
 */
export async function readThemePairs(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  window: CountWindow,
): Promise<ThemePairCount[]> {
  const { rows } = await sql<{ first: string; second: string; cases: number; professionals: number }>`
    with counted as materialized (
      select distinct theme_id collate "C" as theme_id, case_id, professional_id
      from (${countableQuestions(municipalityId, window.neverThemeIds, conditionOf(window))}) as question
    ), held as (
      select distinct theme_id, case_id from counted
    )
    select one.theme_id as first, other.theme_id as second,
           count(distinct one.case_id)::int as cases, count(distinct counted.professional_id)::int as professionals
    from held as one
    join held as other on other.case_id = one.case_id and other.theme_id > one.theme_id
    join counted on counted.case_id = one.case_id and counted.theme_id in (one.theme_id, other.theme_id)
    group by 1, 2
    order by 1, 2
  `.execute(db);
  return rows.map(({ first, second, ...counts }) => ({ themeIds: [first, second], ...counts }));
}
