import type { Actor, TokenScope } from "@rode-draad/domain";
import type { OutsidePerson } from "./outside-provider.js";

/** What is known of an account when somebody signs in. */
export interface KnownAccount {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly isDisabled: boolean;
  readonly passwordHash?: string;
}

/** What access needs of the store. Each function is about one municipality; none gives a secret back, only takes its hash. */
export interface AccessTools {
  findAccountByLogin(login: string): Promise<KnownAccount | undefined>;
  startSession(
    session: { readonly idHash: string; readonly accountId: string; readonly endsAt: Date; readonly replaces?: string },
    now: Date,
  ): Promise<void>;
  /** The session while it lasts, of an account that is not closed. */
  readSession(
    idHash: string,
    at: { readonly now: Date; readonly idleSince: Date },
  ): Promise<{ readonly actor: Actor; readonly seenAt: Date } | undefined>;
  markSessionSeen(idHash: string, now: Date): Promise<void>;
  endSession(idHash: string): Promise<void>;
  findApiToken(
    secretHash: string,
  ): Promise<{ readonly id: string; readonly scopes: readonly TokenScope[] } | undefined>;
  findInvitedAccount(secretHash: string, now: Date): Promise<KnownAccount | undefined>;
  /** Makes or renews the account of somebody whom an outside provider vouches for. */
  upsertOutsideAccount(person: OutsidePerson, now: Date): Promise<Pick<KnownAccount, "id" | "isDisabled">>;
  usePasswordInvitation(
    use: { readonly secretHash: string; readonly passwordHash: string },
    now: Date,
  ): Promise<boolean>;
}
