import type { Initiative } from "@rode-draad/domain";
import { z } from "zod";
import { idSchema, momentSchema } from "../common-schemas.js";
import { INITIATIVE_WORDS } from "../words.js";

export const initiativeSchema = z
  .object({
    id: idSchema,
    voorstelId: idSchema,
    status: z.enum(Object.values(INITIATIVE_WORDS)).describe("Gestopt als het voorstel toch niet doorgaat, of later."),
    gestartOp: momentSchema,
  })
  .meta({ id: "Initiatief" });

export const initiativesSchema = z.object({ initiatieven: z.array(initiativeSchema) }).meta({ id: "Initiatieven" });

export function toInitiative(view: Initiative): z.infer<typeof initiativeSchema> {
  return {
    id: view.id,
    voorstelId: view.proposalId,
    status: INITIATIVE_WORDS[view.state],
    gestartOp: view.createdAt.toISOString(),
  };
}
