import { randomUUID } from "node:crypto";
import type { AccessTools } from "@rode-draad/access";
import { type AuditAbout, type Audited, changed } from "@rode-draad/api";
import type { ProfessionalId } from "@rode-draad/domain";
import { actAs } from "@rode-draad/runtime";
import {
  actorOf,
  endSession,
  findAccountByLogin,
  findApiToken,
  findInvitedAccount,
  keepSecondFactor,
  listRecoveryHashes,
  markSessionSeen,
  readHalfSession,
  readSecondFactor,
  readSession,
  type StoreDatabase,
  startSession,
  upsertOutsideAccount,
  usePasswordInvitation,
  useRecoveryCode,
  useTimeStep,
} from "@rode-draad/store";
import type { Product } from "../open-product.js";

const about = (action: Audited["action"]): Audited => ({ action, subject: "account" });
const SIGN_IN = about("sign-in");
const PASS_FIRST_STEP = about("pass-first-step");
const USE_RECOVERY_CODE = about("use-recovery-code");
const SIGN_OUT = about("sign-out");
const CHANGE_ACCOUNT = about("change-account");
const CHANGE_SECOND_FACTOR = about("change-second-factor");

/**
 * Accounts, sessions and keys of this municipality, as access asks for them. Who came in or left, and who chose a password or set up an
 * app for codes, is written down with the change itself: nobody gets a session that is not in the log.
 */
export function storeAccess(
  { store: { db }, municipalityId, audit }: Pick<Product, "store" | "municipalityId" | "audit">,
  hashWorker: (ref: string) => ProfessionalId,
): AccessTools {
  /** A change that an account makes to itself. */
  const changedBy = <Result>(
    id: string,
    audited: Audited,
    work: (db: StoreDatabase) => Promise<Result>,
    more: (result: Result) => AuditAbout = () => ({}),
  ): Promise<Result> =>
    actAs({ kind: "account", id, name: "", roles: [], teamCodes: [] }, () =>
      changed({ db, audit }, audited, work, (result) => ({ id, ...more(result) })),
    );
  /** Somebody else was first. */
  const ifDone = (isDone: boolean): AuditAbout => (isDone ? {} : { outcome: "refused" });
  return {
    findAccountByLogin: (login) => findAccountByLogin(db, municipalityId, login),
    startSession: (session, now) =>
      changedBy(session.accountId, session.awaits === undefined ? SIGN_IN : PASS_FIRST_STEP, (within) =>
        startSession(within, municipalityId, session, now),
      ),
    async readSession(idHash, at) {
      const session = await readSession(db, municipalityId, idHash, at);
      return session && { actor: actorOf(session.account), seenAt: session.seenAt };
    },
    readHalfSession: (idHash, now) => readHalfSession(db, municipalityId, idHash, now),
    markSessionSeen: (idHash, now) => markSessionSeen(db, municipalityId, idHash, now),
    endSession: (idHash, accountId) =>
      changedBy(accountId, SIGN_OUT, (within) => endSession(within, municipalityId, idHash)),
    readSecondFactor: (accountId) => readSecondFactor(db, municipalityId, accountId),
    useTimeStep: (accountId, step) => useTimeStep(db, municipalityId, accountId, step),
    listRecoveryHashes: (accountId) => listRecoveryHashes(db, municipalityId, accountId),
    useRecoveryCode: (accountId, hash) =>
      changedBy(
        accountId,
        USE_RECOVERY_CODE,
        (within) => useRecoveryCode(within, municipalityId, accountId, hash),
        ifDone,
      ),
    keepSecondFactor: (factor, now) =>
      changedBy(
        factor.accountId,
        CHANGE_SECOND_FACTOR,
        (within) => keepSecondFactor(within, municipalityId, factor, now),
        ifDone,
      ),
    findApiToken: (secretHash) => findApiToken(db, municipalityId, secretHash),
    findInvitedAccount: (secretHash, now) => findInvitedAccount(db, municipalityId, secretHash, now),
    upsertOutsideAccount({ workerRef, ...person }, now) {
      const id = randomUUID();
      const professionalId = workerRef === undefined ? {} : { professionalId: hashWorker(workerRef) };
      // Nobody signs in with this login, since the account has no password; it only has to be nobody else's.
      return upsertOutsideAccount(db, municipalityId, { ...person, ...professionalId, id, login: id }, now);
    },
    usePasswordInvitation: ({ accountId, ...use }, now) =>
      changedBy(accountId, CHANGE_ACCOUNT, (within) => usePasswordInvitation(within, municipalityId, use, now), ifDone),
  };
}
