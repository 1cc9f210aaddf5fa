import type { ProposalCard } from "@rode-draad/reports";
import { z } from "zod";
import { areaCodeSchema, idSchema } from "../common-schemas.js";
import { STATUS_WORD_LIST, STATUS_WORDS } from "../words.js";

export const proposalSchema = z
  .object({
    id: idSchema,
    titel: z.string().describe("Neutrale titel voor de uitnodiging."),
    vorm: z.string(),
    themas: z.array(z.object({ id: idSchema, naam: z.string() })),
    wijk: z.object({ code: areaCodeSchema, naam: z.string() }),
    waaromNu: z.string(),
    redenen: z.array(z.string()),
    regel: z.string().describe("De regel die dit voorstel maakte."),
    bereik: z.string().describe("Hoeveel huishoudens het ongeveer raakt, als bereik in woorden."),
    voorWie: z.string(),
    opkomst: z.string(),
    voorbereiding: z.string(),
    bespaart: z.string(),
    partners: z.array(z.string()),
    kanGroeienTot: z.array(z.string()),
    letOp: z.string(),
    alleenMetZorg: z.boolean().describe("Bespreek dit voorstel eerst in je team."),
    status: z.enum(STATUS_WORD_LIST),
  })
  .meta({ id: "Voorstel" });

export const proposalsSchema = z
  .object({
    voorstellen: z.array(proposalSchema),
    volgende: z.string().nullable().describe("Geef dit als `na` voor de volgende voorstellen. Leeg: er is niets meer."),
  })
  .meta({ id: "Voorstellen" });

export function toProposal(card: ProposalCard): z.infer<typeof proposalSchema> {
  return {
    id: card.id,
    titel: card.title,
    vorm: card.form,
    themas: card.themes.map(({ id, name }) => ({ id, naam: name })),
    wijk: { code: card.area.code, naam: card.area.name },
    waaromNu: card.whyNow,
    redenen: [...card.reasons],
    regel: card.rule,
    bereik: card.band,
    voorWie: card.forWhom,
    opkomst: card.turnout,
    voorbereiding: card.preparation,
    bespaart: card.saved,
    partners: [...card.partners],
    kanGroeienTot: [...card.growsInto],
    letOp: card.avoid,
    alleenMetZorg: card.careNeeded,
    status: STATUS_WORDS[card.state],
  };
}
