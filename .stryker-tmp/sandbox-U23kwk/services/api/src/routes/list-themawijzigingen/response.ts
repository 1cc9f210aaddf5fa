import type { ThemeChangeKind } from "@rode-draad/domain";
import { z } from "zod";
import type { ThemeChangeView } from "../../tools/api-tools.js";
import { idSchema, momentSchema } from "../common-schemas.js";

const CHANGE_WORDS = {
  new: "nieuw",
  merged: "samengevoegd",
  split: "gesplitst",
  renamed: "hernoemd",
  retired: "geen-thema-meer",
  quiet: "stilgevallen",
  back: "terug",
  pinned: "vastgezet",
  asleep: "sluimert",
  woken: "gewekt",
  "question-moved": "vraag-verplaatst",
  undone: "ongedaan-gemaakt",
} as const satisfies Record<ThemeChangeKind, string>;

export const themeChangesSchema = z
  .object({
    themawijzigingen: z.array(
      z
        .object({
          soort: z.enum(Object.values(CHANGE_WORDS)),
          zin: z.string().describe("Wat er gebeurde, in één zin."),
          themaId: idSchema.nullable(),
          andereThemaId: idSchema.optional(),
          door: z.string().nullable().describe("Wie het deed. Leeg als het programma het deed."),
          reden: z.string().optional(),
          correctieId: idSchema.optional(),
          op: momentSchema,
        })
        .meta({ id: "Themawijziging" }),
    ),
  })
  .meta({ id: "Themawijzigingen" });

export function toThemeChange(change: ThemeChangeView): z.infer<typeof themeChangesSchema>["themawijzigingen"][number] {
  return {
    soort: CHANGE_WORDS[change.kind],
    zin: change.sentence,
    themaId: change.themeId === "" ? null : change.themeId,
    ...(change.otherId !== undefined && { andereThemaId: change.otherId }),
    door: change.who ?? null,
    ...(change.why !== undefined && { reden: change.why }),
    ...(change.correctionId !== undefined && { correctieId: change.correctionId }),
    op: change.at.toISOString(),
  };
}
