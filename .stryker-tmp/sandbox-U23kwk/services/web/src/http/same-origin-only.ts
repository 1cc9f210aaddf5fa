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
import { comesFromOurPage } from "@rode-draad/access";
import { ProductError } from "@rode-draad/domain";
import type { RequestHandler } from "express";

/** Lets a request that changes something pass only when it comes from a page of our own; programs use the API. */
export const sameOriginOnly: RequestHandler = (request, _response, next) => {
  if (stryMutAct_9fa48("105")) {
    {}
  } else {
    stryCov_9fa48("105");
    if (stryMutAct_9fa48("108") ? (request.method === "GET" || request.method === "HEAD") && comesFromOurPage(request.headers) : stryMutAct_9fa48("107") ? false : stryMutAct_9fa48("106") ? true : (stryCov_9fa48("106", "107", "108"), (stryMutAct_9fa48("110") ? request.method === "GET" && request.method === "HEAD" : stryMutAct_9fa48("109") ? false : (stryCov_9fa48("109", "110"), (stryMutAct_9fa48("112") ? request.method !== "GET" : stryMutAct_9fa48("111") ? false : (stryCov_9fa48("111", "112"), request.method === (stryMutAct_9fa48("113") ? "" : (stryCov_9fa48("113"), "GET")))) || (stryMutAct_9fa48("115") ? request.method !== "HEAD" : stryMutAct_9fa48("114") ? false : (stryCov_9fa48("114", "115"), request.method === (stryMutAct_9fa48("116") ? "" : (stryCov_9fa48("116"), "HEAD")))))) || comesFromOurPage(request.headers))) return next();
    next(new ProductError(stryMutAct_9fa48("117") ? "" : (stryCov_9fa48("117"), "form-from-elsewhere"), stryMutAct_9fa48("118") ? "" : (stryCov_9fa48("118"), "Dit formulier kwam niet van deze website. Open de pagina opnieuw."), stryMutAct_9fa48("119") ? {} : (stryCov_9fa48("119"), {
      detail: stryMutAct_9fa48("120") ? `` : (stryCov_9fa48("120"), `${request.method} ${request.path} with Sec-Fetch-Site ${stryMutAct_9fa48("121") ? request.get("Sec-Fetch-Site") && "absent" : (stryCov_9fa48("121"), request.get(stryMutAct_9fa48("122") ? "" : (stryCov_9fa48("122"), "Sec-Fetch-Site")) ?? (stryMutAct_9fa48("123") ? "" : (stryCov_9fa48("123"), "absent")))}`)
    })));
  }
};