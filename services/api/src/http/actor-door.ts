import { type Access, comesFromOurPage, type Limit, openLimit } from "@rode-draad/access";
import { type AccessPolicy, type Actor, requireMay } from "@rode-draad/domain";
import { actAs } from "@rode-draad/runtime";
import type { Request, RequestHandler, Response } from "express";
import type { AuditLog } from "../audit/audit-log.js";
import { type Audited, recorded } from "../audit/recorded.js";
import type { Route } from "./define-route.js";
import { Problem } from "./problem.js";

/** Calls a minute. A source system that sends note by note stays far below the first; who has no key gets the second. */
const CALLS_MAX = 6_000;
const STRANGERS_CALLS_MAX = 300;
const MINUTE = 60;

/** What somebody does who shows no key that we know. */
const USE_TOKEN: Audited = { action: "use-token", subject: "token" };

export interface DoorMeans {
  readonly access: Pick<Access, "callerOf">;
  readonly accessPolicy: AccessPolicy;
  /** Who is kept out stands in the log too. */
  readonly audit: Pick<AuditLog, "record">;
  /** Calls a minute of one caller, known or not; a test that sends more says so. */
  readonly callsMax?: number;
}

/** Lets a request through to a route for somebody who may. */
export interface ActorDoor {
  let(route: Pick<Route, "action" | "audit">): RequestHandler;
  /** Who was let through. */
  actorOf(response: Response): Actor;
}

/**
 * Says who calls, and holds that against the route's action: 401 for nobody we know, 403 for who may not, 429 for too many
 * calls. A browser that is signed in may change something from one of our own pages only.
 */
export function openActorDoor({ access, accessPolicy, audit, callsMax }: DoorMeans): ActorDoor {
  const refuse = (audited: Audited, why: unknown): Promise<never> =>
    recorded(audit, audited, () => Promise.reject(why));
  const actors = new WeakMap<Response, Actor>();
  const callers = openLimit({ points: callsMax ?? CALLS_MAX, seconds: MINUTE });
  const strangers = openLimit({ points: callsMax ?? STRANGERS_CALLS_MAX, seconds: MINUTE });
  return {
    let: (route) => async (request, response, next) => {
      const visitor = await access.callerOf(request);
      if (visitor === undefined) {
        await refuseTooMany(strangers, request.ip ?? "");
        return await refuse(USE_TOKEN, notSignedIn());
      }
      const { actor } = visitor;
      await refuseTooMany(callers, `${actor.kind} ${actor.id}`);
      try {
        requireOwnPage(actor, request);
        requireMay(actor, route.action, { policy: accessPolicy });
      } catch (error) {
        return await actAs(actor, () => refuse(route.audit, error));
      }
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

function requireOwnPage(actor: Actor, { method, headers }: Pick<Request, "method" | "headers">): void {
  const changes = method !== "GET" && method !== "HEAD";
  if (!changes || actor.kind !== "account" || comesFromOurPage(headers)) return;
  throw new Problem(403, "form-from-elsewhere", "Wie is ingelogd, verandert alleen iets vanaf deze website.");
}

function notSignedIn(): Problem {
  return new Problem(401, "not-signed-in", "Stuur de toegangssleutel mee in de kop Authorization: Bearer.", {
    // What a stranger goes on sending is not read.
    headers: { "WWW-Authenticate": 'Bearer realm="rode-draad"', Connection: "close" },
  });
}

async function refuseTooMany(limit: Limit, key: string): Promise<void> {
  const seconds = await limit.take(key);
  if (seconds === undefined) return;
  throw new Problem(429, "too-many-calls", `Dit zijn te veel aanroepen. Wacht ${seconds} seconden.`, {
    headers: { "Retry-After": String(seconds), Connection: "close" },
  });
}
