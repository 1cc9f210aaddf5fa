import { defineRoute } from "../../http/define-route.js";
import { nothing } from "../common-schemas.js";
import { partnerRequestSchema, toPartnerRequest } from "../list-partneraanvragen/response.js";
import { bodySchema } from "./request.js";

export const postPartneraanvraag = defineRoute({
  method: "post",
  path: "/v1/partneraanvragen",
  action: "partners:ask",
  operationId: "partnerVragen",
  audit: { action: "request-partner", subject: "partner-request" },
  tag: "Partneraanvragen",
  summary: "Vraag een partner om mee te doen",
  description:
    "Maakt een aanvraag en zet die klaar om te versturen. De woorden komen uit de catalogus. De partner krijgt niets uit een notitie.",
  params: nothing,
  query: nothing,
  body: bodySchema,
  responses: { 201: { description: "De aanvraag staat klaar.", schema: partnerRequestSchema } },
  problems: [404, 409, 413, 415],
  async handle({ body }, tools) {
    const request = await tools.requestPartner({
      initiativeId: body.initiatiefId,
      ...(body.organisatieId === undefined ? {} : { organisationId: body.organisatieId }),
      ...(body.partnerId === undefined ? {} : { partnerId: body.partnerId }),
      ...(body.partnerEmail === undefined ? {} : { partnerEmail: body.partnerEmail }),
      dates: body.data.map(({ dag, van, tot }) => ({ day: dag, from: van, until: tot })),
      location: body.locatie,
      contact: {
        name: body.contact.naam,
        role: body.contact.functie,
        team: body.contact.team,
        phone: body.contact.telefoon,
        email: body.contact.email,
      },
      careConfirmed: body.akkoordTeam === true,
    });
    return { status: 201, body: toPartnerRequest(request) };
  },
});
