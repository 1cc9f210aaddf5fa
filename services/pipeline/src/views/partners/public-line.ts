import { HELD_BACK } from "@rode-draad/api";
import { type GateDecision, type IdentifierType, RawText } from "@rode-draad/domain";

/** What names a public place or an organisation, and what streets and buildings are called after. */
const PUBLIC: readonly IdentifierType[] = ["ADDRESS", "POSTCODE", "ORGANISATION", "PERSON"];

/**
 * Rule: the name of an organisation and a public place are kept as typed, since a masked place helps nobody to find it; a
 * number that identifies somebody, or a text that the gate holds back, must be written anew. Gives the sentence that says so.
 */
export function whyNotPublic(text: string, inspect: (text: RawText) => GateDecision): string | undefined {
  const decision = inspect(new RawText(text));
  const isPublic = decision.decision !== "quarantine" && decision.spans.every(({ type }) => PUBLIC.includes(type));
  return isPublic ? undefined : HELD_BACK;
}
