import { type MunicipalityId, NO_OWN_CATALOGUE, type OwnCatalogue, type OwnCatalogueChange } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";

/** One version of a municipality's own catalogue, with what made it. */
export interface CatalogueVersion {
  readonly number: number;
  readonly change: OwnCatalogueChange;
  readonly madeBy: string;
  readonly madeAt: Date;
}

/** The latest first. */
export async function listCatalogueVersions(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<CatalogueVersion[]> {
  const rows = await db
    .selectFrom("catalogue_version")
    .select(["number", "change", "made_by", "made_at"])
    .where("municipality_id", "=", municipalityId)
    .orderBy("number", "desc")
    .execute();
  return rows.map(({ number, change, made_by, made_at }) => ({ number, change, madeBy: made_by, madeAt: made_at }));
}

export async function readCatalogueVersion(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  number: number,
): Promise<OwnCatalogue | undefined> {
  const row = await db
    .selectFrom("catalogue_version")
    .select("content")
    .where("municipality_id", "=", municipalityId)
    .where("number", "=", number)
    .executeTakeFirst();
  return row?.content;
}

/**
 * Adds a version: `make` gets the latest one and the number of the new one, and gives what it holds, or throws. Two changes at once are
 * made one after the other.
 */
export async function addCatalogueVersion(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  version: Omit<CatalogueVersion, "number">,
  make: (latest: OwnCatalogue, number: number) => OwnCatalogue,
): Promise<number> {
  return await inTransaction(db, async (transaction) => {
    await transaction.selectFrom("municipality").select("id").where("id", "=", municipalityId).forUpdate().execute();
    const latest = await transaction
      .selectFrom("catalogue_version")
      .select(["number", "content"])
      .where("municipality_id", "=", municipalityId)
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirst();
    const number = (latest?.number ?? 0) + 1;
    await transaction
      .insertInto("catalogue_version")
      .values({
        municipality_id: municipalityId,
        number,
        content: JSON.stringify(make(latest?.content ?? NO_OWN_CATALOGUE, number)),
        change: JSON.stringify(version.change),
        made_by: version.madeBy,
        made_at: version.madeAt,
      })
      .execute();
    return number;
  });
}
