import { type Initiative, type MunicipalityId, ProductError } from "@rode-draad/domain";
import { listInitiatives } from "../initiatives/read-initiatives.js";
import type { StoreDatabase } from "../open-store.js";
import type { StoredPartnerRequest } from "../partner-requests/partner-requests.js";
import { withdrawRequests } from "../partner-requests/withdraw-requests.js";
import { markReportsOutdated } from "../reports/outdated-reports.js";
import { inTransaction } from "../transaction.js";
import type { ProposalReview } from "./read-proposals.js";

/**
 * Records a person's decision and gives the proposal that state; a "no", a "later" and handing it back ("open") stop its
 * initiative and withdraw what partners were asked for it, which is given back so that they can be told. The same review twice (a double click, a retried call) counts once. `check` gets the initiative that is ahead,
 * when there is one, and may throw; the proposal is held meanwhile, so what it saw stands. Throws `proposal-unknown` when there
 * is no such proposal, and `proposal-held` when its evening took place.
 */
export async function reviewProposal(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  proposalId: string,
  review: ProposalReview,
  check: (ahead: Initiative | undefined) => void = () => {},
): Promise<readonly StoredPartnerRequest[]> {
  return await inTransaction(db, async (transaction) => {
    const proposal = await transaction
      .selectFrom("proposal")
      .select(["month", "state"])
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", proposalId)
      .forUpdate()
      .executeTakeFirst();
    if (proposal === undefined) throw proposalUnknown(proposalId);
    if (proposal.state === "held") throw proposalHeld(proposalId);
    const [ahead] = await listInitiatives(transaction, municipalityId, { proposalId, states: ["idea", "planned"] });
    check(ahead);
    await transaction
      .updateTable("proposal")
      .set({ state: review.decision, state_since: review.reviewedAt })
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", proposalId)
      .execute();
    const withdrawn: StoredPartnerRequest[] = [];
    if (review.decision !== "picked-up") {
      const stopped = await transaction
        .updateTable("initiative")
        .set({ state: "cancelled", state_since: review.reviewedAt })
        .where("municipality_id", "=", municipalityId)
        .where("proposal_id", "=", proposalId)
        .where("state", "in", ["idea", "planned"])
        .returning("id")
        .execute();
      for (const { id } of stopped) {
        withdrawn.push(...(await withdrawRequests(transaction, municipalityId, id, review.reviewedAt)));
      }
    }
    // The report of the month shows what runs and what still asks for a decision.
    await markReportsOutdated(transaction, municipalityId, [proposal.month]);
    await transaction
      .insertInto("proposal_review")
      .values({
        municipality_id: municipalityId,
        id: review.id,
        proposal_id: proposalId,
        decision: review.decision,
        reason: review.reason ?? null,
        remark: review.remark ?? null,
        reviewed_at: review.reviewedAt,
      })
      .onConflict((conflict) => conflict.columns(["municipality_id", "id"]).doNothing())
      .execute();
    return withdrawn;
  });
}

export function proposalUnknown(proposalId: string): ProductError {
  return new ProductError("proposal-unknown", "Dit voorstel bestaat niet (meer). Ga terug naar het overzicht.", {
    detail: proposalId,
  });
}

function proposalHeld(proposalId: string): ProductError {
  return new ProductError("proposal-held", "De avond is al geweest. Je kunt hier niets meer over besluiten.", {
    detail: proposalId,
  });
}
