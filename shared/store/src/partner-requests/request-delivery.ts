import type { FailedTry, MunicipalityId } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";
import { afterFailure, sentAt, waitingAgain } from "../outbox/delivery-columns.js";

/** Requests of all municipalities that wait for delivery, oldest first; with `dueAt` only those whose next try has come. */
export async function listWaitingRequests(
  db: StoreDatabase,
  options: { readonly dueAt?: Date; readonly limit?: number } = {},
): Promise<{ readonly municipalityId: MunicipalityId; readonly requestId: string; readonly waitingSince: Date }[]> {
  const { dueAt, limit = 100 } = options;
  const rows = await db
    .selectFrom("partner_request")
    .select(["municipality_id", "id", sql<Date>`coalesce(waiting_since, created_at)`.as("since")])
    .where("state", "=", "waiting")
    .where("withdrawn_at", "is", null)
    .$if(dueAt !== undefined, (query) =>
      query.where(({ eb, or }) => or([eb("next_try_at", "is", null), eb("next_try_at", "<=", dueAt ?? null)])),
    )
    .orderBy("created_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({ municipalityId: row.municipality_id, requestId: row.id, waitingSince: row.since }));
}

/** Records that requests were handed to the mail server in one letter. A later call does not change the moment. */
export async function markRequestsSent(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  requestIds: readonly string[],
  now: Date,
): Promise<void> {
  await db
    .updateTable("partner_request")
    .set(sentAt(now))
    .where("municipality_id", "=", municipalityId)
    .where("id", "in", requestIds)
    .where("state", "<>", "sent")
    .execute();
}

/** Records a failed try of one letter: with `final` its requests have failed, else they keep waiting. */
export async function markRequestsFailed(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  requestIds: readonly string[],
  outcome: FailedTry,
): Promise<void> {
  await db
    .updateTable("partner_request")
    .set(afterFailure(outcome))
    .where("municipality_id", "=", municipalityId)
    .where("id", "in", requestIds)
    .where("state", "<>", "sent")
    .execute();
}

/** A request that failed waits again, for the address that its partner has now. False when it did not fail or was withdrawn. */
export async function retryRequest(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  requestId: string,
  partnerEmail: string | undefined,
  now: Date,
): Promise<boolean> {
  const retried = await db
    .updateTable("partner_request")
    .set(waitingAgain(partnerEmail, now))
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", requestId)
    .where("state", "=", "failed")
    .where("withdrawn_at", "is", null)
    .returning("id")
    .execute();
  return retried.length === 1;
}
