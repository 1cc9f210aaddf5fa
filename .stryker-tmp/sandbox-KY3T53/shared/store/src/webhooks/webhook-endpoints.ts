import type { MunicipalityId } from "@rode-draad/domain";
import type { StoreDatabase } from "../open-store.js";

/** Where a partner takes requests by program. */
export interface StoredEndpoint {
  readonly partnerId: string;
  readonly url: string;
  readonly secretVersion: number;
}

/** Sets where a partner receives requests. Setting it again gives a new secret; the old one stops at once. */
export async function setWebhookEndpoint(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  endpoint: Pick<StoredEndpoint, "partnerId" | "url">,
  now: Date,
): Promise<StoredEndpoint> {
  const { partnerId, url } = endpoint;
  const row = await db
    .insertInto("webhook_endpoint")
    .values({ municipality_id: municipalityId, partner_id: partnerId, url, set_at: now })
    .onConflict((conflict) =>
      conflict.columns(["municipality_id", "partner_id"]).doUpdateSet((builder) => ({
        url,
        set_at: now,
        secret_version: builder("webhook_endpoint.secret_version", "+", 1),
      })),
    )
    .returning("secret_version")
    .executeTakeFirstOrThrow();
  return { partnerId, url, secretVersion: row.secret_version };
}

/** Undefined for a partner that gets letters. */
export async function findWebhookEndpoint(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  partnerId: string,
): Promise<StoredEndpoint | undefined> {
  const row = await db
    .selectFrom("webhook_endpoint")
    .select(["url", "secret_version"])
    .where("municipality_id", "=", municipalityId)
    .where("partner_id", "=", partnerId)
    .executeTakeFirst();
  return row && { partnerId, url: row.url, secretVersion: row.secret_version };
}

/** From here on the partner gets letters again. False when it did already. */
export async function removeWebhookEndpoint(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  partnerId: string,
): Promise<boolean> {
  const removed = await db
    .deleteFrom("webhook_endpoint")
    .where("municipality_id", "=", municipalityId)
    .where("partner_id", "=", partnerId)
    .returning("partner_id")
    .execute();
  return removed.length > 0;
}
