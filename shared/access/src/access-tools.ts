import type { Actor, Role, TokenScope } from "@rode-draad/domain";
import type { OutsidePerson } from "./outside-provider.js";

/** What is known of an account when somebody signs in. */
export interface KnownAccount {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly isDisabled: boolean;
  readonly passwordHash?: string;
}

/** What is still to come after the password: a code, or setting up the app that counts codes from this secret. */
export type Awaited = { readonly kind: "code" } | { readonly kind: "set-up"; readonly secret: string };

/** What access needs of the store. Each function is about one municipality; passwords and sessions come and go as hashes only. */
export interface AccessTools {
  findAccountByLogin(login: string): Promise<KnownAccount | undefined>;
  /** With `awaits` the session opens nothing yet. */
  startSession(
    session: {
      readonly idHash: string;
      readonly accountId: string;
      readonly endsAt: Date;
      readonly replaces?: string;
      readonly awaits?: Awaited;
    },
    now: Date,
  ): Promise<void>;
  /** The session while it lasts, of an account that is not closed. */
  readSession(
    idHash: string,
    at: { readonly now: Date; readonly idleSince: Date },
  ): Promise<{ readonly actor: Actor; readonly seenAt: Date } | undefined>;
  readHalfSession(
    idHash: string,
    now: Date,
  ): Promise<{ readonly account: KnownAccount; readonly awaits: Awaited } | undefined>;
  markSessionSeen(idHash: string, now: Date): Promise<void>;
  endSession(idHash: string, accountId: string): Promise<void>;
  /** What codes are counted from; undefined for an account without a second factor. */
  readSecondFactor(accountId: string): Promise<{ readonly secret: string } | undefined>;
  /** Takes the code of a half minute; false when one of that time or later was taken before. */
  useTimeStep(accountId: string, step: number): Promise<boolean>;
  listRecoveryHashes(accountId: string): Promise<readonly string[]>;
  /** False when it was used before. */
  useRecoveryCode(accountId: string, hash: string): Promise<boolean>;
  /** Uses up the session in which it was set up, and ends all others of the account. False when that session is over. */
  keepSecondFactor(
    factor: {
      readonly accountId: string;
      readonly secret: string;
      readonly lastStep: number;
      readonly recoveryHashes: readonly string[];
      readonly setUpIn: string;
    },
    now: Date,
  ): Promise<boolean>;
  findApiToken(
    secretHash: string,
  ): Promise<{ readonly id: string; readonly scopes: readonly TokenScope[] } | undefined>;
  findInvitedAccount(secretHash: string, now: Date): Promise<KnownAccount | undefined>;
  /** Makes or renews the account of somebody whom an outside provider vouches for. */
  upsertOutsideAccount(person: OutsidePerson, now: Date): Promise<Pick<KnownAccount, "id" | "isDisabled">>;
  usePasswordInvitation(
    use: { readonly secretHash: string; readonly passwordHash: string; readonly accountId: string },
    now: Date,
  ): Promise<boolean>;
}
