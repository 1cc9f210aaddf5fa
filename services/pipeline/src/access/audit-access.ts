import type { Access, CodeOutcome, SetUpOutcome, SignInOutcome } from "@rode-draad/access";
import { type AuditAbout, type Audited, type AuditLog, recorded } from "@rode-draad/api";

const SIGN_IN: Audited = { action: "sign-in", subject: "account" };

/**
 * Access that writes down who was kept out; who came in stands in the log already, with the session itself. A try that failed is
 * nobody's, and says which account was tried; a name that no account has is never kept, since people type passwords there.
 */
export function auditAccess(access: Access, log: Pick<AuditLog, "record">): Access {
  const told = async <Outcome extends SignInOutcome | CodeOutcome | SetUpOutcome>(
    outcome: Outcome,
    wrong: "password-wrong" | "code-wrong",
  ): Promise<Outcome> =>
    "cookie" in outcome
      ? outcome
      : await recorded(
          log,
          SIGN_IN,
          async () => outcome,
          () => whyKeptOut(outcome, wrong),
        );
  return {
    ...access,
    signIn: async (given, before) => await told(await access.signIn(given, before), "password-wrong"),
    takeCode: async (request, given) => await told(await access.takeCode(request, given), "code-wrong"),
    setUpApp: async (request, code) => await told(await access.setUpApp(request, code), "code-wrong"),
    // Who is refused has no account, or a closed one.
    admit: (person, before) =>
      access.admit(person, before).catch((error: unknown) => recorded(log, SIGN_IN, () => Promise.reject(error))),
  };
}

function whyKeptOut(outcome: SignInOutcome | CodeOutcome | SetUpOutcome, wrong: string): AuditAbout {
  const id = "accountId" in outcome && outcome.accountId !== undefined ? { id: outcome.accountId } : {};
  const error = "waitSeconds" in outcome ? "too-many-tries" : wrong;
  return { outcome: "refused", details: { error }, ...id };
}
