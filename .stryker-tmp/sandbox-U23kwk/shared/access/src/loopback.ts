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
import { LOOPBACK_NAME } from "@rode-draad/runtime";
import type { ArrivedRequest } from "./open-access.js";

/**
 * Whether a request was made on this machine, by a browser that asked for this machine. The second half keeps out a site
 * whose name was made to point here (DNS rebinding), and a proxy on this machine that passes on what others ask.
 */
export function isFromThisMachine({
  headers,
  socket
}: ArrivedRequest): boolean {
  if (stryMutAct_9fa48("153")) {
    {}
  } else {
    stryCov_9fa48("153");
    const address = (stryMutAct_9fa48("154") ? socket.remoteAddress && "" : (stryCov_9fa48("154"), socket.remoteAddress ?? (stryMutAct_9fa48("155") ? "Stryker was here!" : (stryCov_9fa48("155"), "")))).replace(stryMutAct_9fa48("156") ? /::ffff:/ : (stryCov_9fa48("156"), /^::ffff:/), stryMutAct_9fa48("157") ? "Stryker was here!" : (stryCov_9fa48("157"), ""));
    const name = (stryMutAct_9fa48("158") ? headers.host && "" : (stryCov_9fa48("158"), headers.host ?? (stryMutAct_9fa48("159") ? "Stryker was here!" : (stryCov_9fa48("159"), "")))).replace(stryMutAct_9fa48("162") ? /:\D+$/ : stryMutAct_9fa48("161") ? /:\d$/ : stryMutAct_9fa48("160") ? /:\d+/ : (stryCov_9fa48("160", "161", "162"), /:\d+$/), stryMutAct_9fa48("163") ? "Stryker was here!" : (stryCov_9fa48("163"), ""));
    const isPassedOn = stryMutAct_9fa48("166") ? headers["x-forwarded-for"] !== undefined && headers.forwarded !== undefined : stryMutAct_9fa48("165") ? false : stryMutAct_9fa48("164") ? true : (stryCov_9fa48("164", "165", "166"), (stryMutAct_9fa48("168") ? headers["x-forwarded-for"] === undefined : stryMutAct_9fa48("167") ? false : (stryCov_9fa48("167", "168"), headers[stryMutAct_9fa48("169") ? "" : (stryCov_9fa48("169"), "x-forwarded-for")] !== undefined)) || (stryMutAct_9fa48("171") ? headers.forwarded === undefined : stryMutAct_9fa48("170") ? false : (stryCov_9fa48("170", "171"), headers.forwarded !== undefined)));
    return stryMutAct_9fa48("174") ? LOOPBACK_NAME.test(address) && LOOPBACK_NAME.test(name) || !isPassedOn : stryMutAct_9fa48("173") ? false : stryMutAct_9fa48("172") ? true : (stryCov_9fa48("172", "173", "174"), (stryMutAct_9fa48("176") ? LOOPBACK_NAME.test(address) || LOOPBACK_NAME.test(name) : stryMutAct_9fa48("175") ? true : (stryCov_9fa48("175", "176"), LOOPBACK_NAME.test(address) && LOOPBACK_NAME.test(name))) && (stryMutAct_9fa48("177") ? isPassedOn : (stryCov_9fa48("177"), !isPassedOn)));
  }
}