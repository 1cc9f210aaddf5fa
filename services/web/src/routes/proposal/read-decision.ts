import { ProductError, REFUSAL_REASONS, type RefusalReason } from "@rode-draad/domain";
import type { Decision } from "../../web-tools.js";
import { REMARK_LENGTH_MAX } from "../proposals/cards.js";

/** Reads a decision from a form. Throws `decision-incomplete` with what is missing. */
export function readDecision(proposalId: string, body: Readonly<Record<string, unknown>>): Decision {
  if (body.besluit === "oppakken") return { kind: "pick-up", proposalId, discussedInTeam: body.besproken === "ja" };
  if (body.besluit === "later") return { kind: "later", proposalId };
  if (body.besluit !== "niet-doen") throw incomplete("Kies wat je wilt doen.");
  if (!isRefusalReason(body.reden)) throw incomplete("Kies een reden om dit niet te doen.");
  const remark = typeof body.toelichting === "string" ? body.toelichting.trim().slice(0, REMARK_LENGTH_MAX) : "";
  return { kind: "refuse", proposalId, reason: body.reden, ...(remark !== "" && { remark }) };
}

function isRefusalReason(value: unknown): value is RefusalReason {
  return REFUSAL_REASONS.some((reason) => reason === value);
}

function incomplete(message: string): ProductError {
  return new ProductError("decision-incomplete", message);
}
