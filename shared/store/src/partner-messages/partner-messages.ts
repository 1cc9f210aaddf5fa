import type { FailedTry, MunicipalityId, PartnerMessage } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { afterFailure, sentAt, waitingAgain } from "../outbox/delivery-columns.js";

/** A message to a partner and how far its delivery came. The row is the outbox: it stands here before anything is sent. */
export interface StoredPartnerMessage {
  readonly message: PartnerMessage;
  /** The request or standing evening that it is about. */
  readonly aboutId: string;
  readonly state: "waiting" | "sent" | "failed";
  readonly waitingSince: Date;
  readonly createdAt: Date;
  readonly failure?: string;
  readonly sentAt?: Date;
}

/** Puts a message in the outbox. False when one with this id is there already: it is sent once. */
export async function addPartnerMessage(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  aboutId: string,
  message: PartnerMessage,
  now: Date,
): Promise<boolean> {
  const added = await db
    .insertInto("partner_message")
    .values({
      municipality_id: municipalityId,
      id: message.id,
      about_id: aboutId,
      content: JSON.stringify(message),
      waiting_since: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "id"]).doNothing())
    .returning("id")
    .execute();
  return added.length === 1;
}

export async function readPartnerMessage(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  messageId: string,
): Promise<StoredPartnerMessage | undefined> {
  const row = await select(db, municipalityId).where("id", "=", messageId).executeTakeFirst();
  return row && toMessage(row);
}

/** The messages about these requests or evenings, the first one first. */
export async function listPartnerMessages(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  aboutIds: readonly string[],
): Promise<StoredPartnerMessage[]> {
  if (aboutIds.length === 0) return [];
  const rows = await select(db, municipalityId)
    .where("about_id", "in", aboutIds)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return rows.map(toMessage);
}

/** Messages of all municipalities whose next try has come, oldest first. */
export async function listWaitingMessages(
  db: StoreDatabase,
  dueAt: Date,
  limit = 100,
): Promise<{ readonly municipalityId: MunicipalityId; readonly messageId: string; readonly waitingSince: Date }[]> {
  const rows = await db
    .selectFrom("partner_message")
    .select(["municipality_id", "id", "waiting_since"])
    .where("state", "=", "waiting")
    .where(({ eb, or }) => or([eb("next_try_at", "is", null), eb("next_try_at", "<=", dueAt)]))
    .orderBy("created_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    municipalityId: row.municipality_id,
    messageId: row.id,
    waitingSince: row.waiting_since,
  }));
}

/** A later call does not change the moment. */
export async function markMessageSent(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  messageId: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable("partner_message")
    .set(sentAt(now))
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", messageId)
    .where("state", "<>", "sent")
    .execute();
}

export async function markMessageFailed(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  messageId: string,
  outcome: FailedTry,
): Promise<void> {
  await db
    .updateTable("partner_message")
    .set(afterFailure(outcome))
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", messageId)
    .where("state", "<>", "sent")
    .execute();
}

/** A message that failed waits again, for the address that its partner has now. False when it did not fail. */
export async function retryMessage(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  messageId: string,
  partnerEmail: string | undefined,
  now: Date,
): Promise<boolean> {
  const retried = await db
    .updateTable("partner_message")
    .set(waitingAgain(partnerEmail, now))
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", messageId)
    .where("state", "=", "failed")
    .returning("id")
    .execute();
  return retried.length === 1;
}

function select(db: StoreDatabase, municipalityId: MunicipalityId) {
  return db
    .selectFrom("partner_message")
    .select(["about_id", "content", "state", "waiting_since", "created_at", "failure", "sent_at"])
    .where("municipality_id", "=", municipalityId);
}

function toMessage(row: Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number]): StoredPartnerMessage {
  return {
    message: row.content,
    aboutId: row.about_id,
    state: row.state,
    waitingSince: row.waiting_since,
    createdAt: row.created_at,
    ...(row.failure !== null && { failure: row.failure }),
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
  };
}
