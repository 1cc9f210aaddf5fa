import type { AccessTools, Awaited, KnownAccount } from "./access-tools.js";
import type { ArrivedRequest, Visitor } from "./open-access.js";
import { hashSecret, newSecret } from "./secrets.js";
import type { BrowserCookie } from "./session-cookie.js";

/** ASVS 5.0 7.3: half an hour without a page and a working day at most, as NIST SP 800-63B has it for this level. */
export const SESSION_IDLE_MS = 30 * 60_000;
const SESSION_MS = 12 * 3_600_000;
/** Time to fetch a telephone and put an app on it, after the password was right. */
const HALF_SESSION_MS = 15 * 60_000;
/** A session is written down as used at most this often, so that a page is no write. */
const SEEN_EVERY_MS = 60_000;

/** Who is half way in: the password was right. */
interface HalfWay {
  readonly account: KnownAccount;
  readonly awaits: Awaited;
  readonly sessionHash: string;
}

/** Sessions of browsers: a random number in a cookie, of which the store knows the hash. */
export interface Sessions {
  /** Whose session the browser shows, while it lasts and opens something. */
  read(request: ArrivedRequest): Promise<Visitor | undefined>;
  readHalf(request: ArrivedRequest): Promise<HalfWay | undefined>;
  /** A new one, so that nobody can plant one; the one that it replaces ends. Gives the value of the Set-Cookie header. */
  start(
    accountId: string,
    more: { readonly replaces?: string | undefined; readonly awaits?: Awaited },
  ): Promise<string>;
}

export function openSessions(tools: AccessTools, clock: () => Date, cookie: BrowserCookie): Sessions {
  const hashIn = ({ headers }: ArrivedRequest): string | undefined => {
    const secret = cookie.read(headers.cookie);
    return secret === undefined ? undefined : hashSecret(secret);
  };
  return {
    async read(request) {
      const sessionHash = hashIn(request);
      if (sessionHash === undefined) return undefined;
      const now = clock();
      const session = await tools.readSession(sessionHash, {
        now,
        idleSince: new Date(now.getTime() - SESSION_IDLE_MS),
      });
      if (session === undefined) return undefined;
      if (now.getTime() - session.seenAt.getTime() >= SEEN_EVERY_MS) await tools.markSessionSeen(sessionHash, now);
      return { actor: session.actor, sessionHash };
    },
    async readHalf(request) {
      const sessionHash = hashIn(request);
      const half = sessionHash === undefined ? undefined : await tools.readHalfSession(sessionHash, clock());
      return half && sessionHash !== undefined ? { ...half, sessionHash } : undefined;
    },
    async start(accountId, { replaces, awaits }) {
      const secret = newSecret();
      const now = clock();
      const endsAt = new Date(now.getTime() + (awaits === undefined ? SESSION_MS : HALF_SESSION_MS));
      const session = { idHash: hashSecret(secret), accountId, endsAt };
      const more = { ...(replaces !== undefined && { replaces }), ...(awaits !== undefined && { awaits }) };
      await tools.startSession({ ...session, ...more }, now);
      return cookie.set(secret);
    },
  };
}
