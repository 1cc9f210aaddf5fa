import { randomUUID } from "node:crypto";
import { composeRequest } from "@rode-draad/delivery";
import { ProductError } from "@rode-draad/domain";
import {
  createPartnerRequest,
  listAreas,
  listInitiatives,
  listPartnerRequests,
  readProposal,
  type StoredPartnerRequest,
} from "@rode-draad/store";
import type { PartnerOrder } from "./api-tools.js";
import type { StoreToolsMeans } from "./create-store-tools.js";

type PartnerMeans = Pick<StoreToolsMeans, "db" | "municipalityId" | "catalogue" | "clock" | "enqueueDelivery">;

export async function listPartnerRequestsOf(
  means: Pick<PartnerMeans, "db" | "municipalityId">,
): Promise<StoredPartnerRequest[]> {
  return await listPartnerRequests(means.db, means.municipalityId);
}

/** Composes a request, puts it in the outbox and asks for its delivery. Throws what the composer refuses. */
export async function requestPartner(means: PartnerMeans, order: PartnerOrder): Promise<StoredPartnerRequest> {
  const { db, municipalityId, catalogue } = means;
  const initiatives = await listInitiatives(db, municipalityId);
  const initiative = initiatives.find(({ id }) => id === order.initiativeId);
  const stored = initiative && (await readProposal(db, municipalityId, initiative.proposalId));
  if (initiative === undefined || stored === undefined) throw initiativeUnknown();
  const areas = await listAreas(db, municipalityId);
  const { proposal } = stored;
  const { initiativeId: _initiativeId, ...details } = order;
  const request = composeRequest(
    proposal,
    {
      ...details,
      id: randomUUID(),
      areaName: areas.find(({ code }) => code === proposal.areaCode)?.name ?? proposal.areaCode,
    },
    catalogue,
  );
  const now = means.clock();
  await createPartnerRequest(db, municipalityId, initiative.id, request, now);
  try {
    await means.enqueueDelivery({ municipalityId, requestId: request.id });
  } catch {
    // The outbox has it; the reconciler asks for its delivery again.
  }
  return { request, initiativeId: initiative.id, state: "waiting", attempts: 0, createdAt: now };
}

function initiativeUnknown(): ProductError {
  return new ProductError("initiative-unknown", "Dit initiatief bestaat niet (meer). Kies een initiatief dat loopt.");
}
