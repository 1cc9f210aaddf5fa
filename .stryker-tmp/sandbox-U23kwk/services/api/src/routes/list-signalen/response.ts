import type { Explanation } from "@rode-draad/domain";
import { z } from "zod";
import type { SignalView } from "../../tools/api-tools.js";
import { areaCodeSchema, idSchema, monthSchema, teamCodeSchema } from "../common-schemas.js";
import { DIRECTION_WORDS } from "../words.js";

const signalSchema = z
  .object({
    id: idSchema,
    themaId: idSchema,
    thema: z.string(),
    soort: z.enum(["stijgt", "nieuw", "daalt", "terug"]),
    week: z.string().describe("ISO-week, als JJJJ-Www.").meta({ example: "2026-W43" }),
    maand: monthSchema,
    wijkCode: areaCodeSchema.optional(),
    teamCode: teamCodeSchema.optional(),
    verklaring: z
      .object({
        soort: z.enum(["seizoen", "regelwijziging", "geen"]),
        toelichting: z.string().optional(),
      })
      .describe("Wat de catalogus over de verandering zegt."),
  })
  .meta({ id: "Signaal" });

export const signalsSchema = z.object({ signalen: z.array(signalSchema) }).meta({ id: "Signalen" });

export function toSignal(view: SignalView): z.infer<typeof signalSchema> {
  return {
    id: view.id,
    themaId: view.themeId,
    thema: view.themeName,
    soort: DIRECTION_WORDS[view.kind],
    week: view.week,
    maand: view.month,
    ...(view.areaCode === undefined ? {} : { wijkCode: view.areaCode }),
    ...(view.teamCode === undefined ? {} : { teamCode: view.teamCode }),
    verklaring: toExplanation(view.explanation),
  };
}

function toExplanation(explanation: Explanation): z.infer<typeof signalSchema>["verklaring"] {
  if (explanation.kind === "unexplained") return { soort: "geen" };
  return { soort: explanation.kind === "season" ? "seizoen" : "regelwijziging", toelichting: explanation.note };
}
