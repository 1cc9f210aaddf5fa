import type { StoredPartnerRequest } from "@rode-draad/store";
import { z } from "zod";
import { daySchema, idSchema, momentSchema } from "../common-schemas.js";

const STATUS = { waiting: "wacht", sent: "verstuurd", failed: "mislukt" } as const;

export const partnerRequestSchema = z
  .object({
    id: idSchema,
    initiatiefId: idSchema,
    status: z.enum(Object.values(STATUS)).describe("Hoe ver het versturen is."),
    gemaaktOp: momentSchema,
    verstuurdOp: momentSchema.optional(),
    partnerId: z.string(),
    partner: z.string(),
    onderwerp: z.string(),
    thema: z.string(),
    wijk: z.string(),
    vormId: z.string(),
    data: z.array(z.object({ dag: daySchema, van: z.string(), tot: z.string() })),
    locatie: z.string(),
    opkomst: z.object({ min: z.int(), max: z.int() }).describe("Verwachte opkomst, als bereik."),
    contact: z.object({
      naam: z.string(),
      functie: z.string(),
      team: z.string(),
      telefoon: z.string(),
      email: z.string(),
    }),
    vragen: z.array(z.string()).describe("Wat wij de partner vragen."),
    aanbod: z.array(z.string()).describe("Wat wij zelf doen."),
  })
  .describe("Alles wat de partner krijgt. Er staat niets in uit een notitie.")
  .meta({ id: "Partneraanvraag" });

export const partnerRequestsSchema = z
  .object({ partneraanvragen: z.array(partnerRequestSchema) })
  .meta({ id: "Partneraanvragen" });

export function toPartnerRequest(stored: StoredPartnerRequest): z.infer<typeof partnerRequestSchema> {
  const { request } = stored;
  return {
    id: request.id,
    initiatiefId: stored.initiativeId,
    status: STATUS[stored.state],
    gemaaktOp: stored.createdAt.toISOString(),
    ...(stored.sentAt === undefined ? {} : { verstuurdOp: stored.sentAt.toISOString() }),
    partnerId: request.partnerId,
    partner: request.partnerName,
    onderwerp: request.subject,
    thema: request.topic,
    wijk: request.areaName,
    vormId: request.formatId,
    data: request.dates.map(({ day, from, until }) => ({ dag: day, van: from, tot: until })),
    locatie: request.location,
    opkomst: { min: request.turnout.min, max: request.turnout.max },
    contact: {
      naam: request.contact.name,
      functie: request.contact.role,
      team: request.contact.team,
      telefoon: request.contact.phone,
      email: request.contact.email,
    },
    vragen: [...request.asks],
    aanbod: [...request.offers],
  };
}
