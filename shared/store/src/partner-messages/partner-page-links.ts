import type { MunicipalityId } from "@rode-draad/domain";
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

/** The message behind a link that has not expired. Reading changes nothing. */
export async function readLinkedMessage(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  tokenHash: string,
  now: Date,
): Promise<(StoredPartnerMessage & { readonly expiresAt: Date }) | undefined> {
  const link = await db
    .selectFrom("partner_page_link")
    .select(["message_id", "expires_at"])
    .where("municipality_id", "=", municipalityId)
    .where("token_hash", "=", tokenHash)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  const stored = link && (await readPartnerMessage(db, municipalityId, link.message_id));
  return stored && { ...stored, expiresAt: link.expires_at };
}
