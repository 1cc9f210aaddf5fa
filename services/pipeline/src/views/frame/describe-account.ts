import { type AccessPolicy, type Actor, actorName } from "@rode-draad/domain";
import type { Team } from "@rode-draad/store";
import type { AccountView } from "@rode-draad/web";

/** Who somebody is here. */
export function describeAccount(
  actor: Actor,
  policy: AccessPolicy,
  {
    teams,
    secondStep,
  }: { readonly teams: readonly Team[]; readonly secondStep: AccountView["secondStep"] | undefined },
): AccountView {
  const nameOf = (code: string): string => teams.find((team) => team.code === code)?.name ?? code;
  return {
    name: actorName(actor),
    roles: actor.kind === "account" ? actor.roles : [],
    teams: actor.kind === "account" ? actor.teamCodes.map(nameOf) : [],
    reach: policy,
    ...(secondStep !== undefined && { secondStep }),
  };
}
