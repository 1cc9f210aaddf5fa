import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { stateOf } from "../words.js";
import { placeOf, querySchema, wordOfPlace } from "./request.js";
import { proposalsSchema, toProposal } from "./response.js";

export const listVoorstellen = defineRoute({
  method: "get",
  path: "/v1/voorstellen",
  action: "proposals:read",
  operationId: "voorstellenLezen",
  audit: { action: "list-proposals", subject: "proposal" },
  tag: "Voorstellen",
  summary: "Lees de voorstellen",
  description:
    "Geeft voorstellen voor aanbod voor veel mensen tegelijk. Het beste voorstel staat bovenaan. De lijst komt bladzijde voor bladzijde.",
  params: nothing,
  query: querySchema,
  responses: { 200: { description: "De voorstellen.", schema: proposalsSchema } },
  async handle({ query }, tools) {
    const { cards, next } = await tools.listProposals({
      limit: query.aantal,
      ...(query.na !== undefined && { after: placeOf(query.na) }),
      ...(query.status === undefined ? {} : { state: stateOf(query.status) }),
      ...(query.wijkCode === undefined ? {} : { areaCode: query.wijkCode }),
    });
    return {
      status: 200,
      body: { voorstellen: cards.map(toProposal), volgende: next === undefined ? null : wordOfPlace(next) },
    };
  },
});
