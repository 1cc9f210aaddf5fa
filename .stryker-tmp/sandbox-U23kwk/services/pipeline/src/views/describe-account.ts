import { type AccessPolicy, type Actor, actorName, roleName } from "@rode-draad/domain";
import type { Team } from "@rode-draad/store";
import type { AccountView } from "@rode-draad/web";

/** How far the policy of a municipality lets people see, in words. */
const REACH: Readonly<Record<AccessPolicy, string>> = {
  "own-cases": "Cijfers van je eigen team, de wijken en de gemeente. Notities alleen van jezelf.",
  "own-team": "Cijfers en notities van je eigen team. Cijfers van de wijken en de gemeente.",
  "team-figures": "Cijfers van alle teams, de wijken en de gemeente. Geen notities.",
};

/** Who somebody is here, in words. */
export function describeAccount(actor: Actor, policy: AccessPolicy, teams: readonly Team[]): AccountView {
  const nameOf = (code: string): string => teams.find((team) => team.code === code)?.name ?? code;
  return {
    name: actorName(actor),
    roles: actor.kind === "account" ? actor.roles.map(roleName) : [],
    teams: actor.kind === "account" ? actor.teamCodes.map(nameOf) : [],
    reach: REACH[policy],
  };
}
