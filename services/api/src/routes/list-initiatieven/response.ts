import {
  AGAIN_ANSWERS,
  ATTENDANCE_BANDS,
  hoursInTotal,
  type Initiative,
  ONWARD_ANSWERS,
  USEFUL_ANSWERS,
} from "@rode-draad/domain";
import { z } from "zod";
import { areaCodeSchema, clockTimeSchema, daySchema, idSchema, momentSchema } from "../common-schemas.js";
import { INITIATIVE_WORDS } from "../words.js";

export const evaluationFields = {
  geholpen: z.enum(USEFUL_ANSWERS).describe("Kregen bezoekers antwoord op hun vraag?"),
  zelfVerder: z.enum(ONWARD_ANSWERS).describe("Konden bezoekers daarna zelf verder?"),
  nogEens: z.enum(AGAIN_ANSWERS).describe("Zou je het nog eens doen?"),
};

export const attendanceSchema = z.enum(ATTENDANCE_BANDS).describe("Hoeveel mensen er waren, als bandbreedte.");

export const initiativeSchema = z
  .object({
    id: idSchema,
    voorstelId: idSchema,
    titel: z.string(),
    vorm: idSchema.describe("Id van de vorm."),
    wijkCode: areaCodeSchema,
    themas: z.array(idSchema),
    status: z.enum(Object.values(INITIATIVE_WORDS)).describe("Gestopt als het voorstel toch niet doorgaat, of later."),
    gestartOp: momentSchema,
    datum: z.object({ dag: daySchema, van: clockTimeSchema, tot: clockTimeSchema }).optional(),
    locatie: z.string().optional().describe("Waar het is: een openbare plek."),
    plaatsen: z.int().optional().describe("Hoeveel mensen er passen."),
    gehoudenOp: daySchema.optional(),
    opkomst: attendanceSchema.optional(),
    evaluatie: z
      .object({ ...evaluationFields, toelichting: z.string().optional() })
      .optional()
      .describe("Persoonsgegevens zijn in de toelichting weggelakt."),
    uren: z.number().optional().describe("Uren van alle collega's samen; nooit per collega."),
    vervolgOp: idSchema.optional().describe("Het initiatief waaruit dit groeide."),
  })
  .meta({ id: "Initiatief" });

export const initiativesSchema = z.object({ initiatieven: z.array(initiativeSchema) }).meta({ id: "Initiatieven" });

export function toInitiative(initiative: Initiative): z.infer<typeof initiativeSchema> {
  const { plan, evaluation, hours, heldOn, attendance, followUpOf } = initiative;
  const { date, place, capacity } = plan;
  return {
    id: initiative.id,
    voorstelId: initiative.proposalId,
    titel: initiative.title,
    vorm: initiative.formatId,
    wijkCode: initiative.areaCode,
    themas: [...initiative.themeIds],
    status: INITIATIVE_WORDS[initiative.state],
    gestartOp: initiative.createdAt.toISOString(),
    ...(date !== undefined && { datum: { dag: date.day, van: date.from, tot: date.until } }),
    ...(place !== undefined && { locatie: place }),
    ...(capacity !== undefined && { plaatsen: capacity }),
    ...(heldOn !== undefined && { gehoudenOp: heldOn }),
    ...(attendance !== undefined && { opkomst: attendance }),
    ...(evaluation !== undefined && {
      evaluatie: {
        geholpen: evaluation.useful,
        zelfVerder: evaluation.onward,
        nogEens: evaluation.again,
        ...(evaluation.line !== undefined && { toelichting: evaluation.line }),
      },
    }),
    ...(hours !== undefined && { uren: hoursInTotal(hours) }),
    ...(followUpOf !== undefined && { vervolgOp: followUpOf }),
  };
}
