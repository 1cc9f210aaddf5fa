import type { MunicipalityId, PartnerOrganisation } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** Adds a partner, or changes the one with this id. Requests that went out keep the address they went to. */
export async function savePartnerOrganisation(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  organisation: PartnerOrganisation,
  now: Date,
): Promise<void> {
  const values = {
    partner_id: organisation.partnerId,
    name: organisation.name,
    email: organisation.email ?? null,
    channel: organisation.channel,
    area_codes: [...organisation.areaCodes],
    is_active: organisation.isActive,
    changed_at: now,
  };
  await db
    .insertInto("partner_organisation")
    .values({ municipality_id: municipalityId, id: organisation.id, ...values })
    .onConflict((conflict) => conflict.columns(["municipality_id", "id"]).doUpdateSet(values))
    .execute();
}

/** All of them, also those that are no longer asked, by name. */
export async function listPartnerOrganisations(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<PartnerOrganisation[]> {
  const rows = await select(db, municipalityId).orderBy("name").orderBy("id").execute();
  return rows.map(toOrganisation);
}

export async function readPartnerOrganisation(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  id: string,
): Promise<PartnerOrganisation | undefined> {
  const row = await select(db, municipalityId).where("id", "=", id).executeTakeFirst();
  return row && toOrganisation(row);
}

function select(db: StoreDatabase, municipalityId: MunicipalityId) {
  return db
    .selectFrom("partner_organisation")
    .select(["id", "partner_id", "name", "email", "channel", "area_codes", "is_active"])
    .where("municipality_id", "=", municipalityId);
}

function toOrganisation(row: Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number]): PartnerOrganisation {
  return {
    id: row.id,
    partnerId: row.partner_id,
    name: row.name,
    ...(row.email !== null && { email: row.email }),
    channel: row.channel,
    areaCodes: row.area_codes,
    isActive: row.is_active,
  };
}
