import type { Access, CodeOutcome, SetUpOutcome, SignInOutcome } from "@rode-draad/access";
import { type AuditAbout, type Audited, type AuditLog, recorded } from "@rode-draad/api";
import { actAs } from "@rode-draad/runtime";

const SIGN_IN: Audited = { action: "sign-in", subject: "account" };
const PASS_FIRST_STEP: Audited = { action: "pass-first-step", subject: "account" };
const USE_RECOVERY_CODE: Audited = { action: "use-recovery-code", subject: "account" };
const SIGN_OUT: Audited = { action: "sign-out", subject: "account" };
const CHANGE_ACCOUNT: Audited = { action: "change-account", subject: "account" };
const CHANGE_SECOND_FACTOR: Audited = { action: "change-second-factor", subject: "account" };

/**
 * Access that writes down who came in, who was kept out, who left, and who chose a password or set up an app for codes. Nobody gets a
 * session that is not written down. A try that failed is nobody's, and says which account was tried; a name that no account has is
 * never kept, since people type passwords there.
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
  /** Somebody showed who they are: in, or on to the next step. */
  const entered = async <Result extends Extract<SignInOutcome, { cookie: string }>>(outcome: Result): Promise<Result> =>
    await asAccount(outcome.accountId, "asks" in outcome ? PASS_FIRST_STEP : SIGN_IN, outcome);
  const keptOut = async <Result extends SignInOutcome | CodeOutcome | SetUpOutcome>(
    outcome: Result,
    wrong: "password-wrong" | "code-wrong",
  ): Promise<Result> =>
    await recorded(
      log,
      SIGN_IN,
      async () => outcome,
      (kept) => whyKeptOut(kept, wrong),
    );
  return {
    ...access,
    async signIn(given, before) {
      const outcome = await access.signIn(given, before);
      return "cookie" in outcome ? await entered(outcome) : await keptOut(outcome, "password-wrong");
    },
    async takeCode(request, given) {
      const outcome = await access.takeCode(request, given);
      if (!("cookie" in outcome)) return await keptOut(outcome, "code-wrong");
      if (outcome.usedRecoveryCode) await asAccount(outcome.accountId, USE_RECOVERY_CODE, outcome);
      return await entered(outcome);
    },
    async setUpApp(request, code) {
      const outcome = await access.setUpApp(request, code);
      if (!("cookie" in outcome)) return await keptOut(outcome, "code-wrong");
      await asAccount(outcome.accountId, CHANGE_SECOND_FACTOR, outcome);
      return await entered(outcome);
    },
    async admit(person, before) {
      // Who is refused has no account, or a closed one.
      const refused = (error: unknown): Promise<never> => recorded(log, SIGN_IN, () => Promise.reject(error));
      return await entered(await access.admit(person, before).catch(refused));
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

function whyKeptOut(outcome: SignInOutcome | CodeOutcome | SetUpOutcome, wrong: string): AuditAbout {
  const id = "accountId" in outcome && outcome.accountId !== undefined ? { id: outcome.accountId } : {};
  const error = "waitSeconds" in outcome ? "too-many-tries" : wrong;
  return { outcome: "refused", details: { error }, ...id };
}
