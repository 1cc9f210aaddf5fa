import { type MunicipalityId, ProductError } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { markReportsOutdated } from "../reports/outdated-reports.js";
import { inTransaction } from "../transaction.js";
import type { ProposalReview } from "./read-proposals.js";

/**
 * Records a person's decision and gives the proposal that state; a "no", a "later" and handing it back ("open") stop its initiative. The same review twice (a double click, a retried call)
 * counts once. Throws a ProductError `proposal-unknown` when there is no such proposal.
 */
export async function reviewProposal(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  proposalId: string,
  review: ProposalReview,
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const changed = await transaction
      .updateTable("proposal")
      .set({ state: review.decision, state_since: review.reviewedAt })
      .where("municipality_id", "=", municipalityId)
      .where("id", "=", proposalId)
      .returning("month")
      .executeTakeFirst();
    if (changed === undefined) throw proposalUnknown(proposalId);
    if (review.decision !== "picked-up") {
      await transaction
        .updateTable("initiative")
        .set({ state: "cancelled", state_since: review.reviewedAt })
        .where("municipality_id", "=", municipalityId)
        .where("proposal_id", "=", proposalId)
        .where("state", "in", ["idea", "planned"])
        .execute();
    }
    // The report of the month shows what runs and what still asks for a decision.
    await markReportsOutdated(transaction, municipalityId, [changed.month]);
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
  });
}

export function proposalUnknown(proposalId: string): ProductError {
  return new ProductError("proposal-unknown", "Dit voorstel bestaat niet (meer). Ga terug naar het overzicht.", {
    detail: proposalId,
  });
}
