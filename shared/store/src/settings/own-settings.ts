import { type MunicipalityId, NO_OWN_CATALOGUE, type OwnCatalogue } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/** Limits by name, set stricter than they ship. What they mean is the release gate's. */
export type StoredLimits = Readonly<Record<string, number>>;

/** What a municipality set over the shipped catalogue: asked for with every page, so it is one query. */
export interface OwnSettings {
  readonly catalogue: OwnCatalogue;
  readonly limits: StoredLimits;
}

export async function readOwnSettings(db: StoreDatabase, municipalityId: MunicipalityId): Promise<OwnSettings> {
  const { rows } = await sql<{ limits: StoredLimits; content: OwnCatalogue | null }>`
    select limits, (
      select content from catalogue_version where municipality_id = municipality.id order by number desc limit 1
    ) as content
    from municipality where id = ${municipalityId}
  `.execute(db);
  return { catalogue: rows[0]?.content ?? NO_OWN_CATALOGUE, limits: rows[0]?.limits ?? {} };
}

/** Whoever calls has judged them: the store does not know what is stricter. */
export async function saveLimits(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  limits: StoredLimits,
): Promise<void> {
  await db
    .updateTable("municipality")
    .set({ limits: JSON.stringify(limits) })
    .where("id", "=", municipalityId)
    .execute();
}
