import type { MunicipalityId, PartnerRequest, Proposal } from "@rode-draad/domain";
import { createPartnerRequest, pickUpProposal, type StoreDatabase, saveProposals } from "@rode-draad/store";
import { buildRequest } from "../../workers/7-delivery/test/build-request.js";

const PROPOSAL: Proposal = {
  id: "v-partners",
  needKey: "need-partners",
  month: "2026-10",
  areaCode: "WK000001",
  teamCodes: ["T1"],
  themeIds: ["huurtoeslag"],
  careNeeded: false,
  title: "Grip op je huurkosten",
  formatId: "infoavond",
  partnerIds: ["woningcorporatie"],
  whyNow: "Het speelt nu.",
  forWhom: "Huurders",
  turnout: { min: 20, max: 40 },
  preparationHours: { min: 4, max: 8 },
  minutesSavedPerVisitor: { min: 30, max: 75 },
  growsInto: [],
  avoid: "Geen namen.",
  evidence: { rule: "r1", band: "10 tot 14", windowMonths: 3, reasons: ["stijgt"] },
  score: 1,
};

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
