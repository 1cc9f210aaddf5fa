import {
  addDays,
  type MunicipalityId,
  mondayOf,
  monthOf,
  type Scope,
  type ThemeId,
  type Week,
} from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** A theme in a scope over a stretch of weeks, both ends included. */
export interface WeekWindow extends Scope {
  readonly themeId: ThemeId;
  readonly fromWeek: Week;
  readonly toWeek: Week;
}

/**
 * Distinct cases of each request, in the order of the requests. Week counts do not add up: a case may stand in several weeks.
 * One statement; cost: the theme's questions in the months of these weeks, per request.
 */
export async function countCasesInWeeks(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  requests: readonly WeekWindow[],
): Promise<number[]> {
  if (requests.length === 0) return [];
  const rows = requests.map((request, ordinal) => ({
    ordinal,
    areaCode: "",
    teamCode: "",
    ...request,
    // The index knows months.
    fromMonth: monthOf(mondayOf(request.fromWeek)),
    toMonth: monthOf(addDays(mondayOf(request.toWeek), 6)),
  }));
  const { rows: counted } = await sql<{ cases: number }>`
    select (
      select count(distinct question.case_id)::int from question
      where question.municipality_id = ${municipalityId}
        and question.kind = 'help-question' and question.set_aside is null and question.route in ('known', 'emergent')
        and question.theme_id = asked."themeId"
        and question.month >= asked."fromMonth" and question.month <= asked."toMonth"
        and question.week >= asked."fromWeek" and question.week <= asked."toWeek"
        and (asked."areaCode" = '' or question.area_code = asked."areaCode")
        and (asked."teamCode" = '' or question.team_code = asked."teamCode")
    ) as cases
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as asked (ordinal integer, "themeId" text, "fromWeek" text, "toWeek" text, "fromMonth" text, "toMonth" text, "areaCode" text, "teamCode" text)
    order by asked.ordinal
  `.execute(db);
  return counted.map((row) => row.cases);
}
