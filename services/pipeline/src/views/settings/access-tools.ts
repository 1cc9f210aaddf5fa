import { ProductError } from "@rode-draad/domain";
import { listAccounts, listApiTokens, listTeams } from "@rode-draad/store";
import type { SettingsTools } from "@rode-draad/web";
import { makeKey, revokeKey } from "../../access/keys.js";
import { closePerson, invitePerson, renewInvitation } from "../../access/people.js";
import { dutchDay } from "../../door/receive-notes.js";
import { refusable } from "../refusable.js";
import type { WebMeans } from "../web-means.js";

type AccessTools = Pick<
  SettingsTools,
  "listKeys" | "makeKey" | "revokeKey" | "listPeople" | "invitePerson" | "renewInvitation" | "closePerson"
>;

/** Who may enter: people and source systems. */
export function accessTools({ product, actor, address }: WebMeans): AccessTools {
  const { store, municipalityId } = product;
  return {
    async listKeys() {
      const keys = await listApiTokens(store.db, municipalityId);
      return keys.map(({ id, name, scopes, createdAt, revokedAt }) => ({
        id,
        name,
        scopes,
        since: dutchDay(createdAt),
        ...(revokedAt !== undefined && { revokedOn: dutchDay(revokedAt) }),
      }));
    },
    makeKey: async (key) => ({ secret: await makeKey(product, key) }),
    revokeKey: (id) =>
      refusable(async () => {
        await revokeKey(product, id);
        return {};
      }),

    async listPeople() {
      const [accounts, teams] = await Promise.all([
        listAccounts(store.db, municipalityId),
        listTeams(store.db, municipalityId),
      ]);
      const nameOf = new Map(teams.map(({ code, name }) => [code, name]));
      return accounts.map(({ id, login, name, roles, teamCodes, isDisabled, hasPassword }) => ({
        login,
        name,
        roles,
        teams: teamCodes.map((code) => nameOf.get(code) ?? code),
        state: isDisabled ? "closed" : hasPassword ? "works" : "invited",
        isYou: id === actor.id,
      }));
    },
    invitePerson: (person) => refusable(async () => ({ link: address + (await invitePerson(product, person)) })),
    renewInvitation: (login) => refusable(async () => ({ link: address + (await renewInvitation(product, login)) })),
    closePerson: (login) =>
      refusable(async () => {
        const own = (await listAccounts(store.db, municipalityId)).find(({ id }) => id === actor.id);
        if (own?.login === login) {
          throw new ProductError(
            "own-account",
            "Je kunt je eigen account niet sluiten. Vraag het een andere beheerder.",
          );
        }
        await closePerson(product, login);
        return {};
      }),
  };
}
