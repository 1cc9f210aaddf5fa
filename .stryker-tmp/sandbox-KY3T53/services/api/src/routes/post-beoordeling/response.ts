import { REFUSAL_REASONS } from "@rode-draad/domain";
import { z } from "zod";
import type { ReviewView } from "../../tools/api-tools.js";
import { idSchema, momentSchema } from "../common-schemas.js";
import { STATUS_WORD_LIST, STATUS_WORDS } from "../words.js";

export const reviewSchema = z
  .object({
    id: idSchema,
    status: z.enum(STATUS_WORD_LIST).describe("De status van het voorstel na dit besluit."),
    reden: z.enum(REFUSAL_REASONS).optional(),
    toelichting: z.string().optional().describe("Persoonsgegevens zijn hierin weggelakt."),
    beoordeeldOp: momentSchema,
  })
  .meta({ id: "Beoordeling" });

export function toReview(review: ReviewView): z.infer<typeof reviewSchema> {
  return {
    id: review.id,
    status: STATUS_WORDS[review.state],
    ...(review.reason === undefined ? {} : { reden: review.reason }),
    ...(review.remark === undefined ? {} : { toelichting: review.remark }),
    beoordeeldOp: review.reviewedAt.toISOString(),
  };
}
