import { z } from "zod";
import type { ReportView } from "../../tools/api-tools.js";
import { areaCodeSchema, momentSchema, monthSchema, teamCodeSchema } from "../common-schemas.js";

const reportSchema = z
  .object({
    maand: monthSchema,
    wijkCode: areaCodeSchema.optional().describe("Staat er alleen bij het rapport van een wijk."),
    teamCode: teamCodeSchema.optional().describe("Staat er alleen bij het rapport van een team."),
    gemaaktOp: momentSchema,
    status: z.enum(["concept", "vrijgegeven"]).describe("Een concept kan nog veranderen; wat is vrijgegeven niet."),
  })
  .meta({ id: "Themarapportregel" });

export const reportsSchema = z.object({ themarapporten: z.array(reportSchema) }).meta({ id: "Themarapporten" });

export function toReportLine(view: ReportView): z.infer<typeof reportSchema> {
  return {
    maand: view.month,
    ...(view.areaCode === undefined ? {} : { wijkCode: view.areaCode }),
    ...(view.teamCode === undefined ? {} : { teamCode: view.teamCode }),
    gemaaktOp: view.madeAt.toISOString(),
    status: view.isReleased ? "vrijgegeven" : "concept",
  };
}
