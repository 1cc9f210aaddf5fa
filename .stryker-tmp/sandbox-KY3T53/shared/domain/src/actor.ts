import type { TeamCode } from "./ids.js";

/** Who somebody is in this product. One person may be several of these. */
export const ROLES = [
  "team-lead",
  "case-worker",
  "community-worker",
  "partner",
  "administrator",
  "data-protection-officer",
] as const;
export type Role = (typeof ROLES)[number];

/** What a token of a source system may do. */
export const TOKEN_SCOPES = ["notes:write", "reports:read"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** How far a worker sees, as municipalities set it: the own cases, those of the own team, or only what teams have in common. */
export const ACCESS_POLICIES = ["own-cases", "own-team", "team-figures"] as const;
export type AccessPolicy = (typeof ACCESS_POLICIES)[number];

/** Who does something. `id` never says more of a person than the account does; the log keeps kind and id only. */
export type Actor =
  | {
      readonly kind: "account";
      readonly id: string;
      readonly name: string;
      readonly roles: readonly Role[];
      readonly teamCodes: readonly TeamCode[];
      /** The reference under which this person's notes come in, hashed; absent: no note is theirs. */
      readonly professionalId?: string;
    }
  | { readonly kind: "token"; readonly id: string; readonly scopes: readonly TokenScope[] }
  | { readonly kind: "partner-link"; readonly id: string }
  /** A stage, a scheduled job or a command on the server itself. */
  | { readonly kind: "system"; readonly id: string };

/** What stands beside a decision: the name of a person, else what acted. */
export function actorName(actor: Actor): string {
  return actor.kind === "account" ? actor.name : actor.id;
}
