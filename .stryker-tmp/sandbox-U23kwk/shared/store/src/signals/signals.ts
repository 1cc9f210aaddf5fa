import {
  addDays,
  type Explanation,
  type Month,
  type MunicipalityId,
  mondayOf,
  monthOf,
  type Signal,
  type ThemeId,
  type Week,
} from "@rode-draad/domain";
import { sql } from "kysely";
import { scopeOf } from "../counts/countable-questions.js";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";

/** A week belongs to the month that holds its Thursday, and with it most of its days: the rule by which ISO 8601 gives a week its year. */
export function monthOfWeek(week: Week): Month {
  return monthOf(addDays(mondayOf(week), 3));
}

/** Replaces all signals of these months (see `monthOfWeek`) by the given ones. One transaction. */
export async function replaceSignals(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  months: readonly Month[],
  signals: readonly Signal[],
): Promise<void> {
  if (months.length === 0 && signals.length === 0) return;
  const rows = signals.map((signal) => ({
    id: signal.id,
    theme_id: signal.themeId,
    area_code: signal.areaCode ?? "",
    team_code: signal.teamCode ?? "",
    kind: signal.kind,
    week: signal.week,
    month: monthOfWeek(signal.week),
    cases: signal.cases,
    expected: signal.expected,
    explanation: signal.explanation,
  }));
  await inTransaction(db, async (transaction) => {
    await sql`
      delete from signal where municipality_id = ${municipalityId} and month = any(${[...months]}::text[])
    `.execute(transaction);
    await sql`
      insert into signal (municipality_id, id, theme_id, area_code, team_code, kind, week, month, cases, expected, explanation)
      select ${municipalityId}, id, theme_id, area_code, team_code, kind, week, month, cases, expected, explanation
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as given (id text, theme_id text, area_code text, team_code text, kind text, week text, month text, cases integer,
                  expected real, explanation jsonb)
      on conflict (municipality_id, id) do update set kind = excluded.kind, week = excluded.week, month = excluded.month,
        cases = excluded.cases, expected = excluded.expected, explanation = excluded.explanation
    `.execute(transaction);
  });
}

/** Signals by week (latest first), then theme, area and team. */
export async function listSignals(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  filter: { readonly fromMonth?: Month; readonly toMonth?: Month; readonly themeIds?: readonly ThemeId[] } = {},
): Promise<Signal[]> {
  let query = db.selectFrom("signal").selectAll().where("municipality_id", "=", municipalityId);
  if (filter.fromMonth !== undefined) query = query.where("month", ">=", filter.fromMonth);
  if (filter.toMonth !== undefined) query = query.where("month", "<=", filter.toMonth);
  if (filter.themeIds !== undefined) query = query.where("theme_id", "in", [...filter.themeIds, ""]);
  const rows = await query
    .orderBy("week", "desc")
    .orderBy("theme_id")
    .orderBy("area_code")
    .orderBy("team_code")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    themeId: row.theme_id,
    kind: row.kind,
    week: row.week,
    cases: row.cases,
    expected: row.expected,
    explanation: row.explanation as Explanation,
    ...scopeOf(row),
  }));
}
