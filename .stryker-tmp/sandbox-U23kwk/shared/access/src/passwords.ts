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
import { hash, verify } from "@node-rs/argon2";
import { newSecret } from "./secrets.js";

/**
 * argon2id with the lowest cost that OWASP's password storage cheat sheet recommends: 19 MiB, two passes, one lane. The
 * library's default algorithm is argon2id; its enum cannot be imported in a file that is compiled by itself.
 */
const COST = {
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1
} as const;

/** NIST SP 800-63B-4 asks at least 15 for a password that stands alone. */
export const PASSWORD_CHARACTERS_MIN = 15;
/** Longer than anybody types, short enough that guessing its strength stays quick. */
const PASSWORD_CHARACTERS_MAX = 200;
/** On the scale of zxcvbn, 0 to 4: 3 takes more than 10^8 guesses. */
const SCORE_MIN = 3;
export function hashPassword(password: string): Promise<string> {
  if (stryMutAct_9fa48("398")) {
    {}
  } else {
    stryCov_9fa48("398");
    return hash(password, COST);
  }
}

/** The hash of nothing that anybody can type, so that an unknown name takes as long as a wrong password. */
let nobodysHash: Promise<string> | undefined;

/** Always costs one verification, also when there is no hash. */
export async function isRightPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  if (stryMutAct_9fa48("399")) {
    {}
  } else {
    stryCov_9fa48("399");
    stryMutAct_9fa48("400") ? nobodysHash &&= hashPassword(newSecret()) : (stryCov_9fa48("400"), nobodysHash ??= hashPassword(newSecret()));
    const isRight = await verify(stryMutAct_9fa48("401") ? passwordHash && (await nobodysHash) : (stryCov_9fa48("401"), passwordHash ?? (await nobodysHash)), password);
    return stryMutAct_9fa48("404") ? isRight || passwordHash !== undefined : stryMutAct_9fa48("403") ? false : stryMutAct_9fa48("402") ? true : (stryCov_9fa48("402", "403", "404"), isRight && (stryMutAct_9fa48("406") ? passwordHash === undefined : stryMutAct_9fa48("405") ? true : (stryCov_9fa48("405", "406"), passwordHash !== undefined)));
  }
}

/**
 * The Dutch sentence that says why a password will not do. Rule: long and hard to guess; no demands on the kinds of signs.
 * Rationale: ASVS 5.0 6.2. `known` is what everybody knows of the person, such as name and login.
 */
export async function whyWeakPassword(password: string, known: readonly string[]): Promise<string | undefined> {
  if (stryMutAct_9fa48("407")) {
    {}
  } else {
    stryCov_9fa48("407");
    if (stryMutAct_9fa48("411") ? password.length >= PASSWORD_CHARACTERS_MIN : stryMutAct_9fa48("410") ? password.length <= PASSWORD_CHARACTERS_MIN : stryMutAct_9fa48("409") ? false : stryMutAct_9fa48("408") ? true : (stryCov_9fa48("408", "409", "410", "411"), password.length < PASSWORD_CHARACTERS_MIN)) {
      if (stryMutAct_9fa48("412")) {
        {}
      } else {
        stryCov_9fa48("412");
        return stryMutAct_9fa48("413") ? `` : (stryCov_9fa48("413"), `Dit wachtwoord is te kort. Neem minstens ${PASSWORD_CHARACTERS_MIN} tekens.`);
      }
    }
    if (stryMutAct_9fa48("417") ? password.length <= PASSWORD_CHARACTERS_MAX : stryMutAct_9fa48("416") ? password.length >= PASSWORD_CHARACTERS_MAX : stryMutAct_9fa48("415") ? false : stryMutAct_9fa48("414") ? true : (stryCov_9fa48("414", "415", "416", "417"), password.length > PASSWORD_CHARACTERS_MAX)) {
      if (stryMutAct_9fa48("418")) {
        {}
      } else {
        stryCov_9fa48("418");
        return stryMutAct_9fa48("419") ? `` : (stryCov_9fa48("419"), `Dit wachtwoord is te lang. Neem hoogstens ${PASSWORD_CHARACTERS_MAX} tekens.`);
      }
    }
    const words = stryMutAct_9fa48("420") ? known.flatMap(part => [part, ...part.split(/[\s@.-]+/)]) : (stryCov_9fa48("420"), known.flatMap(stryMutAct_9fa48("421") ? () => undefined : (stryCov_9fa48("421"), part => stryMutAct_9fa48("422") ? [] : (stryCov_9fa48("422"), [part, ...part.split(stryMutAct_9fa48("425") ? /[\S@.-]+/ : stryMutAct_9fa48("424") ? /[^\s@.-]+/ : stryMutAct_9fa48("423") ? /[\s@.-]/ : (stryCov_9fa48("423", "424", "425"), /[\s@.-]+/))]))).filter(stryMutAct_9fa48("426") ? () => undefined : (stryCov_9fa48("426"), word => stryMutAct_9fa48("429") ? word === "" : stryMutAct_9fa48("428") ? false : stryMutAct_9fa48("427") ? true : (stryCov_9fa48("427", "428", "429"), word !== (stryMutAct_9fa48("430") ? "Stryker was here!" : (stryCov_9fa48("430"), ""))))));
    const {
      score
    } = (await loadStrength()).check(password, stryMutAct_9fa48("431") ? [] : (stryCov_9fa48("431"), [...words, stryMutAct_9fa48("432") ? "" : (stryCov_9fa48("432"), "rode draad"), stryMutAct_9fa48("433") ? "" : (stryCov_9fa48("433"), "rodedraad"), stryMutAct_9fa48("434") ? "" : (stryCov_9fa48("434"), "wijkteam")]));
    return (stryMutAct_9fa48("438") ? score >= SCORE_MIN : stryMutAct_9fa48("437") ? score <= SCORE_MIN : stryMutAct_9fa48("436") ? false : stryMutAct_9fa48("435") ? true : (stryCov_9fa48("435", "436", "437", "438"), score < SCORE_MIN)) ? stryMutAct_9fa48("439") ? "" : (stryCov_9fa48("439"), "Dit wachtwoord is te makkelijk te raden. Neem vier of meer losse woorden.") : undefined;
  }
}

/** The list of common passwords takes a moment to unpack, and only who sets a password needs it. */
async function loadStrength() {
  if (stryMutAct_9fa48("440")) {
    {}
  } else {
    stryCov_9fa48("440");
    const [{
      ZxcvbnFactory
    }, {
      adjacencyGraphs,
      dictionary
    }] = await Promise.all(stryMutAct_9fa48("441") ? [] : (stryCov_9fa48("441"), [import("@zxcvbn-ts/core"), import("@zxcvbn-ts/language-common")]));
    return new ZxcvbnFactory(stryMutAct_9fa48("442") ? {} : (stryCov_9fa48("442"), {
      dictionary,
      graphs: adjacencyGraphs
    }));
  }
}