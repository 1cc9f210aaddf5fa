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
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { type Actor, ProductError, TOKEN_SCOPES } from "@rode-draad/domain";
import type { AccessTools, KnownAccount } from "./access-tools.js";
import { openSignInDelay } from "./limits.js";
import { isFromThisMachine } from "./loopback.js";
import type { OutsidePerson } from "./outside-provider.js";
import { hashPassword, isRightPassword, whyWeakPassword } from "./passwords.js";
import { hashSecret, newSecret } from "./secrets.js";
import { type BrowserCookie, browserCookie } from "./session-cookie.js";

/** ASVS 5.0 7.3: half an hour without a page and a working day at most, as NIST SP 800-63B has it for this level. */
const IDLE_MS = stryMutAct_9fa48("178") ? 30 / 60_000 : (stryCov_9fa48("178"), 30 * 60_000);
const SESSION_MS = stryMutAct_9fa48("179") ? 12 / 3_600_000 : (stryCov_9fa48("179"), 12 * 3_600_000);
/** A session is written down as used at most this often, so that a page is no write. */
const SEEN_EVERY_MS = 60_000;

/** What of a request says who sent it. */
export interface ArrivedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly socket: {
    readonly remoteAddress?: string | undefined;
  };
}

/** Who sent a request. */
export interface Visitor {
  readonly actor: Actor;
  /** Hash of the session that the browser showed; absent: a key, or the demo. */
  readonly sessionHash?: string;
}

/** Somebody is in. */
export interface Entered {
  /** The value of the Set-Cookie header. */
  readonly cookie: string;
  readonly accountId: string;
}
export type SignInOutcome = Entered
/** Wrong name or password: which of them is not told. `accountId`, for the log only: the account that was tried. */ | {
  readonly refused: true;
  readonly accountId?: string;
} | {
  readonly waitSeconds: number;
};

/** Knows people and source systems, and lets them in and out. */
export interface Access {
  /** By a session. A request of a browser that is not signed in gives undefined. */
  visitorOf(request: ArrivedRequest): Promise<Visitor | undefined>;
  /** By a key in the header Authorization or by a session; for the API. A key that is wrong gives undefined. */
  callerOf(request: ArrivedRequest): Promise<Visitor | undefined>;
  signIn(given: {
    readonly login: string;
    readonly password: string;
    readonly address: string;
  }, before: Visitor | undefined): Promise<SignInOutcome>;
  /** Lets in whom the municipality's own sign-in vouches for. Throws `access-denied` for who has no role here, or a closed account. */
  admit(person: OutsidePerson, before: Visitor | undefined): Promise<Entered>;
  /** Ends the session; gives the header that makes the browser forget it. */
  signOut(visitor: Visitor | undefined): Promise<string>;
  /** Whom a link to set a password is for; undefined when it does not work any more. */
  invited(secret: string): Promise<Pick<KnownAccount, "id" | "login" | "name"> | undefined>;
  /** The sentence that says what is wrong with the password; undefined when it was set. Throws `invitation-unknown`. */
  setPassword(secret: string, password: string): Promise<string | undefined>;
}
export interface AccessOptions {
  readonly clock: () => Date;
  /** Browsers reach us over https. */
  readonly isSecure: boolean;
  /** A key with all scopes that stands in the settings of this machine. */
  readonly apiToken?: string;
  /** For the demo: who a browser on this very machine is without signing in. */
  readonly whoIsHere?: Actor;
}
export function openAccess(tools: AccessTools, options: AccessOptions): Access {
  if (stryMutAct_9fa48("180")) {
    {}
  } else {
    stryCov_9fa48("180");
    const {
      clock
    } = options;
    const cookie: BrowserCookie = browserCookie(options.isSecure);
    const delay = openSignInDelay();
    async function visitorOf(request: ArrivedRequest): Promise<Visitor | undefined> {
      if (stryMutAct_9fa48("181")) {
        {}
      } else {
        stryCov_9fa48("181");
        const secret = cookie.read(request.headers.cookie);
        if (stryMutAct_9fa48("184") ? secret === undefined : stryMutAct_9fa48("183") ? false : stryMutAct_9fa48("182") ? true : (stryCov_9fa48("182", "183", "184"), secret !== undefined)) {
          if (stryMutAct_9fa48("185")) {
            {}
          } else {
            stryCov_9fa48("185");
            const now = clock();
            const sessionHash = hashSecret(secret);
            const session = await tools.readSession(sessionHash, stryMutAct_9fa48("186") ? {} : (stryCov_9fa48("186"), {
              now,
              idleSince: new Date(stryMutAct_9fa48("187") ? now.getTime() + IDLE_MS : (stryCov_9fa48("187"), now.getTime() - IDLE_MS))
            }));
            if (stryMutAct_9fa48("190") ? session === undefined : stryMutAct_9fa48("189") ? false : stryMutAct_9fa48("188") ? true : (stryCov_9fa48("188", "189", "190"), session !== undefined)) {
              if (stryMutAct_9fa48("191")) {
                {}
              } else {
                stryCov_9fa48("191");
                if (stryMutAct_9fa48("195") ? now.getTime() - session.seenAt.getTime() < SEEN_EVERY_MS : stryMutAct_9fa48("194") ? now.getTime() - session.seenAt.getTime() > SEEN_EVERY_MS : stryMutAct_9fa48("193") ? false : stryMutAct_9fa48("192") ? true : (stryCov_9fa48("192", "193", "194", "195"), (stryMutAct_9fa48("196") ? now.getTime() + session.seenAt.getTime() : (stryCov_9fa48("196"), now.getTime() - session.seenAt.getTime())) >= SEEN_EVERY_MS)) await tools.markSessionSeen(sessionHash, now);
                return stryMutAct_9fa48("197") ? {} : (stryCov_9fa48("197"), {
                  actor: session.actor,
                  sessionHash
                });
              }
            }
          }
        }
        const {
          whoIsHere
        } = options;
        return (stryMutAct_9fa48("200") ? whoIsHere !== undefined || isFromThisMachine(request) : stryMutAct_9fa48("199") ? false : stryMutAct_9fa48("198") ? true : (stryCov_9fa48("198", "199", "200"), (stryMutAct_9fa48("202") ? whoIsHere === undefined : stryMutAct_9fa48("201") ? true : (stryCov_9fa48("201", "202"), whoIsHere !== undefined)) && isFromThisMachine(request))) ? stryMutAct_9fa48("203") ? {} : (stryCov_9fa48("203"), {
          actor: whoIsHere
        }) : undefined;
      }
    }

    /** Starts a session for who showed who they are. Any session of before ends, so that nobody can plant one. */
    async function enter({
      id
    }: Pick<KnownAccount, "id">, before: Visitor | undefined): Promise<Entered> {
      if (stryMutAct_9fa48("204")) {
        {}
      } else {
        stryCov_9fa48("204");
        const secret = newSecret();
        const now = clock();
        await tools.startSession(stryMutAct_9fa48("205") ? {} : (stryCov_9fa48("205"), {
          idHash: hashSecret(secret),
          accountId: id,
          endsAt: new Date(stryMutAct_9fa48("206") ? now.getTime() - SESSION_MS : (stryCov_9fa48("206"), now.getTime() + SESSION_MS)),
          ...(stryMutAct_9fa48("209") ? before?.sessionHash !== undefined || {
            replaces: before.sessionHash
          } : stryMutAct_9fa48("208") ? false : stryMutAct_9fa48("207") ? true : (stryCov_9fa48("207", "208", "209"), (stryMutAct_9fa48("211") ? before?.sessionHash === undefined : stryMutAct_9fa48("210") ? true : (stryCov_9fa48("210", "211"), (stryMutAct_9fa48("212") ? before.sessionHash : (stryCov_9fa48("212"), before?.sessionHash)) !== undefined)) && (stryMutAct_9fa48("213") ? {} : (stryCov_9fa48("213"), {
            replaces: before.sessionHash
          }))))
        }), now);
        return stryMutAct_9fa48("214") ? {} : (stryCov_9fa48("214"), {
          cookie: cookie.set(secret),
          accountId: id
        });
      }
    }
    return stryMutAct_9fa48("215") ? {} : (stryCov_9fa48("215"), {
      visitorOf,
      async callerOf(request) {
        if (stryMutAct_9fa48("216")) {
          {}
        } else {
          stryCov_9fa48("216");
          const {
            authorization
          } = request.headers;
          if (stryMutAct_9fa48("219") ? authorization !== undefined : stryMutAct_9fa48("218") ? false : stryMutAct_9fa48("217") ? true : (stryCov_9fa48("217", "218", "219"), authorization === undefined)) return await visitorOf(request);
          const [scheme, secret = stryMutAct_9fa48("220") ? "Stryker was here!" : (stryCov_9fa48("220"), ""), ...rest] = authorization.split(stryMutAct_9fa48("221") ? "" : (stryCov_9fa48("221"), " "));
          if (stryMutAct_9fa48("224") ? (scheme?.toLowerCase() !== "bearer" || secret === "") && rest.length > 0 : stryMutAct_9fa48("223") ? false : stryMutAct_9fa48("222") ? true : (stryCov_9fa48("222", "223", "224"), (stryMutAct_9fa48("226") ? scheme?.toLowerCase() !== "bearer" && secret === "" : stryMutAct_9fa48("225") ? false : (stryCov_9fa48("225", "226"), (stryMutAct_9fa48("228") ? scheme?.toLowerCase() === "bearer" : stryMutAct_9fa48("227") ? false : (stryCov_9fa48("227", "228"), (stryMutAct_9fa48("230") ? scheme.toLowerCase() : stryMutAct_9fa48("229") ? scheme?.toUpperCase() : (stryCov_9fa48("229", "230"), scheme?.toLowerCase())) !== (stryMutAct_9fa48("231") ? "" : (stryCov_9fa48("231"), "bearer")))) || (stryMutAct_9fa48("233") ? secret !== "" : stryMutAct_9fa48("232") ? false : (stryCov_9fa48("232", "233"), secret === (stryMutAct_9fa48("234") ? "Stryker was here!" : (stryCov_9fa48("234"), "")))))) || (stryMutAct_9fa48("237") ? rest.length <= 0 : stryMutAct_9fa48("236") ? rest.length >= 0 : stryMutAct_9fa48("235") ? false : (stryCov_9fa48("235", "236", "237"), rest.length > 0)))) return undefined;
          if (stryMutAct_9fa48("240") ? options.apiToken !== undefined || isSame(secret, options.apiToken) : stryMutAct_9fa48("239") ? false : stryMutAct_9fa48("238") ? true : (stryCov_9fa48("238", "239", "240"), (stryMutAct_9fa48("242") ? options.apiToken === undefined : stryMutAct_9fa48("241") ? true : (stryCov_9fa48("241", "242"), options.apiToken !== undefined)) && isSame(secret, options.apiToken))) {
            if (stryMutAct_9fa48("243")) {
              {}
            } else {
              stryCov_9fa48("243");
              return stryMutAct_9fa48("244") ? {} : (stryCov_9fa48("244"), {
                actor: stryMutAct_9fa48("245") ? {} : (stryCov_9fa48("245"), {
                  kind: stryMutAct_9fa48("246") ? "" : (stryCov_9fa48("246"), "token"),
                  id: stryMutAct_9fa48("247") ? "" : (stryCov_9fa48("247"), "API_TOKEN"),
                  scopes: TOKEN_SCOPES
                })
              });
            }
          }
          const token = await tools.findApiToken(hashSecret(secret));
          return stryMutAct_9fa48("250") ? token || {
            actor: {
              kind: "token",
              id: token.id,
              scopes: token.scopes
            }
          } : stryMutAct_9fa48("249") ? false : stryMutAct_9fa48("248") ? true : (stryCov_9fa48("248", "249", "250"), token && (stryMutAct_9fa48("251") ? {} : (stryCov_9fa48("251"), {
            actor: stryMutAct_9fa48("252") ? {} : (stryCov_9fa48("252"), {
              kind: stryMutAct_9fa48("253") ? "" : (stryCov_9fa48("253"), "token"),
              id: token.id,
              scopes: token.scopes
            })
          })));
        }
      },
      async signIn({
        password,
        address,
        ...given
      }, before) {
        if (stryMutAct_9fa48("254")) {
          {}
        } else {
          stryCov_9fa48("254");
          const login = stryMutAct_9fa48("256") ? given.login.toLowerCase() : stryMutAct_9fa48("255") ? given.login.trim().toUpperCase() : (stryCov_9fa48("255", "256"), given.login.trim().toLowerCase());
          const waitSeconds = await delay.take(login, address);
          if (stryMutAct_9fa48("259") ? waitSeconds === undefined : stryMutAct_9fa48("258") ? false : stryMutAct_9fa48("257") ? true : (stryCov_9fa48("257", "258", "259"), waitSeconds !== undefined)) return stryMutAct_9fa48("260") ? {} : (stryCov_9fa48("260"), {
            waitSeconds
          });
          const account = await tools.findAccountByLogin(login);
          const isRight = await isRightPassword(stryMutAct_9fa48("261") ? account.passwordHash : (stryCov_9fa48("261"), account?.passwordHash), password);
          if (stryMutAct_9fa48("264") ? account !== undefined : stryMutAct_9fa48("263") ? false : stryMutAct_9fa48("262") ? true : (stryCov_9fa48("262", "263", "264"), account === undefined)) return stryMutAct_9fa48("265") ? {} : (stryCov_9fa48("265"), {
            refused: stryMutAct_9fa48("266") ? false : (stryCov_9fa48("266"), true)
          });
          if (stryMutAct_9fa48("269") ? !isRight && account.isDisabled : stryMutAct_9fa48("268") ? false : stryMutAct_9fa48("267") ? true : (stryCov_9fa48("267", "268", "269"), (stryMutAct_9fa48("270") ? isRight : (stryCov_9fa48("270"), !isRight)) || account.isDisabled)) return stryMutAct_9fa48("271") ? {} : (stryCov_9fa48("271"), {
            refused: stryMutAct_9fa48("272") ? false : (stryCov_9fa48("272"), true),
            accountId: account.id
          });
          await delay.forgive(login, address);
          return await enter(account, before);
        }
      },
      async admit(person, before) {
        if (stryMutAct_9fa48("273")) {
          {}
        } else {
          stryCov_9fa48("273");
          if (stryMutAct_9fa48("276") ? person.roles.length !== 0 : stryMutAct_9fa48("275") ? false : stryMutAct_9fa48("274") ? true : (stryCov_9fa48("274", "275", "276"), person.roles.length === 0)) {
            if (stryMutAct_9fa48("277")) {
              {}
            } else {
              stryCov_9fa48("277");
              throw new ProductError(stryMutAct_9fa48("278") ? "" : (stryCov_9fa48("278"), "access-denied"), stryMutAct_9fa48("279") ? "" : (stryCov_9fa48("279"), "Je hebt hier nog geen rol. Vraag de beheerder om een rol."));
            }
          }
          const account = await tools.upsertOutsideAccount(person, clock());
          if (stryMutAct_9fa48("281") ? false : stryMutAct_9fa48("280") ? true : (stryCov_9fa48("280", "281"), account.isDisabled)) throw new ProductError(stryMutAct_9fa48("282") ? "" : (stryCov_9fa48("282"), "access-denied"), stryMutAct_9fa48("283") ? "" : (stryCov_9fa48("283"), "Je account is gesloten. Vraag het de beheerder."));
          return await enter(account, before);
        }
      },
      async signOut(visitor) {
        if (stryMutAct_9fa48("284")) {
          {}
        } else {
          stryCov_9fa48("284");
          if (stryMutAct_9fa48("287") ? visitor?.sessionHash === undefined : stryMutAct_9fa48("286") ? false : stryMutAct_9fa48("285") ? true : (stryCov_9fa48("285", "286", "287"), (stryMutAct_9fa48("288") ? visitor.sessionHash : (stryCov_9fa48("288"), visitor?.sessionHash)) !== undefined)) await tools.endSession(visitor.sessionHash);
          return cookie.clear();
        }
      },
      invited: stryMutAct_9fa48("289") ? () => undefined : (stryCov_9fa48("289"), secret => tools.findInvitedAccount(hashSecret(secret), clock())),
      async setPassword(secret, password) {
        if (stryMutAct_9fa48("290")) {
          {}
        } else {
          stryCov_9fa48("290");
          const secretHash = hashSecret(secret);
          const account = await tools.findInvitedAccount(secretHash, clock());
          if (stryMutAct_9fa48("293") ? account !== undefined : stryMutAct_9fa48("292") ? false : stryMutAct_9fa48("291") ? true : (stryCov_9fa48("291", "292", "293"), account === undefined)) throw invitationUnknown();
          const weak = await whyWeakPassword(password, stryMutAct_9fa48("294") ? [] : (stryCov_9fa48("294"), [account.login, account.name]));
          if (stryMutAct_9fa48("297") ? weak === undefined : stryMutAct_9fa48("296") ? false : stryMutAct_9fa48("295") ? true : (stryCov_9fa48("295", "296", "297"), weak !== undefined)) return weak;
          const passwordHash = await hashPassword(password);
          if (stryMutAct_9fa48("300") ? false : stryMutAct_9fa48("299") ? true : stryMutAct_9fa48("298") ? await tools.usePasswordInvitation({
            secretHash,
            passwordHash
          }, clock()) : (stryCov_9fa48("298", "299", "300"), !(await tools.usePasswordInvitation(stryMutAct_9fa48("301") ? {} : (stryCov_9fa48("301"), {
            secretHash,
            passwordHash
          }), clock())))) throw invitationUnknown();
          return undefined;
        }
      }
    });
  }
}
function invitationUnknown(): ProductError {
  if (stryMutAct_9fa48("302")) {
    {}
  } else {
    stryCov_9fa48("302");
    return new ProductError(stryMutAct_9fa48("303") ? "" : (stryCov_9fa48("303"), "invitation-unknown"), stryMutAct_9fa48("304") ? "" : (stryCov_9fa48("304"), "Deze link werkt niet meer. Vraag de beheerder om een nieuwe."));
  }
}

/** Hashes are compared, so that length and time tell nothing. */
function isSame(one: string, other: string): boolean {
  if (stryMutAct_9fa48("305")) {
    {}
  } else {
    stryCov_9fa48("305");
    const digest = stryMutAct_9fa48("306") ? () => undefined : (stryCov_9fa48("306"), (() => {
      const digest = (text: string): Buffer => createHash(stryMutAct_9fa48("307") ? "" : (stryCov_9fa48("307"), "sha256")).update(text, stryMutAct_9fa48("308") ? "" : (stryCov_9fa48("308"), "utf8")).digest();
      return digest;
    })());
    return timingSafeEqual(digest(one), digest(other));
  }
}