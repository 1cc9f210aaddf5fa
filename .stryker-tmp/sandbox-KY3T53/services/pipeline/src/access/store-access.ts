import { randomUUID } from "node:crypto";
import type { AccessTools } from "@rode-draad/access";
import type { ProfessionalId } from "@rode-draad/domain";
import {
  actorOf,
  endSession,
  findAccountByLogin,
  findApiToken,
  findInvitedAccount,
  markSessionSeen,
  readSession,
  startSession,
  upsertOutsideAccount,
  usePasswordInvitation,
} from "@rode-draad/store";
import type { Product } from "../open-product.js";

/** Accounts, sessions and keys of this municipality, as access asks for them. */
export function storeAccess(
  { store: { db }, municipalityId }: Pick<Product, "store" | "municipalityId">,
  hashWorker: (ref: string) => ProfessionalId,
): AccessTools {
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
    upsertOutsideAccount({ workerRef, ...person }, now) {
      const id = randomUUID();
      const professionalId = workerRef === undefined ? {} : { professionalId: hashWorker(workerRef) };
      // Nobody signs in with this login, since the account has no password; it only has to be nobody else's.
      return upsertOutsideAccount(db, municipalityId, { ...person, ...professionalId, id, login: id }, now);
    },
    usePasswordInvitation: (use, now) => usePasswordInvitation(db, municipalityId, use, now),
  };
}
