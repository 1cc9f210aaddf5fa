import type { Access, SignInOutcome } from "@rode-draad/access";
import { type AuditAbout, type Audited, type AuditLog, recorded } from "@rode-draad/api";
import { actAs } from "@rode-draad/runtime";

const SIGN_IN: Audited = { action: "sign-in", subject: "account" };
const SIGN_OUT: Audited = { action: "sign-out", subject: "account" };
const CHANGE_ACCOUNT: Audited = { action: "change-account", subject: "account" };

/**
 * Access that writes down who came in, who was kept out, who left and who chose a password. Nobody gets a session that is not written
 * down. A try that failed is nobody's, and says which account was tried; a name that no account has is never kept, since people
 * type passwords there.
 */
export function auditAccess(access: Access, log: Pick<AuditLog, "record">): Access {
  const asAccount = async <Result>(id: string, audited: Audited, result: Result): Promise<Result> =>
    await actAs({ kind: "account", id, name: "", roles: [], teamCodes: [] }, () =>
      recorded(
        log,
        audited,
        async () => result,
        () => ({ id }),
      ),
    );
  return {
    ...access,
    async signIn(given, before) {
      const outcome = await access.signIn(given, before);
      if ("cookie" in outcome) return await asAccount(outcome.accountId, SIGN_IN, outcome);
      return await recorded(log, SIGN_IN, async () => outcome, whyKeptOut);
    },
    async admit(person, before) {
      // Who is refused has no account, or a closed one.
      const refused = (error: unknown): Promise<never> => recorded(log, SIGN_IN, () => Promise.reject(error));
      const entered = await access.admit(person, before).catch(refused);
      return await asAccount(entered.accountId, SIGN_IN, entered);
    },
    async signOut(visitor) {
      const cookie = await access.signOut(visitor);
      const isSession = visitor?.sessionHash !== undefined;
      return isSession ? await asAccount(visitor.actor.id, SIGN_OUT, cookie) : cookie;
    },
    async setPassword(secret, password) {
      const account = await access.invited(secret);
      const weak = await access.setPassword(secret, password);
      return weak === undefined && account !== undefined ? await asAccount(account.id, CHANGE_ACCOUNT, weak) : weak;
    },
  };
}

function whyKeptOut(outcome: SignInOutcome): AuditAbout {
  if ("waitSeconds" in outcome) return { outcome: "refused", details: { error: "too-many-tries" } };
  const { accountId: id } = outcome;
  return { outcome: "refused", details: { error: "password-wrong" }, ...(id !== undefined && { id }) };
}
