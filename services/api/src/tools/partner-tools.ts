import { composeRequest, requestIdFor } from "@rode-draad/delivery";
import { ProductError } from "@rode-draad/domain";
import {
  createPartnerRequest,
  listAreas,
  listInitiatives,
  listPartnerRequests,
  readPartnerRequest,
  readProposal,
  type StoredPartnerRequest,
} from "@rode-draad/store";
import { changed } from "../audit/changed.js";
import type { Audited } from "../audit/recorded.js";
import type { PartnerOrder } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";
import { readMunicipalCatalogue } from "./read-themes.js";

type PartnerMeans = Pick<
  StoreToolsMeans,
  "db" | "municipalityId" | "catalogue" | "clock" | "enqueueDelivery" | "audit"
>;

const REQUEST_PARTNER: Audited = { action: "request-partner", subject: "partner-request" };

export async function listPartnerRequestsOf(
  means: Pick<PartnerMeans, "db" | "municipalityId">,
): Promise<StoredPartnerRequest[]> {
  return await listPartnerRequests(means.db, means.municipalityId);
}

/** Until the partner is known, from which the id follows. */
const UNSENT_ID = "nieuw";

/**
 * Composes a request, puts it in the outbox and asks for its delivery. A second request of the same initiative to the
 * same partner answers with the first. Throws what the composer refuses.
 */
export async function requestPartner(means: PartnerMeans, order: PartnerOrder): Promise<StoredPartnerRequest> {
  const { db, municipalityId } = means;
  const catalogue = await readMunicipalCatalogue(db, municipalityId, means.catalogue);
  const initiatives = await listInitiatives(db, municipalityId);
  const initiative = initiatives.find(({ id }) => id === order.initiativeId);
  const stored = initiative && (await readProposal(db, municipalityId, initiative.proposalId));
  if (initiative === undefined || stored === undefined) throw initiativeUnknown();
  const areas = await listAreas(db, municipalityId);
  const { proposal } = stored;
  const { initiativeId: _initiativeId, ...details } = order;
  const composed = composeRequest(
    proposal,
    {
      ...details,
      id: UNSENT_ID,
      areaName: areas.find(({ code }) => code === proposal.areaCode)?.name ?? proposal.areaCode,
    },
    catalogue,
  );
  const failed = (await listPartnerRequests(db, municipalityId)).filter(
    (earlier) =>
      earlier.initiativeId === initiative.id &&
      earlier.request.partnerId === composed.partnerId &&
      earlier.state === "failed",
  );
  const request = { ...composed, id: requestIdFor(initiative.id, composed.partnerId, failed.length) };
  const now = means.clock();
  await changed(
    means,
    REQUEST_PARTNER,
    (transaction) => createPartnerRequest(transaction, municipalityId, initiative.id, request, now),
    () => ({ id: request.id }),
  );
  const outgoing = await readPartnerRequest(db, municipalityId, request.id);
  try {
    await means.enqueueDelivery({ municipalityId, requestId: request.id });
  } catch {
    // The outbox has it; the reconciler asks for its delivery again.
  }
  return outgoing ?? { request, initiativeId: initiative.id, state: "waiting", attempts: 0, createdAt: now };
}

function initiativeUnknown(): ProductError {
  return new ProductError("initiative-unknown", "Dit initiatief bestaat niet (meer). Kies een initiatief dat loopt.");
}
