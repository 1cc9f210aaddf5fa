import { randomUUID } from "node:crypto";
import type { MunicipalityId } from "@rode-draad/domain";
import { endDiscoveryLease, type Fence, renewDiscoveryLease, takeDiscoveryLease } from "@rode-draad/store";
import type { Product } from "./open-product.js";

/** A holder that died lets the next one in after this; the queue gives its job back no sooner. */
const LEASE_MS = 25_000;
const RENEW_EVERY_MS = 8_000;

/**
 * Runs `work` as the only writer of the municipality's emergent themes. Undefined, without running it, while another process
 * holds the lease: what it leaves undone the reconciler finds.
 */
export async function holdDiscoveryLease<Result>(
  { store, logger }: Product,
  municipalityId: MunicipalityId,
  work: (fence: Fence) => Promise<Result>,
): Promise<Result | undefined> {
  const fence = await takeDiscoveryLease(store.db, municipalityId, randomUUID(), LEASE_MS);
  if (fence === undefined) return undefined;
  const renewing = setInterval(() => {
    // A renewal that fails is no harm: the fence keeps a late writer out.
    renewDiscoveryLease(store.db, municipalityId, fence, LEASE_MS).catch((error: unknown) =>
      logger.warn({ err: error }, "the lease of the emergent themes was not renewed"),
    );
  }, RENEW_EVERY_MS);
  try {
    return await work(fence);
  } finally {
    clearInterval(renewing);
    await endDiscoveryLease(store.db, municipalityId, fence).catch(() => undefined);
  }
}
