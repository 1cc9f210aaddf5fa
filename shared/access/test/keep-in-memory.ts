import type { Actor, TokenScope } from "@rode-draad/domain";
import type { AccessTools, KnownAccount } from "../src/access-tools.js";
import type { OutsidePerson } from "../src/outside-provider.js";

type StartedSession = Parameters<AccessTools["startSession"]>[0];

/** What access asked to be kept, to be looked at by a test. The rules about it are those of the store: end, idle time, closed accounts. */
export interface Memory {
  readonly tools: AccessTools;
  readonly accounts: (KnownAccount & { invitation?: { secretHash: string; until: Date } })[];
  readonly sessions: Map<string, StartedSession & { seenAt: Date }>;
  readonly tokens: Map<string, { readonly id: string; readonly scopes: readonly TokenScope[] }>;
  readonly people: OutsidePerson[];
}

export const actorOf = ({ id, name }: KnownAccount): Actor => ({
  kind: "account",
  id,
  name,
  roles: ["case-worker"],
  teamCodes: [],
});

/** Keeps accounts, sessions and keys in this process, so that the rules of access are tested in milliseconds. */
export function keepInMemory(...accounts: Memory["accounts"]): Memory {
  const memory = { accounts, sessions: new Map(), tokens: new Map(), people: [] } as Omit<Memory, "tools">;
  const { sessions, tokens, people } = memory;
  const invited = (secretHash: string, now: Date) =>
    accounts.find(({ invitation }) => invitation?.secretHash === secretHash && invitation.until > now);
  return {
    ...memory,
    tools: {
      findAccountByLogin: async (login) => accounts.find((account) => account.login === login),
      async startSession(session, now) {
        if (session.replaces !== undefined) sessions.delete(session.replaces);
        sessions.set(session.idHash, { ...session, seenAt: now });
      },
      async readSession(idHash, { now, idleSince }) {
        const session = sessions.get(idHash);
        const account = accounts.find(({ id }) => id === session?.accountId);
        if (session === undefined || account === undefined || account.isDisabled) return undefined;
        const lasts = session.endsAt > now && session.seenAt > idleSince;
        return lasts ? { actor: actorOf(account), seenAt: session.seenAt } : undefined;
      },
      async markSessionSeen(idHash, now) {
        const session = sessions.get(idHash);
        if (session !== undefined) session.seenAt = now;
      },
      endSession: async (idHash) => void sessions.delete(idHash),
      findApiToken: async (secretHash) => tokens.get(secretHash),
      findInvitedAccount: async (secretHash, now) => invited(secretHash, now),
      async upsertOutsideAccount(person) {
        people.push(person);
        const known = accounts.find(({ id }) => id === person.subject);
        return known ?? { id: person.subject, isDisabled: false };
      },
      async usePasswordInvitation({ secretHash, passwordHash }, now) {
        const account = invited(secretHash, now);
        if (account === undefined) return false;
        accounts.splice(accounts.indexOf(account), 1, {
          ...account,
          passwordHash,
          invitation: { secretHash: "", until: now },
        });
        return true;
      },
    },
  };
}
