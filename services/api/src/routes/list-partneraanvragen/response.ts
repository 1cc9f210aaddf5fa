import { DECLINE_REASONS, type PartnerAnswer } from "@rode-draad/domain";
import type { StoredPartnerRequest } from "@rode-draad/store";
import { z } from "zod";
import { daySchema, idSchema, momentSchema } from "../common-schemas.js";

const STATUS = { waiting: "wacht", sent: "verstuurd", failed: "mislukt" } as const;

const ANSWER = { accept: "ja", "other-date": "andere-dag", decline: "nee", call: "bellen" } as const;

const dateSchema = z.object({ dag: daySchema, van: z.string(), tot: z.string() });

const answerSchema = z
  .object({
    antwoord: z.enum(Object.values(ANSWER)),
    beantwoordOp: momentSchema,
    datum: dateSchema.optional().describe("De dag die de partner koos of voorstelt."),
    reden: z.enum(DECLINE_REASONS).optional(),
    toelichting: z.string().optional().describe("Na de privacypoort."),
  })
  .describe("Wat de partner antwoordde via de link in de brief.")
  .meta({ id: "Partnerantwoord" });

export const partnerRequestSchema = z
  .object({
    id: idSchema,
    initiatiefId: idSchema,
    status: z.enum(Object.values(STATUS)).describe("Hoe ver het versturen is."),
    gemaaktOp: momentSchema,
    verstuurdOp: momentSchema.optional(),
    fout: z.string().optional().describe("Code van de laatste mislukte poging."),
    herinnerdOp: momentSchema.optional().describe("Wanneer de partner is herinnerd."),
    stilSinds: momentSchema.optional().describe("Wanneer is gemeld dat de partner niet antwoordt."),
    ingetrokkenOp: momentSchema.optional().describe("Wanneer de aanvraag is ingetrokken. De link werkt dan niet meer."),
    inReeks: z.boolean().describe("Of de partner deze aanvraag samen met die van andere teams kreeg."),
    organisatieId: idSchema.optional().describe("De partner in de partnerlijst."),
    partnerId: z.string(),
    partner: z.string(),
    onderwerp: z.string(),
    thema: z.string(),
    wijk: z.string(),
    vormId: z.string(),
    data: z.array(dateSchema),
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
    antwoord: answerSchema.optional(),
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
    ...(stored.failure === undefined ? {} : { fout: stored.failure }),
    ...(stored.remindedAt === undefined ? {} : { herinnerdOp: stored.remindedAt.toISOString() }),
    ...(stored.toldAt === undefined ? {} : { stilSinds: stored.toldAt.toISOString() }),
    ...(stored.withdrawnAt === undefined ? {} : { ingetrokkenOp: stored.withdrawnAt.toISOString() }),
    inReeks: stored.seriesId !== undefined,
    ...(stored.organisationId === undefined ? {} : { organisatieId: stored.organisationId }),
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
    ...(stored.answer !== undefined && { antwoord: toAnswer(stored.answer.answer, stored.answer.answeredAt) }),
  };
}

function toAnswer(answer: PartnerAnswer, answeredAt: Date): z.infer<typeof answerSchema> {
  return {
    antwoord: ANSWER[answer.kind],
    beantwoordOp: answeredAt.toISOString(),
    ...("date" in answer && { datum: { dag: answer.date.day, van: answer.date.from, tot: answer.date.until } }),
    ...(answer.kind === "decline" && { reden: answer.reason }),
    ...("remark" in answer && answer.remark !== undefined && { toelichting: answer.remark }),
  };
}
