import type { Actor, MunicipalityId, ProfessionalId, Role, TeamCode } from "@rode-draad/domain";
import { ProductError } from "@rode-draad/domain";
import type { ExpressionBuilder, Selectable } from "kysely";
import type { Database } from "../database.js";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";
import { latestNow } from "./clocks.js";
import { endSessionsOf } from "./end-sessions.js";
import { endReportSubscription } from "./report-subscriptions.js";
import { deleteSecondFactor } from "./second-factor.js";

/** A person who may enter. */
export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teamCodes: readonly TeamCode[];
  readonly professionalId?: ProfessionalId;
  readonly isDisabled: boolean;
  readonly hasPassword: boolean;
}

/** A one-time link to set a password: the hash of its secret, and from when until when it works. */
export interface Invitation {
  readonly secretHash: string;
  readonly from: Date;
  readonly until: Date;
}

type NewAccount = Pick<Account, "id" | "login" | "name" | "roles" | "teamCodes" | "professionalId">;

/** Adds a local account. Throws `login-taken`. */
export async function addAccount(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  account: NewAccount & { readonly invitation: Invitation },
  now: Date,
): Promise<void> {
  const added = await db
    .insertInto("account")
    .values({
      municipality_id: municipalityId,
      ...fieldsOf(account),
      id: account.id,
      login: account.login,
      ...inviteColumns(account.invitation),
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "login"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (added === undefined) throw new ProductError("login-taken", "Deze inlognaam bestaat al. Kies een andere.");
}

/** The account that an outside provider vouches for, made or brought up to date. A disabled account stays disabled. */
export async function upsertOutsideAccount(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  account: NewAccount & { readonly issuer: string; readonly subject: string },
  now: Date,
): Promise<Account> {
  const row = await db
    .insertInto("account")
    .values({
      municipality_id: municipalityId,
      ...fieldsOf(account),
      id: account.id,
      login: account.login,
      issuer: account.issuer,
      subject: account.subject,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "issuer", "subject"]).doUpdateSet(fieldsOf(account)))
    .returningAll()
    .executeTakeFirstOrThrow();
  return toAccount(row);
}

/** By login, for signing in; with the password's hash. Undefined when there is none. */
export async function findAccountByLogin(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  login: string,
): Promise<(Account & { readonly passwordHash?: string }) | undefined> {
  const row = await db
    .selectFrom("account")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("login", "=", login)
    .executeTakeFirst();
  return row && { ...toAccount(row), ...(row.password_hash !== null && { passwordHash: row.password_hash }) };
}

/** By the secret of its invitation, as long as that works. */
export async function findInvitedAccount(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  secretHash: string,
  now: Date,
): Promise<Account | undefined> {
  const row = await db
    .selectFrom("account")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .where("invite_hash", "=", secretHash)
    .where(isInvited(now))
    .where("disabled_at", "is", null)
    .executeTakeFirst();
  return row && toAccount(row);
}

/** In order of login. */
export async function listAccounts(db: StoreDatabase, municipalityId: MunicipalityId): Promise<Account[]> {
  const rows = await db
    .selectFrom("account")
    .selectAll()
    .where("municipality_id", "=", municipalityId)
    .orderBy("login")
    .execute();
  return rows.map(toAccount);
}

/**
 * Uses an invitation up: sets the password and ends every session of the account. False when it does not work any more, also
 * for the second of two that come at once.
 */
export async function usePasswordInvitation(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  use: { readonly secretHash: string; readonly passwordHash: string },
  now: Date,
): Promise<boolean> {
  return await inTransaction(db, async (transaction) => {
    const used = await transaction
      .updateTable("account")
      .set({ password_hash: use.passwordHash, ...NO_INVITATION })
      .where("municipality_id", "=", municipalityId)
      .where("invite_hash", "=", use.secretHash)
      .where(isInvited(now))
      .where("disabled_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (used !== undefined) await endSessionsOf(transaction, municipalityId, used.id);
    return used !== undefined;
  });
}

/** A new invitation in place of an earlier one; gives the id of the account. Throws `account-unknown`, also for an account of an outside provider. */
export async function inviteAgain(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  login: string,
  invitation: Invitation,
): Promise<string> {
  const invited = await db
    .updateTable("account")
    .set(inviteColumns(invitation))
    .where("municipality_id", "=", municipalityId)
    .where("login", "=", login)
    .where("issuer", "is", null)
    .where("disabled_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  if (invited === undefined) throw accountUnknown();
  return invited.id;
}

/** Closes an account, ends its sessions at once and forgets its second factor and where it gets mail; gives its id. Throws `account-unknown`. */
export async function disableAccount(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  login: string,
  now: Date,
): Promise<string> {
  return await inTransaction(db, async (transaction) => {
    const closed = await transaction
      .updateTable("account")
      .set({ disabled_at: now, ...NO_INVITATION })
      .where("municipality_id", "=", municipalityId)
      .where("login", "=", login)
      .returning("id")
      .executeTakeFirst();
    if (closed === undefined) throw accountUnknown();
    await endSessionsOf(transaction, municipalityId, closed.id);
    await deleteSecondFactor(transaction, municipalityId, closed.id);
    await endReportSubscription(transaction, municipalityId, closed.id);
    return closed.id;
  });
}

/** What an account is as somebody who does something. */
export function actorOf(account: Account): Extract<Actor, { kind: "account" }> {
  const { id, name, roles, teamCodes, professionalId } = account;
  return { kind: "account", id, name, roles, teamCodes, ...(professionalId !== undefined && { professionalId }) };
}

const NO_INVITATION = { invite_hash: null, invite_from: null, invite_until: null } as const;

function inviteColumns({ secretHash, from, until }: Invitation) {
  return { invite_hash: secretHash, invite_from: from, invite_until: until };
}

/** Within its time, and not from a clock that ran ahead. Links from before that was kept have no first moment. */
function isInvited(now: Date) {
  return ({ and, or, eb }: ExpressionBuilder<Database, "account">) =>
    and([eb("invite_until", ">", now), or([eb("invite_from", "is", null), eb("invite_from", "<=", latestNow(now))])]);
}

function fieldsOf({ name, roles, teamCodes, professionalId }: NewAccount) {
  return { name, roles: [...roles], team_codes: [...teamCodes], professional_id: professionalId ?? null };
}

export function toAccount(row: Selectable<Database["account"]>): Account {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    roles: row.roles,
    teamCodes: row.team_codes,
    ...(row.professional_id !== null && { professionalId: row.professional_id }),
    isDisabled: row.disabled_at !== null,
    hasPassword: row.password_hash !== null,
  };
}

function accountUnknown(): ProductError {
  return new ProductError("account-unknown", "Deze inlognaam kennen wij niet. Zie rodedraad account list.");
}
