import { z } from "zod";
import type { ReportView } from "../../tools/api-tools.js";
import { momentSchema, monthSchema, teamCodeSchema } from "../common-schemas.js";

const reportSchema = z
  .object({
    maand: monthSchema,
    teamCode: teamCodeSchema.optional().describe("Staat er niet bij het rapport van de hele gemeente."),
    gemaaktOp: momentSchema,
  })
  .meta({ id: "Themarapportregel" });

export const reportsSchema = z.object({ themarapporten: z.array(reportSchema) }).meta({ id: "Themarapporten" });

export function toReportLine(view: ReportView): z.infer<typeof reportSchema> {
  return {
    maand: view.month,
    ...(view.teamCode === undefined ? {} : { teamCode: view.teamCode }),
    gemaaktOp: view.madeAt.toISOString(),
  };
}
