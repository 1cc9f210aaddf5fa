import type { EmergentTheme, MunicipalityId, ThemeId } from "@rode-draad/domain";
import { sql } from "kysely";
import { markMonthsStale } from "../counts/stale-months.js";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";

/** An emergent theme as it is kept. A merged one stays as a redirect to the theme that it went into. */
export interface StoredEmergentTheme extends EmergentTheme {
  readonly mergedInto?: ThemeId;
}

/** By id, merged ones included. */
export async function listEmergentThemes(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<StoredEmergentTheme[]> {
  const rows = await db
    .selectFrom("emergent_theme")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    terms: row.terms,
    label: row.label,
    firstWeek: row.first_week,
    cases: row.cases,
    ...(row.merged_into !== null && { mergedInto: row.merged_into }),
  }));
}

/**
 * Adds or updates themes; none is ever deleted. When a theme is merged, or goes into another one than before, the months
 * in which it occurs are marked for recounting, since counts follow the redirect.
 */
export async function upsertEmergentThemes(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  themes: readonly StoredEmergentTheme[],
  now: Date,
): Promise<void> {
  if (themes.length === 0) return;
  await inTransaction(db, async (transaction) => {
    const before = new Map((await listEmergentThemes(transaction, municipalityId)).map((theme) => [theme.id, theme]));
    await sql`
      insert into emergent_theme (municipality_id, id, label, terms, first_week, cases, merged_into)
      select ${municipalityId}, id, label, terms, "firstWeek", cases, "mergedInto"
      from json_to_recordset(${JSON.stringify(themes)}::json)
        as given (id text, label text, terms text[], "firstWeek" text, cases integer, "mergedInto" text)
      order by id
      on conflict (municipality_id, id) do update set label = excluded.label, terms = excluded.terms,
        first_week = excluded.first_week, cases = excluded.cases, merged_into = excluded.merged_into
    `.execute(transaction);
    const moved = themes.filter((theme) => before.get(theme.id)?.mergedInto !== theme.mergedInto).map(({ id }) => id);
    if (moved.length === 0) return;
    const months = await transaction
      .selectFrom("question")
      .select("month")
      .distinct()
      .where("municipality_id", "=", municipalityId)
      .where("theme_id", "in", moved)
      .execute();
    await markMonthsStale(
      transaction,
      municipalityId,
      months.map((row) => row.month),
      now,
    );
  });
}
