import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** Remembers which column of files with these headings is what. `fields` goes by place; null: not read. */
export async function keepImportProfile(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  profile: string,
  fields: readonly (string | null)[],
  now: Date,
): Promise<void> {
  const values = { fields: JSON.stringify(fields), used_at: now };
  await db
    .insertInto("import_profile")
    .values({ municipality_id: municipalityId, profile, ...values })
    .onConflict((conflict) => conflict.columns(["municipality_id", "profile"]).doUpdateSet(values))
    .execute();
}

export async function findImportProfile(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  profile: string,
): Promise<readonly (string | null)[] | undefined> {
  const row = await db
    .selectFrom("import_profile")
    .select("fields")
    .where("municipality_id", "=", municipalityId)
    .where("profile", "=", profile)
    .executeTakeFirst();
  return row?.fields;
}
