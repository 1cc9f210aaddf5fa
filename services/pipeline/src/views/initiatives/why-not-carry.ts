import { type Actor, type Initiative, whyNotChange } from "@rode-draad/domain";

/** The sentence that says why this person may not act for the initiative; undefined when they may, or there is none. */
export function whyNotCarry(actor: Actor, initiative: Initiative | undefined): string | undefined {
  return initiative !== undefined && actor.kind === "account" ? whyNotChange(initiative, actor) : undefined;
}
