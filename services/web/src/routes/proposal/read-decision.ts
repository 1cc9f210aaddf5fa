import { REFUSAL_REASONS, type RefusalReason } from "@rode-draad/domain";
import { wordedError } from "../../messages/worded-error.js";
import type { Words } from "../../messages/words-of.js";
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
  t: Words,
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
    return { form, errors: { besproken: t("proposal.missing.care") } };
  }
  if (body.besluit !== "niet-doen") throw wordedError(t, "decision-incomplete");
  const { reason, remark } = form;
  if (!isRefusalReason(reason)) return { form, errors: { reden: t("proposal.missing.reason") } };
  return { decision: { kind: "refuse", proposalId, reason, ...(remark !== "" && { remark }) } };
}

function isRefusalReason(value: string): value is RefusalReason {
  return REFUSAL_REASONS.some((reason) => reason === value);
}
