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
import { ProductError, type Role } from "@rode-draad/domain";
import { LOOPBACK_NAME, type SignInProvider } from "@rode-draad/runtime";
import * as openid from "openid-client";
import { browserCookie } from "./session-cookie.js";

/** A sign-in that takes longer was left; its answer is not taken any more. */
const SIGN_IN_SECONDS = 600;
export interface OutsideProviderOptions extends SignInProvider {
  /** Where browsers reach us: `https://rodedraad.gemeente.example`. */
  readonly baseUrl: string;
}

/** Somebody whom the provider vouches for, with what its groups mean here. */
export interface OutsidePerson {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teamCodes: readonly string[];
  readonly workerRef?: string;
}

/** Signing in with the municipality's own accounts, and its second factor: OpenID Connect, code flow with PKCE. */
export interface OutsideProvider {
  readonly name: string;
  /** Where to send the browser, and the Set-Cookie header with what its answer is held against. `to` is our page to end on. */
  begin(to: string): Promise<{
    readonly address: string;
    readonly cookie: string;
  }>;
  /** Throws `sign-in-broken` for an answer that is not the one to this browser's question. */
  finish(answer: {
    readonly path: string;
    readonly cookies: string | undefined;
  }): Promise<{
    readonly person: OutsidePerson;
    readonly to: string;
    readonly cookie: string;
  }>;
}
interface Question {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly to: string;
}
export function openOutsideProvider(options: OutsideProviderOptions): OutsideProvider {
  if (stryMutAct_9fa48("309")) {
    {}
  } else {
    stryCov_9fa48("309");
    const cookie = browserCookie(stryMutAct_9fa48("310") ? options.baseUrl.endsWith("https:") : (stryCov_9fa48("310"), options.baseUrl.startsWith(stryMutAct_9fa48("311") ? "" : (stryCov_9fa48("311"), "https:"))), stryMutAct_9fa48("312") ? "" : (stryCov_9fa48("312"), "aanmelden"));
    const redirectUri = stryMutAct_9fa48("313") ? `` : (stryCov_9fa48("313"), `${options.baseUrl}/aanmelden/terug`);
    let discovered: Promise<openid.Configuration> | undefined;

    /** Asked once; a provider that does not answer is asked again at the next sign-in. */
    function discover(): Promise<openid.Configuration> {
      if (stryMutAct_9fa48("314")) {
        {}
      } else {
        stryCov_9fa48("314");
        const issuer = new URL(options.issuer);
        // A provider on this very machine is for trying; the settings refuse http elsewhere.
        const execute = LOOPBACK_NAME.test(issuer.hostname) ? stryMutAct_9fa48("315") ? [] : (stryCov_9fa48("315"), [openid.allowInsecureRequests]) : stryMutAct_9fa48("316") ? ["Stryker was here"] : (stryCov_9fa48("316"), []);
        stryMutAct_9fa48("317") ? discovered &&= openid.discovery(issuer, options.clientId, options.clientSecret, undefined, {
          execute
        }).catch((error: unknown) => {
          discovered = undefined;
          throw new ProductError("provider-unreachable", `${options.name} antwoordt niet. Probeer het zo nog eens.`, {
            cause: error,
            retryable: true
          });
        }) : (stryCov_9fa48("317"), discovered ??= openid.discovery(issuer, options.clientId, options.clientSecret, undefined, stryMutAct_9fa48("318") ? {} : (stryCov_9fa48("318"), {
          execute
        })).catch((error: unknown) => {
          if (stryMutAct_9fa48("319")) {
            {}
          } else {
            stryCov_9fa48("319");
            discovered = undefined;
            throw new ProductError(stryMutAct_9fa48("320") ? "" : (stryCov_9fa48("320"), "provider-unreachable"), stryMutAct_9fa48("321") ? `` : (stryCov_9fa48("321"), `${options.name} antwoordt niet. Probeer het zo nog eens.`), stryMutAct_9fa48("322") ? {} : (stryCov_9fa48("322"), {
              cause: error,
              retryable: stryMutAct_9fa48("323") ? false : (stryCov_9fa48("323"), true)
            }));
          }
        }));
        return discovered;
      }
    }
    return stryMutAct_9fa48("324") ? {} : (stryCov_9fa48("324"), {
      name: options.name,
      async begin(to) {
        if (stryMutAct_9fa48("325")) {
          {}
        } else {
          stryCov_9fa48("325");
          const configuration = await discover();
          const verifier = openid.randomPKCECodeVerifier();
          const question: Question = stryMutAct_9fa48("326") ? {} : (stryCov_9fa48("326"), {
            state: openid.randomState(),
            nonce: openid.randomNonce(),
            verifier,
            to
          });
          const address = openid.buildAuthorizationUrl(configuration, stryMutAct_9fa48("327") ? {} : (stryCov_9fa48("327"), {
            redirect_uri: redirectUri,
            scope: stryMutAct_9fa48("328") ? "" : (stryCov_9fa48("328"), "openid profile"),
            code_challenge: await openid.calculatePKCECodeChallenge(verifier),
            code_challenge_method: stryMutAct_9fa48("329") ? "" : (stryCov_9fa48("329"), "S256"),
            state: question.state,
            nonce: question.nonce
          }));
          const kept = Buffer.from(JSON.stringify(question), stryMutAct_9fa48("330") ? "" : (stryCov_9fa48("330"), "utf8")).toString(stryMutAct_9fa48("331") ? "" : (stryCov_9fa48("331"), "base64url"));
          return stryMutAct_9fa48("332") ? {} : (stryCov_9fa48("332"), {
            address: address.href,
            cookie: cookie.set(kept, SIGN_IN_SECONDS)
          });
        }
      },
      async finish({
        path,
        cookies
      }) {
        if (stryMutAct_9fa48("333")) {
          {}
        } else {
          stryCov_9fa48("333");
          const question = readQuestion(cookie.read(cookies));
          if (stryMutAct_9fa48("336") ? question !== undefined : stryMutAct_9fa48("335") ? false : stryMutAct_9fa48("334") ? true : (stryCov_9fa48("334", "335", "336"), question === undefined)) throw signInBroken();
          const configuration = await discover();
          const tokens = await openid.authorizationCodeGrant(configuration, new URL(path, options.baseUrl), stryMutAct_9fa48("337") ? {} : (stryCov_9fa48("337"), {
            pkceCodeVerifier: question.verifier,
            expectedState: question.state,
            expectedNonce: question.nonce,
            idTokenExpected: stryMutAct_9fa48("338") ? false : (stryCov_9fa48("338"), true)
          })).catch((error: unknown) => {
            if (stryMutAct_9fa48("339")) {
              {}
            } else {
              stryCov_9fa48("339");
              throw signInBroken(error);
            }
          });
          const claims = tokens.claims();
          if (stryMutAct_9fa48("342") ? claims !== undefined : stryMutAct_9fa48("341") ? false : stryMutAct_9fa48("340") ? true : (stryCov_9fa48("340", "341", "342"), claims === undefined)) throw signInBroken();
          return stryMutAct_9fa48("343") ? {} : (stryCov_9fa48("343"), {
            person: personOf(claims, options),
            to: question.to,
            cookie: cookie.clear()
          });
        }
      }
    });
  }
}
function personOf(claims: openid.IDToken, options: OutsideProviderOptions): OutsidePerson {
  if (stryMutAct_9fa48("344")) {
    {}
  } else {
    stryCov_9fa48("344");
    const roles = textsIn(claims[options.roleClaim]).flatMap(group => {
      if (stryMutAct_9fa48("345")) {
        {}
      } else {
        stryCov_9fa48("345");
        const role = Object.hasOwn(options.roles, group) ? options.roles[group] : undefined;
        return (stryMutAct_9fa48("348") ? role !== undefined : stryMutAct_9fa48("347") ? false : stryMutAct_9fa48("346") ? true : (stryCov_9fa48("346", "347", "348"), role === undefined)) ? stryMutAct_9fa48("349") ? ["Stryker was here"] : (stryCov_9fa48("349"), []) : stryMutAct_9fa48("350") ? [] : (stryCov_9fa48("350"), [role]);
      }
    });
    const [workerRef] = (stryMutAct_9fa48("353") ? options.workerClaim !== undefined : stryMutAct_9fa48("352") ? false : stryMutAct_9fa48("351") ? true : (stryCov_9fa48("351", "352", "353"), options.workerClaim === undefined)) ? stryMutAct_9fa48("354") ? ["Stryker was here"] : (stryCov_9fa48("354"), []) : textsIn(claims[options.workerClaim]);
    return stryMutAct_9fa48("355") ? {} : (stryCov_9fa48("355"), {
      issuer: claims.iss,
      subject: claims.sub,
      name: (stryMutAct_9fa48("358") ? typeof claims.name !== "string" : stryMutAct_9fa48("357") ? false : stryMutAct_9fa48("356") ? true : (stryCov_9fa48("356", "357", "358"), typeof claims.name === (stryMutAct_9fa48("359") ? "" : (stryCov_9fa48("359"), "string")))) ? claims.name : claims.sub,
      roles: stryMutAct_9fa48("360") ? [] : (stryCov_9fa48("360"), [...new Set(roles)]),
      teamCodes: textsIn(claims[options.teamClaim]),
      ...(stryMutAct_9fa48("363") ? workerRef !== undefined || {
        workerRef
      } : stryMutAct_9fa48("362") ? false : stryMutAct_9fa48("361") ? true : (stryCov_9fa48("361", "362", "363"), (stryMutAct_9fa48("365") ? workerRef === undefined : stryMutAct_9fa48("364") ? true : (stryCov_9fa48("364", "365"), workerRef !== undefined)) && (stryMutAct_9fa48("366") ? {} : (stryCov_9fa48("366"), {
        workerRef
      }))))
    });
  }
}

/** A claim with one value may come as a text or as a list. */
function textsIn(claim: unknown): string[] {
  if (stryMutAct_9fa48("367")) {
    {}
  } else {
    stryCov_9fa48("367");
    return stryMutAct_9fa48("368") ? [claim].flat() : (stryCov_9fa48("368"), (stryMutAct_9fa48("369") ? [] : (stryCov_9fa48("369"), [claim])).flat().filter(stryMutAct_9fa48("370") ? () => undefined : (stryCov_9fa48("370"), (value): value is string => stryMutAct_9fa48("373") ? typeof value === "string" || value !== "" : stryMutAct_9fa48("372") ? false : stryMutAct_9fa48("371") ? true : (stryCov_9fa48("371", "372", "373"), (stryMutAct_9fa48("375") ? typeof value !== "string" : stryMutAct_9fa48("374") ? true : (stryCov_9fa48("374", "375"), typeof value === (stryMutAct_9fa48("376") ? "" : (stryCov_9fa48("376"), "string")))) && (stryMutAct_9fa48("378") ? value === "" : stryMutAct_9fa48("377") ? true : (stryCov_9fa48("377", "378"), value !== (stryMutAct_9fa48("379") ? "Stryker was here!" : (stryCov_9fa48("379"), ""))))))));
  }
}
function readQuestion(kept: string | undefined): Question | undefined {
  if (stryMutAct_9fa48("380")) {
    {}
  } else {
    stryCov_9fa48("380");
    try {
      if (stryMutAct_9fa48("381")) {
        {}
      } else {
        stryCov_9fa48("381");
        const read: unknown = JSON.parse(Buffer.from(stryMutAct_9fa48("382") ? kept && "" : (stryCov_9fa48("382"), kept ?? (stryMutAct_9fa48("383") ? "Stryker was here!" : (stryCov_9fa48("383"), ""))), stryMutAct_9fa48("384") ? "" : (stryCov_9fa48("384"), "base64url")).toString(stryMutAct_9fa48("385") ? "" : (stryCov_9fa48("385"), "utf8")));
        const {
          state,
          nonce,
          verifier,
          to
        } = read as Record<keyof Question, unknown>;
        const isWhole = stryMutAct_9fa48("386") ? [state, nonce, verifier, to].some(part => typeof part === "string") : (stryCov_9fa48("386"), (stryMutAct_9fa48("387") ? [] : (stryCov_9fa48("387"), [state, nonce, verifier, to])).every(stryMutAct_9fa48("388") ? () => undefined : (stryCov_9fa48("388"), part => stryMutAct_9fa48("391") ? typeof part !== "string" : stryMutAct_9fa48("390") ? false : stryMutAct_9fa48("389") ? true : (stryCov_9fa48("389", "390", "391"), typeof part === (stryMutAct_9fa48("392") ? "" : (stryCov_9fa48("392"), "string"))))));
        return isWhole ? read as Question : undefined;
      }
    } catch {
      if (stryMutAct_9fa48("393")) {
        {}
      } else {
        stryCov_9fa48("393");
        return undefined;
      }
    }
  }
}
function signInBroken(cause?: unknown): ProductError {
  if (stryMutAct_9fa48("394")) {
    {}
  } else {
    stryCov_9fa48("394");
    return new ProductError(stryMutAct_9fa48("395") ? "" : (stryCov_9fa48("395"), "sign-in-broken"), stryMutAct_9fa48("396") ? "" : (stryCov_9fa48("396"), "Aanmelden lukte niet. Begin opnieuw bij Aanmelden."), stryMutAct_9fa48("397") ? {} : (stryCov_9fa48("397"), {
      cause
    }));
  }
}