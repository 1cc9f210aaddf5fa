import type { MunicipalityId, ThemeId, ThemeReasons } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";

/**
 * Writes the reasons of all themes in place of the earlier ones, in one transaction. `untold` are themes whose questions have no text
 * any more: they keep what was told of them.
 */
export async function replaceThemeReasons(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  reasons: readonly ThemeReasons[],
  untold: readonly ThemeId[] = [],
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await sql`
      delete from theme_reason where municipality_id = ${municipalityId} and theme_id <> all(${[...untold]}::text[])
    `.execute(transaction);
    if (reasons.length === 0) return;
    await transaction
      .insertInto("theme_reason")
      .values(
        reasons.map((one) => ({
          municipality_id: municipalityId,
          theme_id: one.themeId,
          reasons: JSON.stringify(one),
        })),
      )
      .execute();
  });
}

/** Undefined for a theme without questions in the latest window. */
export async function readThemeReasons(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  themeId: ThemeId,
): Promise<ThemeReasons | undefined> {
  const row = await db
    .selectFrom("theme_reason")
    .select("reasons")
    .where("municipality_id", "=", municipalityId)
    .where("theme_id", "=", themeId)
    .executeTakeFirst();
  return row?.reasons;
}
