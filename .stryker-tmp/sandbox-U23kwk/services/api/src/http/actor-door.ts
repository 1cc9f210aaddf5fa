function stryNS_9fa48() {
  var g = typeof globalThis === 'object' && globalThis && globalThis.Math === Math && globalThis || new Function("return this")();
  var ns = g.__stryker__ || (g.__stryker__ = {});
  if (ns.activeMutant === undefined && g.process && g.process.env && g.process.env.__STRYKER_ACTIVE_MUTANT__) {
    ns.activeMutant = g.process.env.__STRYKER_ACTIVE_MUTANT__;
  }
  function retrieveNS() {
    return ns;
  }
  stryNS_9fa48 = retrieveNS;
  return retrieveNS();
}
stryNS_9fa48();
function stryCov_9fa48() {
  var ns = stryNS_9fa48();
  var cov = ns.mutantCoverage || (ns.mutantCoverage = {
    static: {},
    perTest: {}
  });
  function cover() {
    var c = cov.static;
    if (ns.currentTestId) {
      c = cov.perTest[ns.currentTestId] = cov.perTest[ns.currentTestId] || {};
    }
    var a = arguments;
    for (var i = 0; i < a.length; i++) {
      c[a[i]] = (c[a[i]] || 0) + 1;
    }
  }
  stryCov_9fa48 = cover;
  cover.apply(null, arguments);
}
function stryMutAct_9fa48(id) {
  var ns = stryNS_9fa48();
  function isActive(id) {
    if (ns.activeMutant === id) {
      if (ns.hitCount !== void 0 && ++ns.hitCount > ns.hitLimit) {
        throw new Error('Stryker: Hit count limit reached (' + ns.hitCount + ')');
      }
      return true;
    }
    return false;
  }
  stryMutAct_9fa48 = isActive;
  return isActive(id);
}
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
const USE_TOKEN: Audited = stryMutAct_9fa48("0") ? {} : (stryCov_9fa48("0"), {
  action: stryMutAct_9fa48("1") ? "" : (stryCov_9fa48("1"), "use-token"),
  subject: stryMutAct_9fa48("2") ? "" : (stryCov_9fa48("2"), "token")
});
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
export function openActorDoor({
  access,
  accessPolicy,
  audit,
  callsMax
}: DoorMeans): ActorDoor {
  if (stryMutAct_9fa48("3")) {
    {}
  } else {
    stryCov_9fa48("3");
    const refuse = stryMutAct_9fa48("4") ? () => undefined : (stryCov_9fa48("4"), (() => {
      const refuse = (audited: Audited, why: unknown): Promise<never> => recorded(audit, audited, stryMutAct_9fa48("5") ? () => undefined : (stryCov_9fa48("5"), () => Promise.reject(why)));
      return refuse;
    })());
    const actors = new WeakMap<Response, Actor>();
    const callers = openLimit(stryMutAct_9fa48("6") ? {} : (stryCov_9fa48("6"), {
      points: stryMutAct_9fa48("7") ? callsMax && CALLS_MAX : (stryCov_9fa48("7"), callsMax ?? CALLS_MAX),
      seconds: MINUTE
    }));
    const strangers = openLimit(stryMutAct_9fa48("8") ? {} : (stryCov_9fa48("8"), {
      points: stryMutAct_9fa48("9") ? callsMax && STRANGERS_CALLS_MAX : (stryCov_9fa48("9"), callsMax ?? STRANGERS_CALLS_MAX),
      seconds: MINUTE
    }));
    return stryMutAct_9fa48("10") ? {} : (stryCov_9fa48("10"), {
      let: stryMutAct_9fa48("11") ? () => undefined : (stryCov_9fa48("11"), route => async (request, response, next) => {
        if (stryMutAct_9fa48("12")) {
          {}
        } else {
          stryCov_9fa48("12");
          const visitor = await access.callerOf(request);
          if (stryMutAct_9fa48("15") ? visitor !== undefined : stryMutAct_9fa48("14") ? false : stryMutAct_9fa48("13") ? true : (stryCov_9fa48("13", "14", "15"), visitor === undefined)) {
            if (stryMutAct_9fa48("16")) {
              {}
            } else {
              stryCov_9fa48("16");
              await refuseTooMany(strangers, stryMutAct_9fa48("17") ? request.ip && "" : (stryCov_9fa48("17"), request.ip ?? (stryMutAct_9fa48("18") ? "Stryker was here!" : (stryCov_9fa48("18"), ""))));
              return await refuse(USE_TOKEN, notSignedIn());
            }
          }
          const {
            actor
          } = visitor;
          await refuseTooMany(callers, stryMutAct_9fa48("19") ? `` : (stryCov_9fa48("19"), `${actor.kind} ${actor.id}`));
          try {
            if (stryMutAct_9fa48("20")) {
              {}
            } else {
              stryCov_9fa48("20");
              requireOwnPage(actor, request);
              requireMay(actor, route.action, stryMutAct_9fa48("21") ? {} : (stryCov_9fa48("21"), {
                policy: accessPolicy
              }));
            }
          } catch (error) {
            if (stryMutAct_9fa48("22")) {
              {}
            } else {
              stryCov_9fa48("22");
              return await actAs(actor, stryMutAct_9fa48("23") ? () => undefined : (stryCov_9fa48("23"), () => refuse(route.audit, error)));
            }
          }
          actors.set(response, actor);
          next();
        }
      }),
      actorOf(response) {
        if (stryMutAct_9fa48("24")) {
          {}
        } else {
          stryCov_9fa48("24");
          const actor = actors.get(response);
          if (stryMutAct_9fa48("27") ? actor !== undefined : stryMutAct_9fa48("26") ? false : stryMutAct_9fa48("25") ? true : (stryCov_9fa48("25", "26", "27"), actor === undefined)) throw new Error(stryMutAct_9fa48("28") ? "" : (stryCov_9fa48("28"), "A route was reached without going through the door."));
          return actor;
        }
      }
    });
  }
}
function requireOwnPage(actor: Actor, {
  method,
  headers
}: Pick<Request, "method" | "headers">): void {
  if (stryMutAct_9fa48("29")) {
    {}
  } else {
    stryCov_9fa48("29");
    const changes = stryMutAct_9fa48("32") ? method !== "GET" || method !== "HEAD" : stryMutAct_9fa48("31") ? false : stryMutAct_9fa48("30") ? true : (stryCov_9fa48("30", "31", "32"), (stryMutAct_9fa48("34") ? method === "GET" : stryMutAct_9fa48("33") ? true : (stryCov_9fa48("33", "34"), method !== (stryMutAct_9fa48("35") ? "" : (stryCov_9fa48("35"), "GET")))) && (stryMutAct_9fa48("37") ? method === "HEAD" : stryMutAct_9fa48("36") ? true : (stryCov_9fa48("36", "37"), method !== (stryMutAct_9fa48("38") ? "" : (stryCov_9fa48("38"), "HEAD")))));
    if (stryMutAct_9fa48("41") ? (!changes || actor.kind !== "account") && comesFromOurPage(headers) : stryMutAct_9fa48("40") ? false : stryMutAct_9fa48("39") ? true : (stryCov_9fa48("39", "40", "41"), (stryMutAct_9fa48("43") ? !changes && actor.kind !== "account" : stryMutAct_9fa48("42") ? false : (stryCov_9fa48("42", "43"), (stryMutAct_9fa48("44") ? changes : (stryCov_9fa48("44"), !changes)) || (stryMutAct_9fa48("46") ? actor.kind === "account" : stryMutAct_9fa48("45") ? false : (stryCov_9fa48("45", "46"), actor.kind !== (stryMutAct_9fa48("47") ? "" : (stryCov_9fa48("47"), "account")))))) || comesFromOurPage(headers))) return;
    throw new Problem(403, stryMutAct_9fa48("48") ? "" : (stryCov_9fa48("48"), "form-from-elsewhere"), stryMutAct_9fa48("49") ? "" : (stryCov_9fa48("49"), "Wie is ingelogd, verandert alleen iets vanaf deze website."));
  }
}
function notSignedIn(): Problem {
  if (stryMutAct_9fa48("50")) {
    {}
  } else {
    stryCov_9fa48("50");
    return new Problem(401, stryMutAct_9fa48("51") ? "" : (stryCov_9fa48("51"), "not-signed-in"), stryMutAct_9fa48("52") ? "" : (stryCov_9fa48("52"), "Stuur de toegangssleutel mee in de kop Authorization: Bearer."), stryMutAct_9fa48("53") ? {} : (stryCov_9fa48("53"), {
      // What a stranger goes on sending is not read.
      headers: stryMutAct_9fa48("54") ? {} : (stryCov_9fa48("54"), {
        "WWW-Authenticate": stryMutAct_9fa48("55") ? "" : (stryCov_9fa48("55"), 'Bearer realm="rode-draad"'),
        Connection: stryMutAct_9fa48("56") ? "" : (stryCov_9fa48("56"), "close")
      })
    }));
  }
}
async function refuseTooMany(limit: Limit, key: string): Promise<void> {
  if (stryMutAct_9fa48("57")) {
    {}
  } else {
    stryCov_9fa48("57");
    const seconds = await limit.take(key);
    if (stryMutAct_9fa48("60") ? seconds !== undefined : stryMutAct_9fa48("59") ? false : stryMutAct_9fa48("58") ? true : (stryCov_9fa48("58", "59", "60"), seconds === undefined)) return;
    throw new Problem(429, stryMutAct_9fa48("61") ? "" : (stryCov_9fa48("61"), "too-many-calls"), stryMutAct_9fa48("62") ? `` : (stryCov_9fa48("62"), `Dit zijn te veel aanroepen. Wacht ${seconds} seconden.`), stryMutAct_9fa48("63") ? {} : (stryCov_9fa48("63"), {
      headers: stryMutAct_9fa48("64") ? {} : (stryCov_9fa48("64"), {
        "Retry-After": String(seconds),
        Connection: stryMutAct_9fa48("65") ? "" : (stryCov_9fa48("65"), "close")
      })
    }));
  }
}