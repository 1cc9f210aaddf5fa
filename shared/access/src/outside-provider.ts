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
  begin(to: string): Promise<{ readonly address: string; readonly cookie: string }>;
  /** Throws `sign-in-broken` for an answer that is not the one to this browser's question. */
  finish(answer: {
    readonly path: string;
    readonly cookies: string | undefined;
  }): Promise<{ readonly person: OutsidePerson; readonly to: string; readonly cookie: string }>;
}

interface Question {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly to: string;
}

export function openOutsideProvider(options: OutsideProviderOptions): OutsideProvider {
  const cookie = browserCookie(options.baseUrl.startsWith("https:"), "aanmelden");
  const redirectUri = `${options.baseUrl}/aanmelden/terug`;
  let discovered: Promise<openid.Configuration> | undefined;

  /** Asked once; a provider that does not answer is asked again at the next sign-in. */
  function discover(): Promise<openid.Configuration> {
    const issuer = new URL(options.issuer);
    // A provider on this very machine is for trying; the settings refuse http elsewhere.
    const execute = LOOPBACK_NAME.test(issuer.hostname) ? [openid.allowInsecureRequests] : [];
    discovered ??= openid
      .discovery(issuer, options.clientId, options.clientSecret, undefined, { execute })
      .catch((error: unknown) => {
        discovered = undefined;
        throw new ProductError("provider-unreachable", `${options.name} antwoordt niet. Probeer het zo nog eens.`, {
          cause: error,
          retryable: true,
        });
      });
    return discovered;
  }

  return {
    name: options.name,
    async begin(to) {
      const configuration = await discover();
      const verifier = openid.randomPKCECodeVerifier();
      const question: Question = { state: openid.randomState(), nonce: openid.randomNonce(), verifier, to };
      const address = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: "openid profile",
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state: question.state,
        nonce: question.nonce,
      });
      const kept = Buffer.from(JSON.stringify(question), "utf8").toString("base64url");
      return { address: address.href, cookie: cookie.set(kept, SIGN_IN_SECONDS) };
    },
    async finish({ path, cookies }) {
      const question = readQuestion(cookie.read(cookies));
      if (question === undefined) throw signInBroken();
      const configuration = await discover();
      const tokens = await openid
        .authorizationCodeGrant(configuration, new URL(path, options.baseUrl), {
          pkceCodeVerifier: question.verifier,
          expectedState: question.state,
          expectedNonce: question.nonce,
          idTokenExpected: true,
        })
        .catch((error: unknown) => {
          throw signInBroken(error);
        });
      const claims = tokens.claims();
      if (claims === undefined) throw signInBroken();
      return { person: personOf(claims, options), to: question.to, cookie: cookie.clear() };
    },
  };
}

function personOf(claims: openid.IDToken, options: OutsideProviderOptions): OutsidePerson {
  const roles = textsIn(claims[options.roleClaim]).flatMap((group) => {
    const role = Object.hasOwn(options.roles, group) ? options.roles[group] : undefined;
    return role === undefined ? [] : [role];
  });
  const [workerRef] = options.workerClaim === undefined ? [] : textsIn(claims[options.workerClaim]);
  return {
    issuer: claims.iss,
    subject: claims.sub,
    name: typeof claims.name === "string" ? claims.name : claims.sub,
    roles: [...new Set(roles)],
    teamCodes: textsIn(claims[options.teamClaim]),
    ...(workerRef !== undefined && { workerRef }),
  };
}

/** A claim with one value may come as a text or as a list. */
function textsIn(claim: unknown): string[] {
  return [claim].flat().filter((value): value is string => typeof value === "string" && value !== "");
}

function readQuestion(kept: string | undefined): Question | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(kept ?? "", "base64url").toString("utf8"));
    const { state, nonce, verifier, to } = read as Record<keyof Question, unknown>;
    const isWhole = [state, nonce, verifier, to].every((part) => typeof part === "string");
    return isWhole ? (read as Question) : undefined;
  } catch {
    return undefined;
  }
}

function signInBroken(cause?: unknown): ProductError {
  return new ProductError("sign-in-broken", "Aanmelden lukte niet. Begin opnieuw bij Aanmelden.", { cause });
}
