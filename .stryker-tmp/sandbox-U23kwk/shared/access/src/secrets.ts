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
import { createHash, randomBytes } from "node:crypto";

/** 256 bits: nobody finds one by trying, so its plain SHA-256 may be stored (OWASP ASVS 5.0, 7.2.3 asks for 128). */
const SECRET_BYTES = 32;

/** A new secret for a session, a key or a link: 43 characters that fit a cookie, a header and an address. */
export function newSecret(): string {
  if (stryMutAct_9fa48("462")) {
    {}
  } else {
    stryCov_9fa48("462");
    return randomBytes(SECRET_BYTES).toString(stryMutAct_9fa48("463") ? "" : (stryCov_9fa48("463"), "base64url"));
  }
}

/** What is stored of a secret. Whoever reads the database cannot enter with it. */
export function hashSecret(secret: string): string {
  if (stryMutAct_9fa48("464")) {
    {}
  } else {
    stryCov_9fa48("464");
    return createHash(stryMutAct_9fa48("465") ? "" : (stryCov_9fa48("465"), "sha256")).update(secret, stryMutAct_9fa48("466") ? "" : (stryCov_9fa48("466"), "utf8")).digest(stryMutAct_9fa48("467") ? "" : (stryCov_9fa48("467"), "base64url"));
  }
}