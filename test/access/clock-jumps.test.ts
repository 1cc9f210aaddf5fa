import { hashSecret, newSecret, openLimit } from "@rode-draad/access";
import type { LinkPurpose, PartnerAnswer } from "@rode-draad/domain";
import { checkAuditLog } from "@rode-draad/pipeline";
import {
  answerThroughLink,
  inviteAgain,
  keepPartnerLink,
  readAuditEntries,
  readLinkedRequest,
} from "@rode-draad/store";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { endWhatIsOverIn } from "../../services/pipeline/src/access/end-what-is-over-in.js";
import { anchorPath } from "../../services/pipeline/src/audit/anchor-path.js";
import { makePartnerRequests } from "../trust/make-partner-requests.js";
import { Browser } from "./browser.js";
import { type LocalTown, MINUTE_MS, openLocalTown, PASSWORD } from "./local-people.js";

/** A clock that somebody set wrong, or that a server brings right again: an hour or a day, ahead or back. */
const HOUR_MS = 60 * MINUTE_MS;
const JUMPS = [
  ["an hour", HOUR_MS],
  ["a day", 24 * HOUR_MS],
] as const;
const AUDIT_KEY = "Zk4vT8mB1nR6yK9wX3qH7cF2gD5sL0pA";

let town: LocalTown;
beforeAll(async () => {
  town = await openLocalTown({ AUDIT_KEY });
});
afterAll(() => town.close());

function pass(ms: number): void {
  town.now = new Date(town.now.getTime() + ms);
}
const clear = (): Promise<void> => endWhatIsOverIn(town.product, [town.product.municipalityId]);
let requests = 0;
let people = 0;
const nextLogin = (): string => `wim-${++people}`;

async function signedIn(login = nextLogin()): Promise<Browser> {
  await town.withPassword(login);
  const browser = new Browser();
  expect((await town.signIn(browser, login)).status).toBe(303);
  expect(await town.isIn(browser)).toBe(true);
  return browser;
}

describe.each(JUMPS)("a clock that jumps %s", (_name, jump) => {
  it("ahead and back: what began meanwhile opens nothing, and signing in works throughout", async () => {
    pass(jump);
    const login = nextLogin();
    const browser = await signedIn(login);
    pass(-jump);
    expect(await town.isIn(browser)).toBe(false);
    const again = new Browser();
    expect((await town.signIn(again, login)).status).toBe(303);
    expect(await town.isIn(again)).toBe(true);
    // Nor does it open when its time comes, once the house was cleared.
    await clear();
    pass(jump);
    expect(await town.isIn(browser)).toBe(false);
    pass(-jump);
  });

  it("back: who was in signs in again, and does not come in when the old time comes round", async () => {
    const browser = await signedIn();
    pass(-jump);
    expect(await town.isIn(browser)).toBe(false);
    await clear();
    pass(jump);
    expect(await town.isIn(browser)).toBe(false);
  });

  it("back brings no session to life that was over", async () => {
    const [idle, old] = [await signedIn(), await signedIn()];
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      pass(20 * MINUTE_MS);
      await town.isIn(old);
    }
    expect([await town.isIn(idle), await town.isIn(old)]).toEqual([false, false]);
    await clear();
    pass(-jump);
    expect([await town.isIn(idle), await town.isIn(old)]).toEqual([false, false]);
    pass(jump);
  });

  it("leaves a link to choose a password no longer than it was given", async () => {
    const login = nextLogin();
    const expired = await town.invite(login);
    const opens = async (secret: string): Promise<boolean> =>
      (await new Browser().go(town.at(`/wachtwoord/${secret}`))).status === 200;
    expect(await opens(expired)).toBe(true);
    pass(2 * MINUTE_MS);
    await clear();
    pass(-jump);
    expect(await opens(expired)).toBe(false);
    pass(2 * jump);
    const { store, municipalityId } = town.product;
    const [early, until] = [newSecret(), new Date(town.now.getTime() + jump)];
    await inviteAgain(store.db, municipalityId, login, { secretHash: hashSecret(early), from: town.now, until });
    pass(-jump);
    expect(await opens(early)).toBe(false);
    const form = { wachtwoord: PASSWORD, nogmaals: PASSWORD };
    expect((await new Browser().go(town.at(`/wachtwoord/${early}`), form)).status).toBe(404);
    await clear();
    pass(jump);
    expect(await opens(early)).toBe(false);
    pass(-jump);
  });

  it("takes no code twice, and a recovery code helps until the time is back", async () => {
    const login = nextLogin();
    await town.withPassword(login, ["team-lead"]);
    const browser = new Browser();
    await town.signIn(browser, login);
    const { secret, recoveryCodes } = await town.setUpApp(browser);
    pass(MINUTE_MS);
    const used = town.codeOf(secret);
    const give = async (code: string): Promise<number> => {
      const one = new Browser();
      await town.signIn(one, login);
      return (await one.go(town.at("/aanmelden/code"), { code, naar: "/" })).status;
    };
    expect(await give(used)).toBe(303);
    pass(-jump);
    expect(await give(used)).toBe(401);
    expect(await give(town.codeOf(secret))).toBe(401);
    expect(await give(recoveryCodes[0] ?? "")).toBe(303);
    pass(jump);
    expect(await give(used)).toBe(401);
    pass(MINUTE_MS);
    expect(await give(town.codeOf(secret))).toBe(303);
  });

  it("leaves a partner's link no longer than it was given", async () => {
    const { db } = town.product.store;
    const { municipalityId } = town.product;
    const answer: PartnerAnswer = { kind: "call" };
    // A link that was used stays used, so each jump has requests of its own.
    requests += 2;
    const [over, early] = (await makePartnerRequests(db, municipalityId, requests, town.now)).slice(-2);
    const keyOf = (tokenHash: string) => ({ municipalityId, purpose: "answer-request" as LinkPurpose, tokenHash });
    const [overKey, earlyKey] = [keyOf(newSecret()), keyOf(newSecret())];
    const days = (count: number): Date => new Date(town.now.getTime() + count * 24 * HOUR_MS);
    const issuedAt = town.now;
    const expiresAt = new Date(issuedAt.getTime() + HOUR_MS);
    await keepPartnerLink(db, { ...overKey, requestId: over?.id ?? "", issuedAt, expiresAt });
    pass(HOUR_MS);
    await clear();
    pass(-jump);
    expect(await readLinkedRequest(db, overKey, town.now)).toBeUndefined();
    expect(await answerThroughLink(db, overKey, { requestId: over?.id ?? "", answer }, town.now)).toBe(false);
    pass(2 * jump);
    await keepPartnerLink(db, { ...earlyKey, requestId: early?.id ?? "", issuedAt: town.now, expiresAt: days(60) });
    pass(-jump);
    await clear();
    expect(await readLinkedRequest(db, earlyKey, town.now)).toBeDefined();
    expect(await readLinkedRequest(db, earlyKey, days(60))).toBeUndefined();
    expect(await answerThroughLink(db, earlyKey, { requestId: early?.id ?? "", answer }, days(59))).toBe(true);
  });
});

describe("the limits on tries", () => {
  afterEach(() => void vi.useRealTimers());

  it.each(JUMPS)("hold on when the clock is set back %s, and ask nobody to wait longer for it", async (_name, jump) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_800_000_000_000 });
    const limit = openLimit({ points: 5, seconds: 900 });
    for (let tries = 0; tries < 5; tries += 1) expect(await limit.take("a")).toBeUndefined();
    for (const moved of [0, -jump, jump / 1_000]) {
      vi.setSystemTime(1_800_000_000_000 + moved);
      const wait = await limit.take("a");
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(900);
    }
    // Ahead, the quarter is over as if it had passed.
    vi.setSystemTime(1_800_000_000_000 + jump);
    expect(await limit.take("a")).toBeUndefined();
  });
});

describe("the audit log", () => {
  it("stays whole through all of this, and time never goes back in it", async () => {
    const { store, municipalityId, configuration } = town.product;
    const anchorFiles = [anchorPath(configuration)];
    const check = await checkAuditLog({ db: store.db, municipalityId, key: AUDIT_KEY, anchorFiles });
    expect(check).toMatchObject({ isWhole: true, forgedAnchors: [] });
    expect(check.entries).toBeGreaterThan(50);
    expect(check.anchored).toBe(check.entries);
    const moments = (await readAuditEntries(store.db, municipalityId, { limit: 10_000 })).map(({ at }) => at.getTime());
    expect(moments).toEqual([...moments].sort((one, other) => one - other));
  });
});
