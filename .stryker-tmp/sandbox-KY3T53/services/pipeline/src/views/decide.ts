import { ProductError, type ProposalState, type RefusalReason } from "@rode-draad/domain";
import { readProposal } from "@rode-draad/store";
import type { Product } from "../open-product.js";
import type { Actions } from "./create-web-tools.js";

/** What a person decided about a proposal. */
export interface ProposalDecision {
  readonly proposalId: string;
  readonly state: Extract<ProposalState, "picked-up" | "later" | "refused">;
  readonly reason?: RefusalReason;
  /** After the gate. */
  readonly remark?: string;
  /** Needed for a theme that asks for care. */
  readonly discussedInTeam?: boolean;
}

/**
 * Records the decision; picking up starts the initiative. The next proposals and the report of the month take it in.
 *
 * Throws `proposal-unknown`, or `care-not-confirmed` when a theme that asks for care was not discussed first.
 */
export async function decideOnProposal(
  product: Product,
  actions: Pick<Actions, "reviewProposal">,
  decision: ProposalDecision,
): Promise<void> {
  const { proposalId, discussedInTeam, ...review } = decision;
  const stored = await readProposal(product.store.db, product.municipalityId, proposalId);
  if (stored === undefined) {
    throw new ProductError("proposal-unknown", "Dit voorstel bestaat niet (meer). Ga terug naar het overzicht.");
  }
  if (review.state === "picked-up" && stored.proposal.careNeeded && discussedInTeam !== true) {
    throw new ProductError("care-not-confirmed", "Dit thema kan alleen met zorg. Bespreek het eerst in je team.");
  }
  await actions.reviewProposal(proposalId, review);
}
