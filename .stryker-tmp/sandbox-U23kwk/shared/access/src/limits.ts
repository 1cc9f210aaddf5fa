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
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Counts tries in the memory of this process: with n processes that answer the same address, n times as many pass. */
export interface Limit {
  /** Counts one try. Gives the seconds to wait when it is one too many. */
  take(key: string): Promise<number | undefined>;
  forget(key: string): Promise<void>;
}
export function openLimit({
  points,
  seconds
}: {
  readonly points: number;
  readonly seconds: number;
}): Limit {
  if (stryMutAct_9fa48("124")) {
    {}
  } else {
    stryCov_9fa48("124");
    const limiter = new RateLimiterMemory(stryMutAct_9fa48("125") ? {} : (stryCov_9fa48("125"), {
      points,
      duration: seconds
    }));
    return stryMutAct_9fa48("126") ? {} : (stryCov_9fa48("126"), {
      async take(key) {
        if (stryMutAct_9fa48("127")) {
          {}
        } else {
          stryCov_9fa48("127");
          try {
            if (stryMutAct_9fa48("128")) {
              {}
            } else {
              stryCov_9fa48("128");
              await limiter.consume(key);
              return undefined;
            }
          } catch (refusal) {
            if (stryMutAct_9fa48("129")) {
              {}
            } else {
              stryCov_9fa48("129");
              if (stryMutAct_9fa48("131") ? false : stryMutAct_9fa48("130") ? true : (stryCov_9fa48("130", "131"), refusal instanceof RateLimiterRes)) return stryMutAct_9fa48("132") ? Math.min(1, Math.ceil(refusal.msBeforeNext / 1_000)) : (stryCov_9fa48("132"), Math.max(1, Math.ceil(stryMutAct_9fa48("133") ? refusal.msBeforeNext * 1_000 : (stryCov_9fa48("133"), refusal.msBeforeNext / 1_000))));
              throw refusal;
            }
          }
        }
      },
      async forget(key) {
        if (stryMutAct_9fa48("134")) {
          {}
        } else {
          stryCov_9fa48("134");
          await limiter.delete(key);
        }
      }
    });
  }
}
const QUARTER = stryMutAct_9fa48("135") ? 15 / 60 : (stryCov_9fa48("135"), 15 * 60);

/**
 * Slows guessing down without locking anybody out for good (ASVS 5.0, 6.3.1). One name from one place gets five tries a
 * quarter; one name from everywhere thirty, so that many machines together cannot guess on; one place fifty, for who tries
 * one password on many names. A person who is locked out by somebody else waits a quarter at most.
 */
export function openSignInDelay() {
  if (stryMutAct_9fa48("136")) {
    {}
  } else {
    stryCov_9fa48("136");
    const together = openLimit(stryMutAct_9fa48("137") ? {} : (stryCov_9fa48("137"), {
      points: 5,
      seconds: QUARTER
    }));
    const perName = openLimit(stryMutAct_9fa48("138") ? {} : (stryCov_9fa48("138"), {
      points: 30,
      seconds: QUARTER
    }));
    const perPlace = openLimit(stryMutAct_9fa48("139") ? {} : (stryCov_9fa48("139"), {
      points: 50,
      seconds: QUARTER
    }));
    return stryMutAct_9fa48("140") ? {} : (stryCov_9fa48("140"), {
      /** Counts a try before the password is looked at, so that tries at the same moment count too. */
      async take(login: string, address: string): Promise<number | undefined> {
        if (stryMutAct_9fa48("141")) {
          {}
        } else {
          stryCov_9fa48("141");
          const waits = await Promise.all(stryMutAct_9fa48("142") ? [] : (stryCov_9fa48("142"), [together.take(stryMutAct_9fa48("143") ? `` : (stryCov_9fa48("143"), `${address} ${login}`)), perName.take(login), perPlace.take(address)]));
          const longest = stryMutAct_9fa48("144") ? Math.min(...waits.map(wait => wait ?? 0)) : (stryCov_9fa48("144"), Math.max(...waits.map(stryMutAct_9fa48("145") ? () => undefined : (stryCov_9fa48("145"), wait => stryMutAct_9fa48("146") ? wait && 0 : (stryCov_9fa48("146"), wait ?? 0)))));
          return (stryMutAct_9fa48("149") ? longest !== 0 : stryMutAct_9fa48("148") ? false : stryMutAct_9fa48("147") ? true : (stryCov_9fa48("147", "148", "149"), longest === 0)) ? undefined : longest;
        }
      },
      async forgive(login: string, address: string): Promise<void> {
        if (stryMutAct_9fa48("150")) {
          {}
        } else {
          stryCov_9fa48("150");
          await Promise.all(stryMutAct_9fa48("151") ? [] : (stryCov_9fa48("151"), [together.forget(stryMutAct_9fa48("152") ? `` : (stryCov_9fa48("152"), `${address} ${login}`)), perName.forget(login)]));
        }
      }
    });
  }
}