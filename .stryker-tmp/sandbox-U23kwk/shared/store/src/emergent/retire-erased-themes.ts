import type { MunicipalityId, ThemeId } from "@rode-draad/domain";
import { addThemeChanges } from "../corrections/theme-changes.js";
import type { StoreDatabase } from "../open-store.js";

/** What the list of changes calls a theme whose words went with the people who used them. */
const ERASED_NAME = "Gewist thema";

/**
 * Takes themes away that nobody but erased cases asked about, with every name that the machine gave them, and adds a line that says
 * so. The clusterer remembers their ids, so none is used again. The caller holds the transaction.
 */
export async function retireErasedThemes(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  themeIds: readonly ThemeId[],
  at: Date,
): Promise<void> {
  if (themeIds.length === 0) return;
  for (const themeId of themeIds) await renameInChanges(db, municipalityId, themeId, ERASED_NAME);
  await db
    .deleteFrom("emergent_theme")
    .where("municipality_id", "=", municipalityId)
    .where((where) => where.or([where("id", "in", [...themeIds]), where("merged_into", "in", [...themeIds])]))
    .execute();
  await addThemeChanges(
    db,
    municipalityId,
    themeIds.map((themeId) => ({ kind: "retired", themeId, name: ERASED_NAME, by: "machine", at })),
  );
}

/** Puts a name in place of every one that the machine gave the theme: it may hold a word that only erased cases used. */
export async function renameInChanges(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  themeId: ThemeId,
  name: string,
): Promise<void> {
  await db
    .updateTable("theme_change")
    .set({ name })
    .where("municipality_id", "=", municipalityId)
    .where("theme_id", "=", themeId)
    .where("made_by", "=", "machine")
    .where("name", "is not", null)
    .execute();
}
