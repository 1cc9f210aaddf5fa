import { RawText } from "@rode-draad/domain";
import { z } from "zod";
import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { noteParams, noteSchema, stretchSchema, toNote } from "../note-schemas.js";

/** As long as the door lets a text be. */
const TEXT_CHARACTERS_MAX = 200_000;
/** More places than this in one note is a list of people. */
const STRETCHES_MAX = 200;

const bodySchema = z
  .strictObject({
    tekst: z
      .string()
      .min(1)
      .max(TEXT_CHARACTERS_MAX)
      .describe("Jouw eigen tekst. Wij hebben haar niet bewaard, dus stuur haar opnieuw."),
    aangepast: z
      .boolean()
      .default(false)
      .describe("Ja als je de tekst hebt veranderd. Anders moet zij gelijk zijn aan de tekst die wij tegenhielden."),
    geenPersoonsgegevens: z
      .array(stretchSchema)
      .max(STRETCHES_MAX)
      .default([])
      .describe("Plekken die volgens jou van niemand zijn. Een BSN of rekeningnummer lakken wij toch weg."),
    kenmerkenNagekeken: z
      .boolean()
      .default(false)
      .describe("Ja als je hebt gekeken en de kenmerken samen niemand aanwijzen."),
  })
  .meta({ id: "NotitieVrijgave" });

export const postNotitieVrijgave = defineRoute({
  method: "post",
  path: "/v1/casusnotities/{bronId}/vrijgave",
  action: "note:release",
  operationId: "casusnotitieVrijgeven",
  audit: { action: "release-note", subject: "note" },
  tag: "Casusnotities",
  summary: "Geef een notitie vrij die wij tegenhielden",
  description:
    "De tekst gaat opnieuw door de privacypoort. Houdt die haar weer tegen, dan is het antwoord 200 met de toestand quarantaine.",
  params: noteParams,
  query: nothing,
  body: bodySchema,
  responses: { 200: { description: "Hoe het nu met de notitie staat.", schema: noteSchema } },
  problems: [404, 409, 413, 415],
  async handle({ params, body }, tools) {
    const harmless = body.geenPersoonsgegevens.map(({ begin, einde }) => ({ start: begin, end: einde }));
    const view = await tools.releaseNote(params.bronId, {
      text: new RawText(body.tekst),
      textHash: tools.hashText(body.tekst),
      isEdited: body.aangepast,
      declared: { harmless, traitsPointAtNobody: body.kenmerkenNagekeken },
    });
    return { status: 200, body: toNote(view) };
  },
});
