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
import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a request that changes something comes from a page of our own: against cross-site request forgery. Source: OWASP
 * CSRF cheat sheet, "fetch metadata" with the Origin header as the fall-back for older browsers; ASVS 5.0 3.5.1 and 3.5.3
 * take this in place of a token. A caller that sends neither header is no browser on one of our pages.
 */
export function comesFromOurPage(headers: IncomingHttpHeaders): boolean {
  if (stryMutAct_9fa48("443")) {
    {}
  } else {
    stryCov_9fa48("443");
    const site = headers[stryMutAct_9fa48("444") ? "" : (stryCov_9fa48("444"), "sec-fetch-site")];
    if (stryMutAct_9fa48("447") ? site === undefined : stryMutAct_9fa48("446") ? false : stryMutAct_9fa48("445") ? true : (stryCov_9fa48("445", "446", "447"), site !== undefined)) return stryMutAct_9fa48("450") ? site !== "same-origin" : stryMutAct_9fa48("449") ? false : stryMutAct_9fa48("448") ? true : (stryCov_9fa48("448", "449", "450"), site === (stryMutAct_9fa48("451") ? "" : (stryCov_9fa48("451"), "same-origin")));
    const {
      origin
    } = headers;
    if (stryMutAct_9fa48("454") ? origin === undefined && !URL.canParse(origin) : stryMutAct_9fa48("453") ? false : stryMutAct_9fa48("452") ? true : (stryCov_9fa48("452", "453", "454"), (stryMutAct_9fa48("456") ? origin !== undefined : stryMutAct_9fa48("455") ? false : (stryCov_9fa48("455", "456"), origin === undefined)) || (stryMutAct_9fa48("457") ? URL.canParse(origin) : (stryCov_9fa48("457"), !URL.canParse(origin))))) return stryMutAct_9fa48("458") ? true : (stryCov_9fa48("458"), false);
    return stryMutAct_9fa48("461") ? new URL(origin).host !== headers.host : stryMutAct_9fa48("460") ? false : stryMutAct_9fa48("459") ? true : (stryCov_9fa48("459", "460", "461"), new URL(origin).host === headers.host);
  }
}