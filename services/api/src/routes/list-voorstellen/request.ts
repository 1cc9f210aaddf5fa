import type { ProposalPlace } from "@rode-draad/store";
import { z } from "zod";
import { areaCodeSchema, pageSizeSchema } from "../common-schemas.js";
import { STATUS_WORD_LIST } from "../words.js";

/** The score and the id of a proposal, which together say where it stands in the list. */
const PLACE = /^-?\d{1,12}(\.\d{1,20})?(e-?\d{1,3})?_[A-Za-z0-9_.:-]{1,100}$/;

export const querySchema = z.strictObject({
  status: z.enum(STATUS_WORD_LIST).optional().describe("Alleen voorstellen met deze status."),
  na: z
    .string()
    .regex(PLACE, "Geef hier `volgende` uit het vorige antwoord.")
    .optional()
    .describe("Alleen voorstellen na deze plaats. Geef hier `volgende` uit het vorige antwoord."),
  aantal: pageSizeSchema,
  wijkCode: areaCodeSchema.optional().describe("Alleen voorstellen voor deze wijk."),
});

/** What `na` means. */
export function placeOf(na: string): ProposalPlace {
  const at = na.indexOf("_");
  return { score: Number(na.slice(0, at)), id: na.slice(at + 1) };
}

export function wordOfPlace({ score, id }: ProposalPlace): string {
  return `${score}_${id}`;
}
