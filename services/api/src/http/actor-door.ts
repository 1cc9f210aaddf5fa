import { type Access, comesFromOurPage, type Limit, openLimit } from "@rode-draad/access";
import { type AccessPolicy, type Action, type Actor, requireMay } from "@rode-draad/domain";
import type { RequestHandler, Response } from "express";
import { Problem } from "./problem.js";

/** Calls a minute. A source system that sends note by note stays far below the first; who has no key gets the second. */
const CALLS_MAX = 6_000;
const STRANGERS_CALLS_MAX = 300;
const MINUTE = 60;

export interface DoorMeans {
  readonly access: Pick<Access, "callerOf">;
  readonly accessPolicy: AccessPolicy;
  /** Calls a minute of one caller; a test that sends more says so. */
  readonly callsMax?: number;
}

/** Lets a request through to a route for somebody who may. */
export interface ActorDoor {
  let(action: Action): RequestHandler;
  /** Who was let through. */
  actorOf(response: Response): Actor;
}

/**
 * Says who calls, and holds that against the route's action: 401 for nobody we know, 403 for who may not, 429 for too many
 * calls. A browser that is signed in may change something from one of our own pages only.
 */
export function openActorDoor({ access, accessPolicy, callsMax = CALLS_MAX }: DoorMeans): ActorDoor {
  const actors = new WeakMap<Response, Actor>();
  const callers = openLimit({ points: callsMax, seconds: MINUTE });
  const strangers = openLimit({ points: STRANGERS_CALLS_MAX, seconds: MINUTE });
  return {
    let: (action) => async (request, response, next) => {
      const visitor = await access.callerOf(request);
      if (visitor === undefined) {
        await refuseTooMany(strangers, request.ip ?? "");
        throw new Problem(401, "not-signed-in", "Stuur de toegangssleutel mee in de kop Authorization: Bearer.", {
          // What a stranger goes on sending is not read.
          headers: { "WWW-Authenticate": 'Bearer realm="rode-draad"', Connection: "close" },
        });
      }
      const { actor } = visitor;
      await refuseTooMany(callers, `${actor.kind} ${actor.id}`);
      const changes = request.method !== "GET" && request.method !== "HEAD";
      if (changes && actor.kind === "account" && !comesFromOurPage(request.headers)) {
        throw new Problem(403, "form-from-elsewhere", "Wie is ingelogd, verandert alleen iets vanaf deze website.");
      }
      requireMay(actor, action, { policy: accessPolicy });
      actors.set(response, actor);
      next();
    },
    actorOf(response) {
      const actor = actors.get(response);
      if (actor === undefined) throw new Error("A route was reached without going through the door.");
      return actor;
    },
  };
}

async function refuseTooMany(limit: Limit, key: string): Promise<void> {
  const seconds = await limit.take(key);
  if (seconds === undefined) return;
  throw new Problem(429, "too-many-calls", `Dit zijn te veel aanroepen. Wacht ${seconds} seconden.`, {
    headers: { "Retry-After": String(seconds), Connection: "close" },
  });
}
