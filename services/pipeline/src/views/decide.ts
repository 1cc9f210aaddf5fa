import { randomUUID } from "node:crypto";
import { ProductError, type ProposalState, type RefusalReason } from "@rode-draad/domain";
import { createInitiative, readProposal, reviewProposal } from "@rode-draad/store";
import type { Product } from "../open-product.js";

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
export async function decideOnProposal(product: Product, decision: ProposalDecision): Promise<void> {
  const { store, queue, municipalityId, clock } = product;
  const { proposalId, state, reason, remark } = decision;
  const stored = await readProposal(store.db, municipalityId, proposalId);
  if (stored === undefined) {
    throw new ProductError("proposal-unknown", "Dit voorstel bestaat niet (meer). Ga terug naar het overzicht.");
  }
  if (state === "picked-up" && stored.proposal.careNeeded && decision.discussedInTeam !== true) {
    throw new ProductError("care-not-confirmed", "Dit thema kan alleen met zorg. Bespreek het eerst in je team.");
  }
  await reviewProposal(store.db, municipalityId, proposalId, {
    id: randomUUID(),
    decision: state,
    reviewedAt: clock(),
    ...(reason !== undefined && { reason }),
    ...(remark !== undefined && { remark }),
  });
  if (state === "picked-up") {
    await createInitiative(store.db, municipalityId, { id: randomUUID(), proposalId }, clock());
  }
  await queue.enqueue("proposals", { municipalityId });
}
