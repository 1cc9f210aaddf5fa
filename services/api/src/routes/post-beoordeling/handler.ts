import type { ProposalState } from "@rode-draad/domain";
import { defineRoute } from "../../http/define-route.js";
import { bodyError, type InputError, invalidInput, Problem } from "../../http/problem.js";
import { cleanText } from "../clean-text.js";
import { nothing } from "../common-schemas.js";
import { bodySchema, paramsSchema } from "./request.js";
import { reviewSchema, toReview } from "./response.js";

const STATE_OF_DECISION = { oppakken: "picked-up", later: "later", "niet-doen": "refused" } as const;

export const postBeoordeling = defineRoute({
  method: "post",
  path: "/v1/voorstellen/{voorstelId}/beoordelingen",
  action: "proposals:decide",
  operationId: "voorstelBeoordelen",
  audit: { action: "review-proposal", subject: "proposal" },
  tag: "Voorstellen",
  summary: "Pak een voorstel op, bewaar het voor later, of doe het niet",
  description:
    "Jij beslist. Bij niet-doen kies je een vaste reden. Een voorstel dat alleen met zorg kan, pak je pas op als het team het heeft besproken.",
  params: paramsSchema,
  query: nothing,
  body: bodySchema,
  responses: { 201: { description: "Het besluit is bewaard.", schema: reviewSchema } },
  problems: [404, 409, 413, 415],
  async handle({ params, body }, tools) {
    const proposal = await tools.readProposal(params.voorstelId);
    if (proposal === undefined) throw proposalUnknown();
    const errors: InputError[] = [];
    if (body.besluit === "oppakken") errors.push(...careErrors(proposal.card.careNeeded, body.akkoordTeam));
    const remark = cleanText("/toelichting", body.toelichting, tools, errors);
    if (errors.length > 0) throw invalidInput(errors);
    refuseAfterRequest(proposal.card.state);
    const review = await tools.reviewProposal(params.voorstelId, {
      state: STATE_OF_DECISION[body.besluit],
      ...(body.reden === undefined ? {} : { reason: body.reden }),
      ...(remark === undefined ? {} : { remark }),
    });
    return { status: 201, body: toReview(review) };
  },
});

/** Rule: what can only be done with care needs an explicit yes of the team, every time somebody acts on it. */
export function careErrors(careNeeded: boolean, teamAgreed: boolean | undefined): InputError[] {
  if (!careNeeded || teamAgreed === true) return [];
  const detail = "Dit thema kan alleen met zorg. Bespreek het eerst in je team. Stuur daarna akkoordTeam: true.";
  return [bodyError("/akkoordTeam", "care-not-confirmed", detail)];
}

export function proposalUnknown(): Problem {
  return new Problem(404, "proposal-unknown", "Dit voorstel bestaat niet (meer).");
}

/** A request that went out cannot be taken back by a click; the person calls the partner first. */
function refuseAfterRequest(state: ProposalState): void {
  if (state !== "requested") return;
  throw new Problem(
    409,
    "already-requested",
    "Voor dit voorstel is al een aanvraag naar een partner gegaan. Bel de partner als je het wilt veranderen.",
  );
}
