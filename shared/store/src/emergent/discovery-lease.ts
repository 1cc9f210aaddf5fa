import { type MunicipalityId, ProductError } from "@rode-draad/domain";
import { sql } from "kysely";
import type { StoreDatabase } from "../open-store.js";

/**
 * One writer of emergent themes per municipality (a lease with a fencing token: Kleppmann, "How to do distributed locking", 2016).
 * Times are those of the database, so that no clock of a worker matters; a holder that was only thought dead is stopped by its fence.
 */
export type Fence = number;

/** The fence of the new holder; undefined while another one holds the lease. */
export async function takeDiscoveryLease(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  holder: string,
  leaseMs: number,
): Promise<Fence | undefined> {
  const { rows } = await sql<{ fence: number }>`
    update municipality set discovery_holder = ${holder}, discovery_fence = discovery_fence + 1,
      discovery_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    where id = ${municipalityId} and (discovery_until is null or discovery_until < clock_timestamp())
    returning discovery_fence as fence
  `.execute(db);
  return rows[0]?.fence;
}

/** Keeps the lease for another while. False when somebody else has it by now. */
export async function renewDiscoveryLease(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  fence: Fence,
  leaseMs: number,
): Promise<boolean> {
  const { rows } = await sql`
    update municipality set discovery_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
    where id = ${municipalityId} and discovery_fence = ${fence} and discovery_until is not null returning id
  `.execute(db);
  return rows.length > 0;
}

/** Lets the next one in at once; does nothing when somebody else has it by now. */
export async function endDiscoveryLease(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  fence: Fence,
): Promise<void> {
  await sql`
    update municipality set discovery_until = null, discovery_holder = null
    where id = ${municipalityId} and discovery_fence = ${fence}
  `.execute(db);
}

/** In the transaction of what is written: holds the lease still until it ends, or throws a retryable error when it is lost. */
export async function requireDiscoveryFence(
  db: StoreDatabase,
  municipalityId: MunicipalityId,
  fence: Fence,
): Promise<void> {
  const { rows } = await sql`
    select id from municipality where id = ${municipalityId} and discovery_fence = ${fence} for no key update
  `.execute(db);
  if (rows.length > 0) return;
  throw new ProductError("discovery-lease-lost", "Een ander proces werkt nu aan de nieuwe thema's.", {
    retryable: true,
    detail: `fence ${fence}`,
  });
}

/** Whether emergent themes of some municipality are being looked for by a process that still renews its lease. */
export async function isDiscovering(asOwner: StoreDatabase): Promise<boolean> {
  const { rows } = await sql`select from municipality where discovery_until > clock_timestamp() limit 1`.execute(
    asOwner,
  );
  return rows.length > 0;
}
