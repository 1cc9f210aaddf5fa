import type { MunicipalityId, PartnerRequest } from "@rode-draad/domain";
import { createPartnerRequest, pickUpProposal, type StoreDatabase, saveProposals } from "@rode-draad/store";
import { buildProposal } from "../../workers/5-proposals/test/build-proposal.js";
import { buildRequest } from "../../workers/7-delivery/test/build-request.js";

const PROPOSAL = buildProposal("v-partners");

/** Requests in the outbox, each to a partner by name, without an address; with a proposal and an initiative behind them. */
export async function makePartnerRequests(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  count: number,
  now: Date,
): Promise<PartnerRequest[]> {
  await saveProposals(db, municipalityId, [PROPOSAL], now);
  const initiative = await pickUpProposal(
    db,
    municipalityId,
    { id: "i-partners", proposalId: PROPOSAL.id, accountId: "a-partners" },
    now,
  );
  const requests: PartnerRequest[] = [];
  for (let number = 1; number <= count; number += 1) {
    const { partnerEmail: _, ...request } = buildRequest({ id: `a-${number}` });
    await createPartnerRequest(db, municipalityId, initiative.id, request, now);
    requests.push(request);
  }
  return requests;
}
