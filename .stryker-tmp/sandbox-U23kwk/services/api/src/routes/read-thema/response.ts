import { z } from "zod";
import type { ThemeView } from "../../tools/api-tools.js";
import { idSchema, monthSchema } from "../common-schemas.js";
import { COLLECTIVE_WORDS, DIRECTION_WORDS } from "../words.js";

const bandSchema = z
  .object({
    label: z.string().describe("Het bereik in woorden, zoals 15 tot 24."),
    min: z.int(),
    max: z.int().nullable().describe("Leeg als er geen bovengrens is."),
  })
  .describe("Een bereik. Exacte aantallen geven wij niet.")
  .meta({ id: "Bereik" });

const wordsSchema = z.array(z.string());

export const themeSchema = z
  .object({
    id: idSchema,
    naam: z.string(),
    omschrijving: z.string(),
    herkomst: z.enum(["catalogus", "nieuw"]).describe("Uit de catalogus, of gevonden in de notities."),
    samenAanbod: z.enum(Object.values(COLLECTIVE_WORDS)).describe("Of je dit thema samen kunt aanpakken."),
    specialistenroute: z.string().optional().describe("Waar je heen gaat bij een thema dat nooit samen kan."),
    cijfers: z
      .object({
        vanafMaand: monthSchema,
        totEnMetMaand: monthSchema,
        nu: bandSchema,
        eerder: z
          .union([bandSchema, z.object({ reden: z.string() })])
          .describe("Het bereik van de periode ervoor, of waarom wij dat niet tonen."),
        richting: z.enum(Object.values(DIRECTION_WORDS)),
        knopen: z
          .array(z.object({ id: idSchema, naam: z.string() }))
          .describe(
            "Thema's die in de gemeente vaker met dit thema samen voorkomen dan je zou verwachten. Zonder aantal.",
          ),
      })
      .optional()
      .describe("Uit het laatste rapport van de gemeente. Staat er niet als het aantal te klein is."),
    waaromSamen: z
      .object({
        woorden: wordsSchema.describe("Woorden die de doorslag gaven, de sterkste eerst."),
        kenmerkend: wordsSchema.describe("Woorden van vragen die hier zeker horen."),
        twijfel: wordsSchema.describe("Woorden van vragen die er net bij horen."),
        verwant: z
          .object({ id: idSchema, naam: z.string(), verschil: wordsSchema })
          .optional()
          .describe("Het thema dat hier het meest op lijkt, en de woorden die het verschil maken."),
      })
      .optional()
      .describe("Alleen bij één thema dat in het laatste rapport staat. Elk woord komt van minstens 3 huishoudens."),
  })
  .meta({ id: "Thema" });

export function toTheme(view: ThemeView): z.infer<typeof themeSchema> {
  return {
    id: view.id,
    naam: view.name,
    omschrijving: view.description,
    herkomst: view.origin === "catalogue" ? "catalogus" : "nieuw",
    samenAanbod: COLLECTIVE_WORDS[view.collective],
    ...(view.specialistRoute === undefined ? {} : { specialistenroute: view.specialistRoute }),
    ...(view.published === undefined ? {} : { cijfers: toFigures(view.published) }),
    ...(view.reasons === undefined ? {} : { waaromSamen: toReasons(view.reasons) }),
  };
}

function toReasons({ words, typical, doubtful, nearest }: NonNullable<ThemeView["reasons"]>) {
  return {
    woorden: [...words],
    kenmerkend: [...typical],
    twijfel: [...doubtful],
    ...(nearest && { verwant: { id: nearest.id, naam: nearest.name, verschil: [...nearest.words] } }),
  };
}

function toFigures(published: NonNullable<ThemeView["published"]>): z.infer<typeof themeSchema>["cijfers"] {
  const { earlier } = published;
  return {
    vanafMaand: published.from,
    totEnMetMaand: published.to,
    nu: published.now,
    eerder: "band" in earlier ? earlier.band : { reden: earlier.reason },
    richting: DIRECTION_WORDS[published.direction],
    knopen: published.knots.map(({ id, name }) => ({ id, naam: name })),
  };
}
