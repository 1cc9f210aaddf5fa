import type { AgendaAnswer, MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";
import { readPartnerMessage, type StoredPartnerMessage } from "./partner-messages.js";

/** Keeps the hash of the link to a message's page; keeping it again, as a mail that is tried twice does, replaces it. */
export async function keepPageLink(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  link: { readonly messageId: string; readonly tokenHash: string; readonly issuedAt: Date; readonly expiresAt: Date },
): Promise<void> {
  const values = { token_hash: link.tokenHash, issued_at: link.issuedAt, expires_at: link.expiresAt };
  await db
    .insertInto("partner_page_link")
    .values({ municipality_id: municipalityId, message_id: link.messageId, ...values })
    .onConflict((conflict) => conflict.columns(["municipality_id", "message_id"]).doUpdateSet(values))
    .execute();
}

/** What a partner said to an agenda, and when. */
export interface StoredAgendaAnswer {
  readonly answer: AgendaAnswer;
  readonly answeredAt: Date;
}

/** The message behind a link that has not expired, with what was answered to it. Reading changes nothing. */
export async function readLinkedMessage(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  tokenHash: string,
  now: Date,
): Promise<(StoredPartnerMessage & { readonly expiresAt: Date; readonly answer?: StoredAgendaAnswer }) | undefined> {
  const link = await db
    .selectFrom("partner_page_link")
    .select(["message_id", "expires_at", "answer", "answered_at"])
    .where("municipality_id", "=", municipalityId)
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  const stored = link && (await readPartnerMessage(db, municipalityId, link.message_id));
  return stored && { ...stored, expiresAt: link.expires_at, ...answerOf(link) };
}

/**
 * Keeps what a partner says to an agenda, once: of many at the same moment exactly one succeeds. False when the link is unknown
 * here, has expired, or was answered.
 */
export async function answerAgendaThroughLink(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  { tokenHash, answer }: { readonly tokenHash: string; readonly answer: AgendaAnswer },
  now: Date,
): Promise<boolean> {
  const answered = await db
    .updateTable("partner_page_link")
    .set({ answered_at: now, answer: JSON.stringify(answer) })
    .where("municipality_id", "=", municipalityId)
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", now)
    .where("answered_at", "is", null)
    .returning("message_id")
    .execute();
  return answered.length === 1;
}

/** What partners answered to these messages, by the id of the message. */
export async function listAgendaAnswers(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, StoredAgendaAnswer>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("partner_page_link")
    .select(["message_id", "answer", "answered_at"])
    .where("municipality_id", "=", municipalityId)
    .where("message_id", "in", messageIds)
    .execute();
  return new Map(
    rows.flatMap((row) => {
      const { answer } = answerOf(row);
      return answer === undefined ? [] : [[row.message_id, answer] as const];
    }),
  );
}

function answerOf(row: { readonly answer: AgendaAnswer | null; readonly answered_at: Date | null }) {
  return row.answer === null || row.answered_at === null
    ? {}
    : { answer: { answer: row.answer, answeredAt: row.answered_at } };
}
