import type { MunicipalityId, PartnerAnswer, PartnerRequest, TeamCode, ThemeId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** A request to a partner, how far its delivery came, and what came of it. */
export interface StoredPartnerRequest {
  readonly request: PartnerRequest;
  readonly initiativeId: string;
  /** The partner in the municipality's list; absent: the address was typed. */
  readonly organisationId?: string;
  readonly themeId?: ThemeId;
  readonly teamCode?: TeamCode;
  /** The request that opened the series of which this is a part; absent: it stands alone. */
  readonly seriesId?: string;
  readonly state: "waiting" | "sent" | "failed";
  readonly attempts: number;
  readonly createdAt: Date;
  /** Since when it is tried: later than `createdAt` when somebody asked to try again. */
  readonly waitingSince: Date;
  /** Our own code of the last failure. */
  readonly failure?: string;
  readonly sentAt?: Date;
  readonly remindedAt?: Date;
  /** When the sender was told that nobody answers. */
  readonly toldAt?: Date;
  /** When its evening was called off: it leaves no more and takes no answer. */
  readonly withdrawnAt?: Date;
  /** When the partner's link stops to work. */
  readonly expiresAt?: Date;
  readonly answer?: StoredAnswer;
}

/** What the partner said through the link in the letter, and when. */
interface StoredAnswer {
  readonly answer: PartnerAnswer;
  readonly answeredAt: Date;
}

/** Undefined when there is no request with this id. */
export async function readPartnerRequest(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  requestId: string,
): Promise<StoredPartnerRequest | undefined> {
  const row = await selectRequests(db, municipalityId).where("request.id", "=", requestId).executeTakeFirst();
  return row && toRequest(row);
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

/** The request and all others of its series, the first one first. Empty when there is no request with this id. */
export async function readRequestSeries(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  requestId: string,
): Promise<StoredPartnerRequest[]> {
  const rows = await selectRequests(db, municipalityId)
    .where(({ eb, or, selectFrom }) =>
      or([
        eb("request.id", "=", requestId),
        eb(
          "request.series_id",
          "=",
          selectFrom("partner_request as own")
            .select("own.series_id")
            .where("own.municipality_id", "=", municipalityId)
            .where("own.id", "=", requestId),
        ),
      ]),
    )
    .orderBy("request.created_at")
    .orderBy("request.id")
    .execute();
  return rows.map(toRequest);
}

/** Requests that left and have no answer, and of which the sender was not told yet; the first one first. */
export async function listSilentRequests(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
): Promise<StoredPartnerRequest[]> {
  const rows = await selectRequests(db, municipalityId)
    .where("request.state", "=", "sent")
    .where("request.told_at", "is", null)
    .where("request.withdrawn_at", "is", null)
    .where("link.answer", "is", null)
    .orderBy("request.created_at")
    .orderBy("request.id")
    .execute();
  return rows.map(toRequest);
}

export function selectRequests(db: StoreDatabase, municipalityId: MunicipalityId) {
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
      "request.organisation_id",
      "request.theme_id",
      "request.team_code",
      "request.series_id",
      "request.state",
      "request.attempts",
      "request.sent_at",
      "request.created_at",
      "request.waiting_since",
      "request.failure",
      "request.reminded_at",
      "request.told_at",
      "request.withdrawn_at",
      "link.expires_at",
      "link.answer",
      "link.used_at",
    ])
    .where("request.municipality_id", "=", municipalityId);
}

type RequestRow = Awaited<ReturnType<ReturnType<typeof selectRequests>["execute"]>>[number];

export function toRequest(row: RequestRow): StoredPartnerRequest {
  return {
    request: row.content,
    initiativeId: row.initiative_id,
    ...(row.organisation_id !== null && { organisationId: row.organisation_id }),
    ...(row.theme_id !== null && { themeId: row.theme_id }),
    ...(row.team_code !== null && { teamCode: row.team_code }),
    ...(row.series_id !== null && { seriesId: row.series_id }),
    state: row.state,
    attempts: row.attempts,
    createdAt: row.created_at,
    waitingSince: row.waiting_since ?? row.created_at,
    ...(row.failure !== null && { failure: row.failure }),
    ...(row.sent_at !== null && { sentAt: row.sent_at }),
    ...(row.reminded_at !== null && { remindedAt: row.reminded_at }),
    ...(row.told_at !== null && { toldAt: row.told_at }),
    ...(row.withdrawn_at !== null && { withdrawnAt: row.withdrawn_at }),
    ...(row.expires_at !== null && { expiresAt: row.expires_at }),
    ...(row.answer !== null && row.used_at !== null && { answer: { answer: row.answer, answeredAt: row.used_at } }),
  };
}
