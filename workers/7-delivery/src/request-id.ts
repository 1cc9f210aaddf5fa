import { createHash } from "node:crypto";

/**
 * The id of the request of one initiative to one partner. It follows from the two, so that a form that is sent twice
 * names the same request and one letter goes out. `overBefore` counts the requests between them that failed for good or were
 * withdrawn: after a wrong address the next try is a request of its own. 96 bits of SHA-256 do not collide here.
 */
export function requestIdFor(initiativeId: string, partnerId: string, overBefore = 0): string {
  const key = JSON.stringify([initiativeId, partnerId, overBefore]);
  return `a-${createHash("sha256").update(key, "utf8").digest("hex").slice(0, 24)}`;
}

/** The id of any other message: it follows from what it is about, so that the same is never sent twice. */
export function messageIdFor(kind: string, ...about: readonly string[]): string {
  const key = JSON.stringify([kind, ...about]);
  return `b-${createHash("sha256").update(key, "utf8").digest("hex").slice(0, 24)}`;
}
