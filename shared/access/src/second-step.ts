import { ProductError } from "@rode-draad/domain";
import type { AccessTools, Awaited, KnownAccount } from "./access-tools.js";
import { openCodeDelay } from "./limits.js";
import type { ArrivedRequest, AskedMore, Entered } from "./open-access.js";
import { findRecoveryCode, hashRecoveryCodes, newRecoveryCodes } from "./recovery-codes.js";
import type { Sessions } from "./sessions.js";
import { findTimeStep, newTimeSecret } from "./time-codes.js";

type Refused = { readonly refused: true; readonly accountId: string };
type Wait = { readonly waitSeconds: number; readonly accountId: string };

/** In, or on to setting up an app. `usedRecoveryCode`: it was one of the codes on paper. */
export type CodeOutcome = ((Entered | AskedMore) & { readonly usedRecoveryCode: boolean }) | Refused | Wait;

/** `recoveryCodes` are shown now and never again. */
export type SetUpOutcome = (Entered & { readonly recoveryCodes: readonly string[] }) | Refused | Wait;

/** The second step of signing in: a code of the app that was set up, or setting one up. */
export interface SecondStep {
  /** Who is half way in, and what is still to come; undefined for who is not, or took too long. */
  halfwayOf(request: ArrivedRequest): Promise<{ readonly login: string; readonly awaits: Awaited } | undefined>;
  /** A code of the app, or one of the recovery codes. `isSettingUp`: goes on to setting up another app. Throws `not-signed-in` when it took too long. */
  takeCode(
    request: ArrivedRequest,
    given: { readonly code: string; readonly isSettingUp: boolean },
  ): Promise<CodeOutcome>;
  /** The first code of a new app proves that it counts well; from then on it is asked for. Throws `not-signed-in` when it took too long. */
  setUpApp(request: ArrivedRequest, code: string): Promise<SetUpOutcome>;
}

export function openSecondStep(tools: AccessTools, clock: () => Date, sessions: Sessions): SecondStep {
  const delay = openCodeDelay();

  /** What was typed is used up when it is right, so that it works once. */
  async function useUp({ id }: KnownAccount, code: string): Promise<"app" | "recovery" | undefined> {
    const factor = await tools.readSecondFactor(id);
    const step = factor && findTimeStep(factor.secret, digitsOf(code), clock());
    if (step !== undefined) return (await tools.useTimeStep(id, step)) ? "app" : undefined;
    const hash = await findRecoveryCode(code, await tools.listRecoveryHashes(id));
    return hash !== undefined && (await tools.useRecoveryCode(id, hash)) ? "recovery" : undefined;
  }

  return {
    async halfwayOf(request) {
      const half = await sessions.readHalf(request);
      return half && { login: half.account.login, awaits: half.awaits };
    },
    async takeCode(request, { code, isSettingUp }) {
      const half = await sessions.readHalf(request);
      if (half?.awaits.kind !== "code") throw tookTooLong();
      const { account, sessionHash } = half;
      const waitSeconds = await delay.take(account.id);
      if (waitSeconds !== undefined) return { waitSeconds, accountId: account.id };
      const how = await useUp(account, code);
      if (how === undefined) return { refused: true, accountId: account.id };
      await delay.forgive(account.id);
      const next = isSettingUp
        ? await askSetUp(sessions, account.id, sessionHash)
        : { cookie: await sessions.start(account.id, { replaces: sessionHash }), accountId: account.id };
      return { ...next, usedRecoveryCode: how === "recovery" };
    },
    async setUpApp(request, code) {
      const half = await sessions.readHalf(request);
      if (half?.awaits.kind !== "set-up") throw tookTooLong();
      const { account, sessionHash, awaits } = half;
      const waitSeconds = await delay.take(account.id);
      if (waitSeconds !== undefined) return { waitSeconds, accountId: account.id };
      const now = clock();
      const lastStep = findTimeStep(awaits.secret, digitsOf(code), now);
      if (lastStep === undefined) return { refused: true, accountId: account.id };
      await delay.forgive(account.id);
      const recoveryCodes = newRecoveryCodes();
      const recoveryHashes = await hashRecoveryCodes(recoveryCodes);
      const factor = { accountId: account.id, secret: awaits.secret, lastStep, recoveryHashes, setUpIn: sessionHash };
      // Of two at the same moment one uses the session up; the other's recovery codes would never have worked.
      if (!(await tools.keepSecondFactor(factor, now))) throw tookTooLong();
      return { cookie: await sessions.start(account.id, {}), accountId: account.id, recoveryCodes };
    },
  };
}

/** A session in which an app can be set up, with the secret that it will count from. */
export async function askSetUp(
  sessions: Sessions,
  accountId: string,
  replaces: string | undefined,
): Promise<AskedMore> {
  const awaits = { kind: "set-up", secret: newTimeSecret() } as const;
  return { cookie: await sessions.start(accountId, { replaces, awaits }), accountId, asks: "set-up" };
}

/** Apps show a code in two halves. */
function digitsOf(code: string): string {
  return code.replace(/\s/g, "");
}

function tookTooLong(): ProductError {
  return new ProductError("not-signed-in", "Dit duurde te lang. Meld je opnieuw aan.");
}
