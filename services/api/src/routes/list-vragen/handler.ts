import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { noteParams } from "../note-schemas.js";
import { questionsSchema, toQuestion } from "./response.js";

export const listVragen = defineRoute({
  method: "get",
  path: "/v1/casusnotities/{bronId}/vragen",
  action: "note:read",
  operationId: "vragenLezen",
  audit: { action: "read-note-questions", subject: "note" },
  tag: "Correcties",
  summary: "Lees welke vragen in een notitie staan",
  description:
    "Geeft per vraag de plek in de notitie en het thema, zonder tekst. Met het id kun je de vraag verplaatsen. De lijst is leeg zolang wij de notitie nog lezen.",
  params: noteParams,
  query: nothing,
  responses: { 200: { description: "De vragen, in de volgorde van de notitie.", schema: questionsSchema } },
  problems: [404],
  async handle({ params }, tools) {
    const found = await tools.listQuestionsOfNote(params.bronId);
    return { status: 200, body: { vragen: found.questions.map(toQuestion) }, about: { id: found.noteId } };
  },
});
