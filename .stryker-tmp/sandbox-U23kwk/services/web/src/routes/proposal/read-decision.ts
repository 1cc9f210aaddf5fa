import { ProductError, REFUSAL_REASONS, type RefusalReason } from "@rode-draad/domain";
import type { Decision } from "../../web-tools.js";
import { type DecisionErrors, type DecisionForm, REMARK_LENGTH_MAX } from "../proposals/cards.js";
import { readLine } from "../read-line.js";

type ReadDecision =
  | { readonly decision: Decision }
  /** What is missing, with what was filled in, to show the form again. */
  | { readonly errors: DecisionErrors; readonly form: DecisionForm };

/**
 * Reads a decision from a form, and says what is missing. Throws `decision-incomplete` when the form says no decision at
 * all: no button of ours sends that.
 */
export function readDecision(
  proposal: { readonly id: string; readonly careNeeded: boolean },
  body: Readonly<Record<string, unknown>>,
): ReadDecision {
  const proposalId = proposal.id;
  const form = {
    reason: readLine(body.reden, REMARK_LENGTH_MAX),
    remark: readLine(body.toelichting, REMARK_LENGTH_MAX),
  };
  if (body.besluit === "later") return { decision: { kind: "later", proposalId } };
  if (body.besluit === "oppakken") {
    const discussedInTeam = body.besproken === "ja";
    if (!proposal.careNeeded || discussedInTeam) return { decision: { kind: "pick-up", proposalId, discussedInTeam } };
    const besproken = "Dit thema kan alleen met zorg. Bespreek het eerst in je team en vink dat aan.";
    return { form, errors: { besproken } };
  }
  if (body.besluit !== "niet-doen") throw new ProductError("decision-incomplete", "Kies wat je wilt doen.");
  const { reason, remark } = form;
  if (!isRefusalReason(reason)) return { form, errors: { reden: "Kies een reden om dit niet te doen." } };
  return { decision: { kind: "refuse", proposalId, reason, ...(remark !== "" && { remark }) } };
}

function isRefusalReason(value: string): value is RefusalReason {
  return REFUSAL_REASONS.some((reason) => reason === value);
}
