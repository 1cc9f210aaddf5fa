import type { AccessTools } from "@rode-draad/access";
import {
  actorOf,
  endSession,
  findAccountByLogin,
  findApiToken,
  findInvitedAccount,
  markSessionSeen,
  readSession,
  startSession,
  usePasswordInvitation,
} from "@rode-draad/store";
import type { Product } from "../open-product.js";

/** Accounts, sessions and keys of this municipality, as access asks for them. */
export function storeAccess({ store: { db }, municipalityId }: Pick<Product, "store" | "municipalityId">): AccessTools {
  return {
    findAccountByLogin: (login) => findAccountByLogin(db, municipalityId, login),
    startSession: (session, now) => startSession(db, municipalityId, session, now),
    async readSession(idHash, at) {
      const session = await readSession(db, municipalityId, idHash, at);
      return session && { actor: actorOf(session.account), seenAt: session.seenAt };
    },
    markSessionSeen: (idHash, now) => markSessionSeen(db, municipalityId, idHash, now),
    endSession: (idHash) => endSession(db, municipalityId, idHash),
    findApiToken: (secretHash) => findApiToken(db, municipalityId, secretHash),
    findInvitedAccount: (secretHash, now) => findInvitedAccount(db, municipalityId, secretHash, now),
    usePasswordInvitation: (use, now) => usePasswordInvitation(db, municipalityId, use, now),
  };
}
