import { type MunicipalityId, type PartnerAnswer, type PartnerRequest, ProductError } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { inTransaction } from "../transaction.js";

/** A request to a partner and how far its delivery came. The row is the outbox: it stands here before anything is sent. */
export interface StoredPartnerRequest {
  readonly request: PartnerRequest;
  readonly initiativeId: string;
  readonly state: "waiting" | "sent" | "failed";
  readonly attempts: number;
  readonly createdAt: Date;
  readonly sentAt?: Date;
  readonly answer?: StoredAnswer;
}

/** What the partner said through the link in the letter, and when. */
interface StoredAnswer {
  readonly answer: PartnerAnswer;
  readonly answeredAt: Date;
}

/**
 * Puts a request in the outbox and moves its proposal to 'requested'. Only the fields of the type are kept, whatever else
 * the object holds. The same id twice counts once. Throws `initiative-unknown` when there is no such initiative, or it was stopped.
 */
export async function createPartnerRequest(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  initiativeId: string,
  request: PartnerRequest,
  now: Date,
): Promise<void> {
  await inTransaction(db, async (transaction) => {
    const moved = await sql`
      update proposal set state = 'requested', state_since = ${now}::timestamptz from initiative
      where initiative.municipality_id = ${municipalityId} and initiative.id = ${initiativeId}
        and initiative.state in ('idea', 'planned') and proposal.municipality_id = initiative.municipality_id and proposal.id = initiative.proposal_id
      returning proposal.id
    `.execute(transaction);
    if (moved.rows.length === 0) {
      throw new ProductError("initiative-unknown", "Dit initiatief bestaat niet (meer). Ga terug naar het overzicht.", {
        detail: initiativeId,
      });
    }
    await transaction
      .insertInto("partner_request")
      .values({
        municipality_id: municipalityId,
        id: request.id,
        initiative_id: initiativeId,
        content: JSON.stringify(allowedFields(request)),
        created_at: now,
      })
      .onConflict((conflict) => conflict.columns(["municipality_id", "id"]).doNothing())
      .execute();
  });
}

/** Requests of all municipalities that wait for delivery, oldest first: what a lost job left behind. */
export async function listWaitingRequests(
  db: StoreDatabase,
  limit = 100,
): Promise<{ readonly municipalityId: MunicipalityId; readonly requestId: string; readonly createdAt: Date }[]> {
  const rows = await db
    .selectFrom("partner_request")
    .select(["municipality_id", "id", "created_at"])
    .where("state", "=", "waiting")
    .orderBy("created_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ municipalityId: row.municipality_id, requestId: row.id, createdAt: row.created_at }));
}

/** Undefined when there is no request with this id. */
export async function readPartnerRequest(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  requestId: string,
): Promise<StoredPartnerRequest | undefined> {
  const rows = await selectRequests(db, municipalityId).where("request.id", "=", requestId).execute();
  return rows.map(toRequest)[0];
}

/** All requests, latest first. */
export async function listPartnerRequests(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<StoredPartnerRequest[]> {
  const rows = await selectRequests(db, municipalityId)
    .orderBy("request.created_at", "desc")
    .orderBy("request.id")
    .execute();
  return rows.map(toRequest);
}

/** Records that a request was handed to the mail server. A later call does not change the moment. */
export async function markRequestSent(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  requestId: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable("partner_request")
    .set((builder) => ({ state: "sent", sent_at: now, attempts: builder("attempts", "+", 1) }))
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", requestId)
    .where("state", "<>", "sent")
    .execute();
}

/** Records a failed try. With `final` nobody tries again by itself; else the request keeps waiting. */
export async function markRequestFailed(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  requestId: string,
  outcome: { readonly final: boolean },
): Promise<void> {
  await db
    .updateTable("partner_request")
    .set((builder) => ({ state: outcome.final ? "failed" : "waiting", attempts: builder("attempts", "+", 1) }))
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", requestId)
    .where("state", "<>", "sent")
    .execute();
}

function selectRequests(db: StoreDatabase, municipalityId: MunicipalityId) {
  return db
    .selectFrom("partner_request as request")
    .leftJoin("partner_link as link", (join) =>
      join
        .onRef("link.municipality_id", "=", "request.municipality_id")
        .onRef("link.request_id", "=", "request.id")
        .on("link.purpose", "=", "answer-request"),
    )
    .select([
      "request.content",
      "request.initiative_id",
      "request.state",
      "request.attempts",
      "request.sent_at",
      "request.created_at",
      "link.answer",
      "link.used_at",
    ])
    .where("request.municipality_id", "=", municipalityId);
}

type RequestRow = Awaited<ReturnType<ReturnType<typeof selectRequests>["execute"]>>[number];

function toRequest(row: RequestRow): StoredPartnerRequest {
  return {
    request: row.content,
    initiativeId: row.initiative_id,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at,
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
    ...(row.answer !== null && row.used_at !== null && { answer: { answer: row.answer, answeredAt: row.used_at } }),
  };
}

/** Written out field by field: the type is the allow-list, and an object can hold more than its type says. */
function allowedFields(request: PartnerRequest): PartnerRequest {
  return {
    id: request.id,
    partnerId: request.partnerId,
    partnerName: request.partnerName,
    ...(request.partnerEmail !== undefined && { partnerEmail: request.partnerEmail }),
    subject: request.subject,
    topic: request.topic,
    areaName: request.areaName,
    formatId: request.formatId,
    dates: request.dates.map(({ day, from, until }) => ({ day, from, until })),
    location: request.location,
    turnout: { min: request.turnout.min, max: request.turnout.max },
    contact: {
      name: request.contact.name,
      role: request.contact.role,
      team: request.contact.team,
      phone: request.contact.phone,
      email: request.contact.email,
    },
    asks: [...request.asks],
    offers: [...request.offers],
  };
}
