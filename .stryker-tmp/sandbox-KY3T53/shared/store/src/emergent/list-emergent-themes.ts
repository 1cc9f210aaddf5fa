import type { EmergentTheme, MunicipalityId, ThemeId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

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
