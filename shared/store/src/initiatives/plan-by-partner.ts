import { type AcceptedDate, type MunicipalityId, planByPartner } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { changeInitiative } from "./change-initiative.js";

/** What a partner accepted becomes the plan of the initiative it was asked for, by the rule of domain. */
export async function planInitiativeByPartner(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  accepted: AcceptedDate,
  now: Date,
): Promise<void> {
  const request = await db
    .selectFrom("partner_request")
    .select("initiative_id")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", accepted.requestId)
    .executeTakeFirst();
  if (request === undefined) return;
  await changeInitiative(db, municipalityId, request.initiative_id, (initiative) =>
    planByPartner(initiative, accepted, now),
  );
}
