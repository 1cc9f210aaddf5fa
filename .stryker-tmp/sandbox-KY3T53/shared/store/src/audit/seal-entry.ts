import { createHmac } from "node:crypto";
import type { AuditEntry } from "@rode-draad/domain";

/** Base64url of an HMAC-SHA-256. */
export type Seal = string;

/** Stands before the first entry of a municipality. */
export const FIRST_SEAL: Seal = "";

/**
 * Seals an entry over the one before it (a hash chain as in Schneier and Kelsey, "Secure audit logs", 1999, with one key):
 *
 *   seal(n) = HMAC-SHA-256(key, JSON [municipality, n, at, actor…, details, seal(n - 1)])
 *
 * A list instead of an object, so that there is one way to write it; details go by name in alphabetical order. Whoever can
 * change rows and lacks the key cannot make a seal; whoever has the key still cannot change what was anchored elsewhere.
 */
export function sealEntry(key: string, municipalityId: string, entry: AuditEntry, previous: Seal): Seal {
  const { number, at, actor, action, subject, outcome, details } = entry;
  const inOrder = Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1));
  const facts = [actor.kind, actor.id, action, subject.kind, subject.id ?? null, outcome, inOrder];
  const written = JSON.stringify([municipalityId, number, at.toISOString(), ...facts, previous]);
  return createHmac("sha256", key).update(written, "utf8").digest("base64url");
}
