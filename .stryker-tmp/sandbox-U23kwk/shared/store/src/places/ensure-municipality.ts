import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** Makes the municipality known, or renames it. Every other row refers to it. */
export async function ensureMunicipality(
  db: StoreDatabase,
  municipality: { readonly id: MunicipalityId; readonly name: string },
): Promise<void> {
  await db
    .insertInto("municipality")
    .values({ id: municipality.id, name: municipality.name })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ name: municipality.name }))
    .execute();
}

/** The ids of all municipalities of this installation, in order. */
export async function listMunicipalities(db: StoreDatabase): Promise<MunicipalityId[]> {
  const rows = await db.selectFrom("municipality").select("id").orderBy("id").execute();
  return rows.map((row) => row.id);
}
