import {
  addDays,
  addMonths,
  type Month,
  type MunicipalityId,
  mondayOf,
  monthOf,
  type ThemeId,
  weekOf,
  weeksBetween,
} from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { holdPairsFrom } from "../retention/retention-state.js";
import { inTransaction } from "../transaction.js";
import { ALL_SCOPES, countableQuestions, groupingSets, isActive } from "./countable-questions.js";

/**
 * Counts months anew: distinct cases and distinct professionals per theme for all, each area, each team and each pair, and the
 * distinct cases with any help question per area. Cells that are empty now are gone; a closed month stays as it is. One transaction, so that a reader sees the old counts or the new ones.
 */
export async function recountMonths(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  months: readonly Month[],
  neverThemeIds: readonly ThemeId[],
): Promise<void> {
  if (months.length === 0) return;
  await inTransaction(db, async (transaction) => {
    const pairsFrom = await holdPairsFrom(transaction, municipalityId);
    const open = months.filter((month) => month >= pairsFrom);
    const counted = sql`question.month = any(${open}::text[])`;
    await sql`
      delete from month_count where municipality_id = ${municipalityId} and month = any(${open}::text[])
    `.execute(transaction);
    await sql`
      insert into month_count (municipality_id, theme_id, month, area_code, team_code, cases, professionals)
      select ${municipalityId}, theme_id, month, coalesce(area_code, ''), coalesce(team_code, ''),
             count(distinct case_id), count(distinct professional_id)
      from (${countableQuestions(municipalityId, neverThemeIds, counted)}) as counted
      group by ${groupingSets("theme_id, month", ALL_SCOPES)}
    `.execute(transaction);
    await sql`
      delete from month_total where municipality_id = ${municipalityId} and month = any(${open}::text[])
    `.execute(transaction);
    await sql`
      insert into month_total (municipality_id, month, area_code, cases)
      select municipality_id, month, area_code, count(distinct case_id)
      from question
      where municipality_id = ${municipalityId} and ${counted} and ${isActive(neverThemeIds)}
      group by municipality_id, month, area_code
    `.execute(transaction);
  });
}

/** Counts all ISO weeks anew that have a day in one of these months and none in a closed one; see `recountMonths`. */
export async function recountWeeks(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  months: readonly Month[],
  neverThemeIds: readonly ThemeId[],
): Promise<void> {
  if (months.length === 0) return;
  await inTransaction(db, async (transaction) => {
    const pairsFrom = await holdPairsFrom(transaction, municipalityId);
    const weeks = [...new Set(months.flatMap(weeksOf))].filter((week) => monthOf(mondayOf(week)) >= pairsFrom).sort();
    const counted = sql`question.week = any(${weeks}::text[])`;
    await sql`
      delete from week_count where municipality_id = ${municipalityId} and week = any(${weeks}::text[])
    `.execute(transaction);
    await sql`
      insert into week_count (municipality_id, theme_id, week, area_code, team_code, cases)
      select ${municipalityId}, theme_id, week, coalesce(area_code, ''), coalesce(team_code, ''), count(distinct case_id)
      from (${countableQuestions(municipalityId, neverThemeIds, counted)}) as counted
      group by ${groupingSets("theme_id, week", ALL_SCOPES)}
    `.execute(transaction);
  });
}

function weeksOf(month: Month) {
  return weeksBetween(weekOf(`${month}-01`), weekOf(addDays(`${addMonths(month, 1)}-01`, -1)));
}
