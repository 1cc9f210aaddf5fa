import type { MunicipalityId, SeriesAlarm, Week, WeekSpan } from "@rode-draad/domain";
import { sql } from "kysely";
import { scopeOf } from "../counts/countable-questions.js";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";

/** The weeks that were watched for alarms; undefined before the first time. */
export async function readWatchedWeeks(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<WeekSpan | undefined> {
  const row = await db
    .selectFrom("municipality")
    .select(["watched_from", "watched_until"])
    .where("id", "=", municipalityId)
    .executeTakeFirst();
  const [first, last] = [row?.watched_from ?? null, row?.watched_until ?? null];
  return first === null || last === null ? undefined : { first, last };
}

/** The alarms of the weeks from `from` on and before `until`, by week, theme and scope. */
export async function readSeriesAlarms(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  from: Week,
  until: Week,
): Promise<SeriesAlarm[]> {
  const rows = await db
    .selectFrom("series_alarm")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("week", ">=", from)
    .where("week", "<", until)
    .orderBy("week")
    .orderBy("theme_id")
    .orderBy("area_code")
    .orderBy("team_code")
    .execute();
  return rows.map((row) => ({
    themeId: row.theme_id,
    week: row.week,
    kind: row.kind,
    weeks: row.weeks,
    probability: row.probability,
    excess: row.excess,
    ...scopeOf(row),
  }));
}

/** Replaces all alarms from a week on, and with them which weeks were watched. One transaction. */
export async function replaceSeriesAlarms(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  from: Week,
  alarms: readonly SeriesAlarm[],
  watched: WeekSpan | undefined,
): Promise<void> {
  const rows = alarms.map((alarm) => ({ areaCode: "", teamCode: "", ...alarm }));
  await inTransaction(db, async (transaction) => {
    await sql`
      delete from series_alarm where municipality_id = ${municipalityId} and week >= ${from}
    `.execute(transaction);
    await sql`
      insert into series_alarm (municipality_id, theme_id, week, area_code, team_code, kind, weeks, probability, excess)
      select ${municipalityId}, "themeId", week, "areaCode", "teamCode", kind, weeks, probability, excess
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as given ("themeId" text, week text, "areaCode" text, "teamCode" text, kind text, weeks integer,
                  probability double precision, excess double precision)
    `.execute(transaction);
    await transaction
      .updateTable("municipality")
      .set({ watched_from: watched?.first ?? null, watched_until: watched?.last ?? null })
      .where("id", "=", municipalityId)
      .execute();
  });
}
