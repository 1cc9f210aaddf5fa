import type { LinkPurpose, MunicipalityId, PartnerAnswer, PartnerRequest } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** What a link is bound to, and the hash of its token: the token itself never comes here. */
export interface LinkKey {
  readonly municipalityId: MunicipalityId;
  readonly purpose: LinkPurpose;
  readonly tokenHash: string;
}

/** What stands behind a link that still works or worked. */
export interface LinkedRequest {
  readonly requestId: string;
  readonly request: PartnerRequest;
  /** When the link stops to work. */
  readonly expiresAt: Date;
  readonly answer?: PartnerAnswer;
}

/**
 * Keeps the link of a request. Keeping it again, as a letter that is tried twice does, replaces an unused link and leaves a
 * used one as it is.
 */
export async function keepPartnerLink(
  db: StoreDatabase,
  link: LinkKey & { readonly requestId: string; readonly issuedAt: Date; readonly expiresAt: Date },
): Promise<void> {
  await db
    .insertInto("partner_link")
    .values({
      municipality_id: link.municipalityId,
      purpose: link.purpose,
      request_id: link.requestId,
      token_hash: link.tokenHash,
      issued_at: link.issuedAt,
      expires_at: link.expiresAt,
      used_at: null,
      answer: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "purpose", "request_id"])
        .doUpdateSet({ token_hash: link.tokenHash, issued_at: link.issuedAt, expires_at: link.expiresAt })
        .where("partner_link.used_at", "is", null),
    )
    .execute();
}

/** The request behind a link that has not expired; undefined for every other link. Reading changes nothing. */
export async function readLinkedRequest(
  db: StoreDatabase,
  key: LinkKey,
  now: Date,
): Promise<LinkedRequest | undefined> {
  const row = await db
    .selectFrom("partner_link as link")
    .innerJoin("partner_request as request", (join) =>
      join.onRef("request.municipality_id", "=", "link.municipality_id").onRef("request.id", "=", "link.request_id"),
    )
    .select(["request.id", "request.content", "link.answer", "link.expires_at"])
    .where("link.municipality_id", "=", key.municipalityId)
    .where("link.purpose", "=", key.purpose)
    .where("link.token_hash", "=", key.tokenHash)
    .where("link.expires_at", ">", now)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { id: requestId, content: request, expires_at: expiresAt, answer } = row;
  return { requestId, request, expiresAt, ...(answer !== null && { answer }) };
}

/**
 * Uses a link: keeps the answer to one request and closes the link of that request in one statement, so that of many at the
 * same moment exactly one succeeds. The link of one part of a series answers the others too, since one partner has them all;
 * each part is answered once. False when the link is unknown here, has expired or is for something else, and when the
 * request is not behind it, has expired, was withdrawn or was answered.
 */
export async function answerThroughLink(
  db: StoreDatabase,
  key: LinkKey,
  { requestId, answer }: { readonly requestId: string; readonly answer: PartnerAnswer },
  now: Date,
): Promise<boolean> {
  const used = await db
    .updateTable("partner_link")
    .set({ used_at: now, answer: JSON.stringify(answer) })
    .where("municipality_id", "=", key.municipalityId)
    .where("purpose", "=", key.purpose)
    .where("request_id", "=", requestId)
    .where("expires_at", ">", now)
    .where("used_at", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("partner_link as held")
          .innerJoin("partner_request as own", (join) =>
            join.onRef("own.municipality_id", "=", "held.municipality_id").onRef("own.id", "=", "held.request_id"),
          )
          .innerJoin("partner_request as asked", (join) =>
            join.onRef("asked.municipality_id", "=", "held.municipality_id").on("asked.id", "=", requestId),
          )
          .select("held.request_id")
          .where("held.municipality_id", "=", key.municipalityId)
          .where("held.purpose", "=", key.purpose)
          .where("held.token_hash", "=", key.tokenHash)
          .where("held.expires_at", ">", now)
          .where("asked.withdrawn_at", "is", null)
          .where(({ eb, or, ref }) =>
            or([eb("own.id", "=", ref("asked.id")), eb("own.series_id", "=", ref("asked.series_id"))]),
          ),
      ),
    )
    .returning("request_id")
    .execute();
  return used.length === 1;
}

/**
 * Gives a link another token, which ends the former one: for a reminder after the key of the installation was changed. It
 * expires when the former one would. False when the link was used or has expired, when there is none, and when its request was
 * withdrawn.
 */
export async function renewPartnerLink(
  db: StoreDatabase,
  key: LinkKey & { readonly requestId: string },
  now: Date,
): Promise<boolean> {
  const renewed = await db
    .updateTable("partner_link")
    .set({ token_hash: key.tokenHash })
    .where("municipality_id", "=", key.municipalityId)
    .where("purpose", "=", key.purpose)
    .where("request_id", "=", key.requestId)
    .where("expires_at", ">", now)
    .where("used_at", "is", null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("partner_request as request")
          .select("request.id")
          .whereRef("request.municipality_id", "=", "partner_link.municipality_id")
          .whereRef("request.id", "=", "partner_link.request_id")
          .where("request.withdrawn_at", "is", null),
      ),
    )
    .returning("request_id")
    .execute();
  return renewed.length === 1;
}
