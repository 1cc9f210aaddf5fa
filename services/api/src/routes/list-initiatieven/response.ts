import { z } from "zod";
import type { InitiativeView } from "../../tools/api-tools.js";
import { idSchema, momentSchema } from "../common-schemas.js";
import { initiativeWord, STATUS_WORD_LIST } from "../words.js";

export const initiativeSchema = z
  .object({
    id: idSchema,
    voorstelId: idSchema,
    status: z.enum(STATUS_WORD_LIST),
    gestartOp: momentSchema,
  })
  .meta({ id: "Initiatief" });

export const initiativesSchema = z.object({ initiatieven: z.array(initiativeSchema) }).meta({ id: "Initiatieven" });

export function toInitiative(view: InitiativeView): z.infer<typeof initiativeSchema> {
  return {
    id: view.id,
    voorstelId: view.proposalId,
    status: initiativeWord(view.state),
    gestartOp: view.createdAt.toISOString(),
  };
}
