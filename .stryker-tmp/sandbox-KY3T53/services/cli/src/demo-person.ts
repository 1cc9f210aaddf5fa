import type { Actor, TeamCode } from "@rode-draad/domain";

/**
 * Who looks at the demo: somebody who may see all of it, without an account. Holds for a browser on this very machine only;
 * everybody else has to sign in, also in the demo.
 */
export function demoPerson(teamCodes: readonly TeamCode[]): Actor {
  return {
    kind: "account",
    id: "demo",
    name: "Sam Voorbeeld",
    roles: ["team-lead", "case-worker", "community-worker", "administrator", "data-protection-officer"],
    teamCodes,
  };
}
