import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { type Actor, needsSecondFactor, ProductError, type SecondFactorPolicy, TOKEN_SCOPES } from "@rode-draad/domain";
import type { AccessTools, Awaited, KnownAccount } from "./access-tools.js";
import { openSignInDelay } from "./limits.js";
import { isFromThisMachine } from "./loopback.js";
import type { OutsidePerson } from "./outside-provider.js";
import { hashPassword, isRightPassword, whyWeakPassword } from "./passwords.js";
import { askSetUp, openSecondStep, type SecondStep } from "./second-step.js";
import { hashSecret } from "./secrets.js";
import { browserCookie } from "./session-cookie.js";
import { openSessions } from "./sessions.js";

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

/** The password was right, and the cookie is of a session that opens nothing until the second step is done. */
export interface AskedMore extends Entered {
  readonly asks: Awaited["kind"];
}

export type SignInOutcome =
  | Entered
  | AskedMore
  /** Wrong name or password: which of them is not told. `accountId`, for the log only: the account that was tried. */
  | { readonly refused: true; readonly accountId?: string }
  | { readonly waitSeconds: number };

/** Knows people and source systems, and lets them in and out. */
export interface Access extends SecondStep {
  /** By a session. A request of a browser that is not signed in gives undefined. */
  visitorOf(request: ArrivedRequest): Promise<Visitor | undefined>;
  /** By a key in the header Authorization or by a session; for the API. A key that is wrong gives undefined. */
  callerOf(request: ArrivedRequest): Promise<Visitor | undefined>;
  /** The first step, and the only one for who has no second factor and need not have one. `isSettingUp`: an app is to be set up next. */
  signIn(
    given: {
      readonly login: string;
      readonly password: string;
      readonly address: string;
      readonly isSettingUp?: boolean;
    },
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
  /** Of whom a second factor is asked; who set one up is always asked for it. */
  readonly secondFactor: SecondFactorPolicy | "nobody";
  /** A key with all scopes that stands in the settings of this machine. */
  readonly apiToken?: string;
  /** For the demo: who a browser on this very machine is without signing in. */
  readonly whoIsHere?: Actor;
}

export function openAccess(tools: AccessTools, options: AccessOptions): Access {
  const { clock } = options;
  const cookie = browserCookie(options.isSecure);
  const sessions = openSessions(tools, clock, cookie);
  const delay = openSignInDelay();

  async function visitorOf(request: ArrivedRequest): Promise<Visitor | undefined> {
    const visitor = await sessions.read(request);
    if (visitor !== undefined) return visitor;
    const { whoIsHere } = options;
    return whoIsHere !== undefined && isFromThisMachine(request) ? { actor: whoIsHere } : undefined;
  }

  /** What follows on the right password. */
  async function goOn(account: KnownAccount, replaces: string | undefined, isSettingUp: boolean) {
    if ((await tools.readSecondFactor(account.id)) !== undefined) {
      const started = await sessions.start(account.id, { replaces, awaits: { kind: "code" } });
      return { cookie: started, accountId: account.id, asks: "code" as const };
    }
    const isNeeded = options.secondFactor !== "nobody" && needsSecondFactor(account.roles, options.secondFactor);
    if (isNeeded || isSettingUp) return await askSetUp(sessions, account.id, replaces);
    return { cookie: await sessions.start(account.id, { replaces }), accountId: account.id };
  }

  return {
    ...openSecondStep(tools, clock, sessions),
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
    async signIn({ password, address, isSettingUp = false, ...given }, before) {
      const login = given.login.trim().toLowerCase();
      const waitSeconds = await delay.take(login, address);
      if (waitSeconds !== undefined) return { waitSeconds };
      const account = await tools.findAccountByLogin(login);
      const isRight = await isRightPassword(account?.passwordHash, password);
      if (account === undefined) return { refused: true };
      if (!isRight || account.isDisabled) return { refused: true, accountId: account.id };
      await delay.forgive(login, address);
      return await goOn(account, before?.sessionHash, isSettingUp);
    },
    async admit(person, before) {
      if (person.roles.length === 0) {
        throw new ProductError("access-denied", "Je hebt hier nog geen rol. Vraag de beheerder om een rol.");
      }
      const account = await tools.upsertOutsideAccount(person, clock());
      if (account.isDisabled)
        throw new ProductError("access-denied", "Je account is gesloten. Vraag het de beheerder.");
      // The second factor is the outside provider's.
      const started = await sessions.start(account.id, { replaces: before?.sessionHash });
      return { cookie: started, accountId: account.id };
    },
    async signOut(visitor) {
      if (visitor?.sessionHash !== undefined) await tools.endSession(visitor.sessionHash, visitor.actor.id);
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
      const use = { secretHash, passwordHash, accountId: account.id };
      if (!(await tools.usePasswordInvitation(use, clock()))) throw invitationUnknown();
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
