import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";
import { type Account, toAccount } from "./accounts.js";
import { latestNow } from "./clocks.js";
import { openSealedSecret, sealSecret } from "./second-factor.js";

/** A browser that is signed in, known by the hash of its secret. */
export interface Session {
  readonly idHash: string;
  readonly account: Account;
  readonly startedAt: Date;
  readonly seenAt: Date;
}

/** What is still to come before a session opens anything: a code, or setting up the app that counts from this secret. */
type Awaited = { readonly kind: "code" } | { readonly kind: "set-up"; readonly secret: string };

/** A session that opens nothing yet. */
export interface HalfSession {
  readonly account: Account;
  readonly awaits: Awaited;
}

export interface NewSession {
  readonly idHash: string;
  readonly accountId: string;
  readonly endsAt: Date;
  /** Hash of the session that the browser had. */
  readonly replaces?: string;
  readonly awaits?: Awaited;
}

/** Starts a session, ends the one that the browser had, and clears away what is over. */
export async function startSession(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  session: NewSession,
  now: Date,
): Promise<void> {
  const { awaits } = session;
  const secret =
    awaits?.kind === "set-up" ? sealSecret(db, municipalityId, session.accountId, awaits.secret) : undefined;
  await inTransaction(db, async (transaction) => {
    await transaction
      .deleteFrom("session")
      .where("municipality_id", "=", municipalityId)
      .where((over) => over.or([over("ends_at", "<=", now), over("id_hash", "=", session.replaces ?? "")]))
      .execute();
    await transaction
      .insertInto("session")
      .values({
        municipality_id: municipalityId,
        id_hash: session.idHash,
        account_id: session.accountId,
        started_at: now,
        seen_at: now,
        ends_at: session.endsAt,
        awaits: awaits?.kind ?? null,
        new_secret: secret?.text ?? null,
        new_secret_key: secret?.textKey ?? null,
      })
      .execute();
  });
}

/**
 * The session while it lasts: used since `idleSince`, not past its end, not from a clock that ran ahead, of an account that is not closed,
 * and with nothing to come.
 */
export async function readSession(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  idHash: string,
  { now, idleSince }: { readonly now: Date; readonly idleSince: Date },
): Promise<Session | undefined> {
  const row = await lasting(db, municipalityId, idHash, now)
    .where("session.seen_at", ">", idleSince)
    .where("session.awaits", "is", null)
    .executeTakeFirst();
  return row && { idHash, account: toAccount(row), startedAt: row.started_at, seenAt: row.seen_at };
}

/** The session while it lasts and something is still to come. */
export async function readHalfSession(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  idHash: string,
  now: Date,
): Promise<HalfSession | undefined> {
  const row = await lasting(db, municipalityId, idHash, now).where("session.awaits", "is not", null).executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.new_secret === null) return { account: toAccount(row), awaits: { kind: "code" } };
  const stored = { text: row.new_secret, textKey: row.new_secret_key };
  const secret = openSealedSecret(db, municipalityId, row.id, stored);
  return { account: toAccount(row), awaits: { kind: "set-up", secret } };
}

function lasting(db: StoreDatabase, municipalityId: MunicipalityId, idHash: string, now: Date) {
  return db
    .selectFrom("session")
    .innerJoin("account", (join) =>
      join
        .onRef("account.municipality_id", "=", "session.municipality_id")
        .onRef("account.id", "=", "session.account_id"),
    )
    .selectAll("account")
    .select(["session.started_at", "session.seen_at", "session.new_secret", "session.new_secret_key"])
    .where("session.municipality_id", "=", municipalityId)
    .where("session.id_hash", "=", idHash)
    .where("session.ends_at", ">", now)
    .where("session.started_at", "<=", latestNow(now))
    .where("session.seen_at", "<=", latestNow(now))
    .where("account.disabled_at", "is", null);
}

export async function markSessionSeen(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  idHash: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable("session")
    .set({ seen_at: now })
    .where("municipality_id", "=", municipalityId)
    .where("id_hash", "=", idHash)
    .execute();
}

/** Ending a session that is over already changes nothing. */
export async function endSession(db: StoreDatabase, municipalityId: MunicipalityId, idHash: string): Promise<void> {
  await db.deleteFrom("session").where("municipality_id", "=", municipalityId).where("id_hash", "=", idHash).execute();
}
