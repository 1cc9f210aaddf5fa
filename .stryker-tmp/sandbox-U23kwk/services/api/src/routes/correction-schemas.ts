import { CORRECTION_LIMITS, type CorrectionKind, type LoggedCorrection } from "@rode-draad/domain";
import { z } from "zod";
import { idSchema, lineSchema, momentSchema } from "./common-schemas.js";

const { reasonCharactersMax } = CORRECTION_LIMITS;

/** Why somebody corrects: without it a colleague cannot judge the correction later. Who it is follows from the sign-in. */
export const reasonField = {
  reden: lineSchema(reasonCharactersMax).describe("Waarom, zonder persoonsgegevens."),
};

/** The Dutch words for the kinds of correction. They are part of the contract. */
const CORRECTION_WORDS = {
  rename: "hernoemen",
  merge: "samenvoegen",
  split: "splitsen",
  move: "vraag-verplaatsen",
  pin: "vastzetten",
  "not-a-theme": "geen-thema",
  sleep: "sluimeren",
} as const satisfies Record<CorrectionKind, string>;

export const correctionSchema = z
  .object({
    id: idSchema,
    soort: z.enum(Object.values(CORRECTION_WORDS)),
    themaId: idSchema.nullable().describe("Het thema waar het om gaat. Leeg als een vraag nog geen thema had."),
    naarThemaId: idSchema.nullable().optional().describe("Bij samenvoegen, splitsen en verplaatsen: het andere thema."),
    naam: z.string().optional().describe("De naam die iemand gaf."),
    woorden: z.array(z.string()).optional().describe("Bij splitsen: de woorden van het nieuwe thema."),
    door: z.string(),
    reden: z.string().describe("Persoonsgegevens zijn hierin weggelakt."),
    op: momentSchema,
    ongedaan: z
      .object({ door: z.string(), reden: z.string(), op: momentSchema })
      .optional()
      .describe("Staat er als de correctie ongedaan is gemaakt."),
  })
  .meta({ id: "Correctie" });

export function toCorrection(correction: LoggedCorrection): z.infer<typeof correctionSchema> {
  const { id, kind, who, why, at, undone } = correction;
  return {
    id,
    soort: CORRECTION_WORDS[kind],
    ...placesOf(correction),
    ...("name" in correction && { naam: correction.name }),
    ...(correction.kind === "split" && { woorden: [...correction.words] }),
    door: who,
    reden: why,
    op: at.toISOString(),
    ...(undone !== undefined && { ongedaan: { door: undone.who, reden: undone.why, op: undone.at.toISOString() } }),
  };
}

function placesOf(correction: LoggedCorrection): { themaId: string | null; naarThemaId?: string | null } {
  switch (correction.kind) {
    case "move":
      return { themaId: correction.fromId, naarThemaId: correction.toId };
    case "merge":
      return { themaId: correction.themeId, naarThemaId: correction.intoId };
    case "split":
      return { themaId: correction.themeId, naarThemaId: correction.newThemeId };
    default:
      return { themaId: correction.themeId };
  }
}
