import { z } from "zod";
import type { ReviewedProposal } from "../../tools/api-tools.js";
import { proposalSchema, toProposal } from "../list-voorstellen/response.js";
import { reviewSchema, toReview } from "../post-beoordeling/response.js";

export const reviewedProposalSchema = proposalSchema
  .extend({ beoordelingen: z.array(reviewSchema).describe("De oudste eerst.") })
  .meta({ id: "VoorstelMetBeoordelingen" });

export function toReviewedProposal({ card, reviews }: ReviewedProposal): z.infer<typeof reviewedProposalSchema> {
  return { ...toProposal(card), beoordelingen: reviews.map(toReview) };
}
