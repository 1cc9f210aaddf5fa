import { z } from "zod";
import { clockTimeSchema, daySchema, idSchema, lineSchema } from "../common-schemas.js";

const LINE_CHARACTERS_MAX = 200;
/** Two dates are usual; more than four is no proposal. */
const DATES_MAX = 4;

const line = lineSchema(LINE_CHARACTERS_MAX);
const email = z.email("Dit is geen e-mailadres.").max(LINE_CHARACTERS_MAX);

export const bodySchema = z
  .strictObject({
    initiatiefId: idSchema,
    organisatieId: idSchema
      .optional()
      .describe("Een partner uit de partnerlijst van de gemeente. Soort, naam en adres volgen."),
    partnerId: idSchema.optional().describe("Een partner van het voorstel. Zonder keuze de eerste."),
    partnerEmail: email.optional().describe("Adres van de partner."),
    data: z
      .array(
        z
          .strictObject({ dag: daySchema, van: clockTimeSchema, tot: clockTimeSchema })
          .refine(({ van, tot }) => van < tot, { path: ["tot"], error: "De eindtijd ligt niet na de begintijd." }),
      )
      .min(1)
      .max(DATES_MAX)
      .describe("De dagen die je voorstelt."),
    locatie: line.describe("Waar het is."),
    contact: z
      .strictObject({ naam: line, functie: line, team: line, telefoon: line, email })
      .describe("Wie de partner kan bellen."),
    akkoordTeam: z.boolean().optional().describe("Ja als het team het heeft besproken. Nodig bij alleen-met-zorg."),
  })
  .meta({ id: "NieuwePartneraanvraag" });
