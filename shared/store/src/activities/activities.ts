import type { Activity, MunicipalityId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";

/**
 * Makes these the activities that came from `source`: known ids are renewed, what the source does not name any more goes, and what came
 * from elsewhere stays. Gives back how many went.
 */
export async function replaceActivities(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  source: string,
  activities: readonly Activity[],
  now: Date,
): Promise<number> {
  const rows = JSON.stringify(activities);
  return await inTransaction(db, async (transaction) => {
    const gone = await sql<{ id: string }>`
      delete from activity where municipality_id = ${municipalityId} and source = ${source}
        and id <> all(${activities.map(({ id }) => id)}::text[])
      returning id
    `.execute(transaction);
    await sql`
      insert into activity (municipality_id, id, name, organisation, meets, url, area_codes, theme_ids, source, imported_at)
      select ${municipalityId}, id, name, organisation, meets, url, "areaCodes", "themeIds", ${source}, ${now}::timestamptz
      from json_to_recordset(${rows}::json)
        as given (id text, name text, organisation text, meets text, url text, "areaCodes" text[], "themeIds" text[])
      order by id
      on conflict (municipality_id, id) do update set
        name = excluded.name, organisation = excluded.organisation, meets = excluded.meets, url = excluded.url,
        area_codes = excluded.area_codes, theme_ids = excluded.theme_ids, source = excluded.source,
        imported_at = excluded.imported_at
    `.execute(transaction);
    return gone.rows.length;
  });
}

/** By name. */
export async function listActivities(db: StoreDatabase, municipalityId: MunicipalityId): Promise<Activity[]> {
  const rows = await db
    .selectFrom("activity")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .orderBy("name")
    .orderBy("id")
    .execute();
  return rows.map(({ id, name, organisation, meets, url, area_codes, theme_ids }) => ({
    id,
    name,
    organisation,
    ...(meets !== null && { meets }),
    ...(url !== null && { url }),
    areaCodes: area_codes,
    themeIds: theme_ids,
  }));
}

/** False when there is none. */
export async function removeActivity(db: StoreDatabase, municipalityId: MunicipalityId, id: string): Promise<boolean> {
  const removed = await db
    .deleteFrom("activity")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  return removed !== undefined;
}
