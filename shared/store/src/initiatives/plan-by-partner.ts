import { type MunicipalityId, type ProposedDate, planByPartner } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { changeInitiative } from "./change-initiative.js";

/** The date that a partner accepted becomes the date of the initiative it was asked for, by the rule of domain. */
export async function planInitiativeByPartner(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  requestId: string,
  date: ProposedDate,
  now: Date,
): Promise<void> {
  const request = await db
    .selectFrom("partner_request")
    .select("initiative_id")
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", requestId)
    .executeTakeFirst();
  if (request === undefined) return;
  await changeInitiative(db, municipalityId, request.initiative_id, (initiative) =>
    planByPartner(initiative, requestId, date, now),
  );
}
