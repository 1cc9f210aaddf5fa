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
import { parseCookie, stringifySetCookie } from "cookie";
const NAME = stryMutAct_9fa48("468") ? "" : (stryCov_9fa48("468"), "rodedraad");

/** A small value that the browser keeps for us. */
export interface BrowserCookie {
  read(header: string | undefined): string | undefined;
  /** The value of a Set-Cookie header. */
  set(value: string, secondsMax?: number): string;
  clear(): string;
}

/**
 * A cookie that no script reads and no other site sends along with a form. Over https its name starts with `__Host-`, which
 * makes browsers refuse one that a neighbouring site tries to set. A header with two of the name counts as none: one of them
 * is somebody's attempt.
 */
export function browserCookie(isSecure: boolean, purpose?: string): BrowserCookie {
  if (stryMutAct_9fa48("469")) {
    {}
  } else {
    stryCov_9fa48("469");
    const name = stryMutAct_9fa48("470") ? `` : (stryCov_9fa48("470"), `${isSecure ? stryMutAct_9fa48("471") ? "" : (stryCov_9fa48("471"), "__Host-") : stryMutAct_9fa48("472") ? "Stryker was here!" : (stryCov_9fa48("472"), "")}${NAME}${(stryMutAct_9fa48("475") ? purpose !== undefined : stryMutAct_9fa48("474") ? false : stryMutAct_9fa48("473") ? true : (stryCov_9fa48("473", "474", "475"), purpose === undefined)) ? stryMutAct_9fa48("476") ? "Stryker was here!" : (stryCov_9fa48("476"), "") : stryMutAct_9fa48("477") ? `` : (stryCov_9fa48("477"), `-${purpose}`)}`);
    const write = stryMutAct_9fa48("478") ? () => undefined : (stryCov_9fa48("478"), (() => {
      const write = (value: string, maxAge?: number): string => stringifySetCookie(stryMutAct_9fa48("479") ? {} : (stryCov_9fa48("479"), {
        name,
        value,
        path: stryMutAct_9fa48("480") ? "" : (stryCov_9fa48("480"), "/"),
        httpOnly: stryMutAct_9fa48("481") ? false : (stryCov_9fa48("481"), true),
        sameSite: stryMutAct_9fa48("482") ? "" : (stryCov_9fa48("482"), "lax"),
        secure: isSecure,
        ...(stryMutAct_9fa48("485") ? maxAge !== undefined || {
          maxAge
        } : stryMutAct_9fa48("484") ? false : stryMutAct_9fa48("483") ? true : (stryCov_9fa48("483", "484", "485"), (stryMutAct_9fa48("487") ? maxAge === undefined : stryMutAct_9fa48("486") ? true : (stryCov_9fa48("486", "487"), maxAge !== undefined)) && (stryMutAct_9fa48("488") ? {} : (stryCov_9fa48("488"), {
          maxAge
        }))))
      }));
      return write;
    })());
    return stryMutAct_9fa48("489") ? {} : (stryCov_9fa48("489"), {
      read(header = stryMutAct_9fa48("490") ? "Stryker was here!" : (stryCov_9fa48("490"), "")) {
        if (stryMutAct_9fa48("491")) {
          {}
        } else {
          stryCov_9fa48("491");
          const isTwice = stryMutAct_9fa48("495") ? header.split(";").filter(part => part.trim().startsWith(`${name}=`)).length <= 1 : stryMutAct_9fa48("494") ? header.split(";").filter(part => part.trim().startsWith(`${name}=`)).length >= 1 : stryMutAct_9fa48("493") ? false : stryMutAct_9fa48("492") ? true : (stryCov_9fa48("492", "493", "494", "495"), (stryMutAct_9fa48("496") ? header.split(";").length : (stryCov_9fa48("496"), header.split(stryMutAct_9fa48("497") ? "" : (stryCov_9fa48("497"), ";")).filter(stryMutAct_9fa48("498") ? () => undefined : (stryCov_9fa48("498"), part => stryMutAct_9fa48("500") ? part.startsWith(`${name}=`) : stryMutAct_9fa48("499") ? part.trim().endsWith(`${name}=`) : (stryCov_9fa48("499", "500"), part.trim().startsWith(stryMutAct_9fa48("501") ? `` : (stryCov_9fa48("501"), `${name}=`))))).length)) > 1);
          return isTwice ? undefined : parseCookie(header)[name];
        }
      },
      set: write,
      clear: stryMutAct_9fa48("502") ? () => undefined : (stryCov_9fa48("502"), () => write(stryMutAct_9fa48("503") ? "Stryker was here!" : (stryCov_9fa48("503"), ""), 0))
    });
  }
}