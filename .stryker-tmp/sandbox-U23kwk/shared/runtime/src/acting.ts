import { AsyncLocalStorage } from "node:async_hooks";
import type { Actor } from "@rode-draad/domain";

/** Who acts, along everything that follows from one request. */
const acting = new AsyncLocalStorage<Actor>();

/** Until something says who it is. */
const UNKNOWN: Actor = { kind: "system", id: "onbekend" };

/** Runs `work`, and what it starts, as this actor. Whoever takes a request in calls it once. */
export function actAs<Result>(actor: Actor, work: () => Result): Result {
  return acting.run(actor, work);
}

/** Who acts here and now; the audit log asks it. */
export function currentActor(): Actor {
  return acting.getStore() ?? UNKNOWN;
}
