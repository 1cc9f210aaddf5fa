import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { noteParams, noteSchema, toNote } from "../note-schemas.js";

export const readCasusnotitie = defineRoute({
  method: "get",
  path: "/v1/casusnotities/{bronId}",
  action: "note:read",
  operationId: "casusnotitieLezen",
  audit: { action: "read-note", subject: "note" },
  tag: "Casusnotities",
  summary: "Lees wat wij uit een notitie hebben weggehaald",
  description:
    "Geeft per soort en per plek wat wij hebben weggelakt, of waarom wij de notitie tegenhouden. De tekst krijgt alleen wie haar schreef.",
  params: noteParams,
  query: nothing,
  responses: { 200: { description: "Hoe het met de notitie staat.", schema: noteSchema } },
  problems: [404],
  async handle({ params }, tools) {
    return { status: 200, body: toNote(await tools.readNote(params.bronId)) };
  },
});
