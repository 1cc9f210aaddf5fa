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
const IDLE_MS = 30 * 60_000;
const SESSION_MS = 12 * 3_600_000;
/** A session is written down as used at most this often, so that a page is no write. */
const SEEN_EVERY_MS = 60_000;

/** What of a request says who sent it. */
export interface ArrivedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
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

export type SignInOutcome =
  | Entered
  /** Wrong name or password: which of them is not told. `accountId`, for the log only: the account that was tried. */
  | { readonly refused: true; readonly accountId?: string }
  | { readonly waitSeconds: number };

/** Knows people and source systems, and lets them in and out. */
export interface Access {
  /** By a session. A request of a browser that is not signed in gives undefined. */
  visitorOf(request: ArrivedRequest): Promise<Visitor | undefined>;
  /** By a key in the header Authorization or by a session; for the API. A key that is wrong gives undefined. */
  callerOf(request: ArrivedRequest): Promise<Visitor | undefined>;
  signIn(
    given: { readonly login: string; readonly password: string; readonly address: string },
    before: Visitor | undefined,
  ): Promise<SignInOutcome>;
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
  const { clock } = options;
  const cookie: BrowserCookie = browserCookie(options.isSecure);
  const delay = openSignInDelay();

  async function visitorOf(request: ArrivedRequest): Promise<Visitor | undefined> {
    const secret = cookie.read(request.headers.cookie);
    if (secret !== undefined) {
      const now = clock();
      const sessionHash = hashSecret(secret);
      const session = await tools.readSession(sessionHash, { now, idleSince: new Date(now.getTime() - IDLE_MS) });
      if (session !== undefined) {
        if (now.getTime() - session.seenAt.getTime() >= SEEN_EVERY_MS) await tools.markSessionSeen(sessionHash, now);
        return { actor: session.actor, sessionHash };
      }
    }
    const { whoIsHere } = options;
    return whoIsHere !== undefined && isFromThisMachine(request) ? { actor: whoIsHere } : undefined;
  }

  /** Starts a session for who showed who they are. Any session of before ends, so that nobody can plant one. */
  async function enter({ id }: Pick<KnownAccount, "id">, before: Visitor | undefined): Promise<Entered> {
    const secret = newSecret();
    const now = clock();
    await tools.startSession(
      {
        idHash: hashSecret(secret),
        accountId: id,
        endsAt: new Date(now.getTime() + SESSION_MS),
        ...(before?.sessionHash !== undefined && { replaces: before.sessionHash }),
      },
      now,
    );
    return { cookie: cookie.set(secret), accountId: id };
  }

  return {
    visitorOf,
    async callerOf(request) {
      const { authorization } = request.headers;
      if (authorization === undefined) return await visitorOf(request);
      const [scheme, secret = "", ...rest] = authorization.split(" ");
      if (scheme?.toLowerCase() !== "bearer" || secret === "" || rest.length > 0) return undefined;
      if (options.apiToken !== undefined && isSame(secret, options.apiToken)) {
        return { actor: { kind: "token", id: "API_TOKEN", scopes: TOKEN_SCOPES } };
      }
      const token = await tools.findApiToken(hashSecret(secret));
      return token && { actor: { kind: "token", id: token.id, scopes: token.scopes } };
    },
    async signIn({ password, address, ...given }, before) {
      const login = given.login.trim().toLowerCase();
      const waitSeconds = await delay.take(login, address);
      if (waitSeconds !== undefined) return { waitSeconds };
      const account = await tools.findAccountByLogin(login);
      const isRight = await isRightPassword(account?.passwordHash, password);
      if (account === undefined) return { refused: true };
      if (!isRight || account.isDisabled) return { refused: true, accountId: account.id };
      await delay.forgive(login, address);
      return await enter(account, before);
    },
    async admit(person, before) {
      if (person.roles.length === 0) {
        throw new ProductError("access-denied", "Je hebt hier nog geen rol. Vraag de beheerder om een rol.");
      }
      const account = await tools.upsertOutsideAccount(person, clock());
      if (account.isDisabled)
        throw new ProductError("access-denied", "Je account is gesloten. Vraag het de beheerder.");
      return await enter(account, before);
    },
    async signOut(visitor) {
      if (visitor?.sessionHash !== undefined) await tools.endSession(visitor.sessionHash);
      return cookie.clear();
    },
    invited: (secret) => tools.findInvitedAccount(hashSecret(secret), clock()),
    async setPassword(secret, password) {
      const secretHash = hashSecret(secret);
      const account = await tools.findInvitedAccount(secretHash, clock());
      if (account === undefined) throw invitationUnknown();
      const weak = await whyWeakPassword(password, [account.login, account.name]);
      if (weak !== undefined) return weak;
      const passwordHash = await hashPassword(password);
      if (!(await tools.usePasswordInvitation({ secretHash, passwordHash }, clock()))) throw invitationUnknown();
      return undefined;
    },
  };
}

function invitationUnknown(): ProductError {
  return new ProductError("invitation-unknown", "Deze link werkt niet meer. Vraag de beheerder om een nieuwe.");
}

/** Hashes are compared, so that length and time tell nothing. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text, "utf8").digest();
  return timingSafeEqual(digest(one), digest(other));
}
