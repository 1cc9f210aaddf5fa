import type { AreaCode, Proposal, Scope, TeamCode } from "@rode-draad/domain";

/** The municipality, one area or one team: what a report or a page is about. */
export type ScopePart =
  | { readonly kind: "municipality" }
  | { readonly kind: "area"; readonly code: AreaCode }
  | { readonly kind: "team"; readonly code: TeamCode };

/** The place of a part in counts, released cells and stored reports. */
export function placeOf(part: ScopePart): Scope {
  if (part.kind === "area") return { areaCode: part.code };
  return part.kind === "team" ? { teamCode: part.code } : {};
}

/** A proposal belongs to its area, to the teams behind it, and to the municipality. */
export function concerns(proposal: Pick<Proposal, "areaCode" | "teamCodes">, part: ScopePart): boolean {
  if (part.kind === "area") return proposal.areaCode === part.code;
  return part.kind === "municipality" || proposal.teamCodes.includes(part.code);
}
