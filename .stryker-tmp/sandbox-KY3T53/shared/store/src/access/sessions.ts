import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";
import { type Account, toAccount } from "./accounts.js";

/** A browser that is signed in, known by the hash of its secret. */
export interface Session {
  readonly idHash: string;
  readonly account: Account;
  readonly startedAt: Date;
  readonly seenAt: Date;
}

/** Starts a session, ends the one that the browser had, and clears away what is over. */
export async function startSession(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  session: { readonly idHash: string; readonly accountId: string; readonly endsAt: Date; readonly replaces?: string },
  now: Date,
): Promise<void> {
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
      })
      .execute();
  });
}

/** The session while it lasts: used since `idleSince`, not past its end, of an account that is not closed. */
export async function readSession(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  idHash: string,
  { now, idleSince }: { readonly now: Date; readonly idleSince: Date },
): Promise<Session | undefined> {
  const row = await db
    .selectFrom("session")
    .innerJoin("account", (join) =>
      join
        .onRef("account.municipality_id", "=", "session.municipality_id")
        .onRef("account.id", "=", "session.account_id"),
    )
    .selectAll("account")
    .select(["session.started_at", "session.seen_at"])
    .where("session.municipality_id", "=", municipalityId)
    .where("session.id_hash", "=", idHash)
    .where("session.ends_at", ">", now)
    .where("session.seen_at", ">", idleSince)
    .where("account.disabled_at", "is", null)
    .executeTakeFirst();
  return row && { idHash, account: toAccount(row), startedAt: row.started_at, seenAt: row.seen_at };
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
