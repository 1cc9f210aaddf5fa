import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { type StoredPartnerRequest, selectRequests, toRequest } from "./partner-requests.js";

/**
 * Withdraws what was asked of partners for an initiative that stops: what waits does not leave, and no link answers it any more.
 * Gives the requests that were withdrawn now, as they are after it; none when all were before.
 */
export async function withdrawRequests(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  initiativeId: string,
  now: Date,
): Promise<StoredPartnerRequest[]> {
  const withdrawn = await db
    .updateTable("partner_request")
    .set({ withdrawn_at: now })
    .where("municipality_id", "=", municipalityId)
    .where("initiative_id", "=", initiativeId)
    .where("withdrawn_at", "is", null)
    .returning("id")
    .execute();
  if (withdrawn.length === 0) return [];
  const ids = withdrawn.map(({ id }) => id);
  const rows = await selectRequests(db, municipalityId).where("request.id", "in", ids).orderBy("request.id").execute();
  return rows.map(toRequest);
}
