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
import type { Access, Visitor } from "@rode-draad/access";
import { type AccessPolicy, type Action, type Actor, ProductError, requireMay } from "@rode-draad/domain";
import type { RequestHandler, Response } from "express";

/** Finds out who asks for a page, and lets through who may. */
export interface PageDoor {
  /** Stands before all pages. */
  readonly identify: RequestHandler;
  let(action: Action): RequestHandler;
  /** Undefined: not signed in. */
  visitorOf(response: Response): Visitor | undefined;
}

/** Called for each page that somebody may not open, before the refusal is shown. What is opened, its tools write down. */
type RefusalReporter = (refusal: {
  readonly actor: Actor;
  readonly action: Action;
}) => Promise<void>;
export interface PageDoorMeans {
  readonly access: Pick<Access, "visitorOf">;
  readonly accessPolicy: AccessPolicy;
  readonly reportRefusal?: RefusalReporter;
}

/**
 * Who is not signed in is led to the page for it and back afterwards; a form that comes without a session is refused, since
 * what was filled in cannot be kept for somebody unknown.
 */
export function openPageDoor({
  access,
  accessPolicy,
  reportRefusal
}: PageDoorMeans): PageDoor {
  if (stryMutAct_9fa48("73")) {
    {}
  } else {
    stryCov_9fa48("73");
    const visitors = new WeakMap<Response, Visitor>();
    return stryMutAct_9fa48("74") ? {} : (stryCov_9fa48("74"), {
      identify: async (request, response, next) => {
        if (stryMutAct_9fa48("75")) {
          {}
        } else {
          stryCov_9fa48("75");
          const visitor = await access.visitorOf(request);
          if (stryMutAct_9fa48("78") ? visitor === undefined : stryMutAct_9fa48("77") ? false : stryMutAct_9fa48("76") ? true : (stryCov_9fa48("76", "77", "78"), visitor !== undefined)) visitors.set(response, visitor);
          next();
        }
      },
      let: stryMutAct_9fa48("79") ? () => undefined : (stryCov_9fa48("79"), action => async (request, response, next) => {
        if (stryMutAct_9fa48("80")) {
          {}
        } else {
          stryCov_9fa48("80");
          const visitor = visitors.get(response);
          if (stryMutAct_9fa48("83") ? visitor === undefined : stryMutAct_9fa48("82") ? false : stryMutAct_9fa48("81") ? true : (stryCov_9fa48("81", "82", "83"), visitor !== undefined)) {
            if (stryMutAct_9fa48("84")) {
              {}
            } else {
              stryCov_9fa48("84");
              const {
                actor
              } = visitor;
              try {
                if (stryMutAct_9fa48("85")) {
                  {}
                } else {
                  stryCov_9fa48("85");
                  requireMay(actor, action, stryMutAct_9fa48("86") ? {} : (stryCov_9fa48("86"), {
                    policy: accessPolicy
                  }));
                }
              } catch (error) {
                if (stryMutAct_9fa48("87")) {
                  {}
                } else {
                  stryCov_9fa48("87");
                  await (stryMutAct_9fa48("88") ? reportRefusal({
                    actor,
                    action
                  }) : (stryCov_9fa48("88"), reportRefusal?.(stryMutAct_9fa48("89") ? {} : (stryCov_9fa48("89"), {
                    actor,
                    action
                  }))));
                  throw error;
                }
              }
              return next();
            }
          }
          if (stryMutAct_9fa48("92") ? request.method === "GET" && request.method === "HEAD" : stryMutAct_9fa48("91") ? false : stryMutAct_9fa48("90") ? true : (stryCov_9fa48("90", "91", "92"), (stryMutAct_9fa48("94") ? request.method !== "GET" : stryMutAct_9fa48("93") ? false : (stryCov_9fa48("93", "94"), request.method === (stryMutAct_9fa48("95") ? "" : (stryCov_9fa48("95"), "GET")))) || (stryMutAct_9fa48("97") ? request.method !== "HEAD" : stryMutAct_9fa48("96") ? false : (stryCov_9fa48("96", "97"), request.method === (stryMutAct_9fa48("98") ? "" : (stryCov_9fa48("98"), "HEAD")))))) {
            if (stryMutAct_9fa48("99")) {
              {}
            } else {
              stryCov_9fa48("99");
              return response.redirect(303, stryMutAct_9fa48("100") ? `` : (stryCov_9fa48("100"), `/aanmelden?${new URLSearchParams(stryMutAct_9fa48("101") ? {} : (stryCov_9fa48("101"), {
                naar: request.originalUrl
              }))}`));
            }
          }
          throw new ProductError(stryMutAct_9fa48("102") ? "" : (stryCov_9fa48("102"), "not-signed-in"), stryMutAct_9fa48("103") ? "" : (stryCov_9fa48("103"), "Je bent niet meer aangemeld. Meld je aan en vul het nog eens in."));
        }
      }),
      visitorOf: stryMutAct_9fa48("104") ? () => undefined : (stryCov_9fa48("104"), response => visitors.get(response))
    });
  }
}