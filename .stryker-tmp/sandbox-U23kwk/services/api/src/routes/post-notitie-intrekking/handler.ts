import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { noteParams, noteSchema, toNote } from "../note-schemas.js";

export const postNotitieIntrekking = defineRoute({
  method: "post",
  path: "/v1/casusnotities/{bronId}/intrekking",
  action: "note:release",
  operationId: "casusnotitieIntrekken",
  audit: { action: "withdraw-note", subject: "note" },
  tag: "Casusnotities",
  summary: "Trek een notitie in die wij tegenhielden",
  description: "De notitie telt niet mee. Komt dezelfde tekst nog eens binnen, dan blijft zij ingetrokken.",
  params: noteParams,
  query: nothing,
  body: nothing,
  responses: { 200: { description: "De notitie is ingetrokken.", schema: noteSchema } },
  problems: [404, 409, 413, 415],
  async handle({ params }, tools) {
    return { status: 200, body: toNote(await tools.withdrawNote(params.bronId)) };
  },
});
