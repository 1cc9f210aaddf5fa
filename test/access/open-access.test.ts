import { randomUUID } from "node:crypto";
import {
  type Access,
  type AccessOptions,
  type ArrivedRequest,
  hashSecret,
  newSecret,
  openAccess,
  type Visitor,
} from "@rode-draad/access";
import { type Actor, type Role, TOKEN_SCOPES } from "@rode-draad/domain";
import {
  addAccount,
  addApiToken,
  disableAccount,
  ensureMunicipality,
  findAccountByLogin,
  usePasswordInvitation,
} from "@rode-draad/store";
import { openScratchStore, type ScratchStore } from "@rode-draad/store/testing";
import { TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { storeAccess } from "../../services/pipeline/src/access/store-access.js";
import { openAuditLog } from "../../services/pipeline/src/audit/open-audit-log.js";

/** Access on a real store and without pages, so that each of its decisions is asked for by itself. */

const TOWN = "voorbeeldstad";
const PASSWORD = "kapstok vlieger 12 mosterd";
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HERE = "10.0.0.1";
const QUARTER_SECONDS = 900;

let scratch: ScratchStore;
/** Of everybody, since each hash takes its time. */
let passwordHash: string;
let now = new Date("2026-11-23T09:00:00Z");
beforeAll(async () => {
  scratch = await openScratchStore();
  await ensureMunicipality(scratch.store.db, { id: TOWN, name: "Voorbeeldstad" });
  await open().setPassword(await invite("eerste"), PASSWORD);
  passwordHash = (await findAccountByLogin(scratch.store.db, TOWN, "eerste"))?.passwordHash ?? "";
});
afterAll(() => scratch.drop());

let access: Access;
beforeEach(() => {
  access = open();
});

function open(options: Partial<AccessOptions> = {}): Access {
  const clock = (): Date => now;
  const { db } = scratch.store;
  const audit = openAuditLog({ db, municipalityId: TOWN, clock, logger: { error: () => undefined } });
  const tools = storeAccess({ store: scratch.store, municipalityId: TOWN, audit }, (ref) => ref);
  return openAccess(tools, { clock, isSecure: false, secondFactor: "wide-reach", ...options });
}

const pass = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};

async function invite(login: string, roles: readonly Role[] = ["community-worker"]): Promise<string> {
  const secret = newSecret();
  const invitation = { secretHash: hashSecret(secret), from: now, until: new Date(now.getTime() + MINUTE_MS) };
  const account = { id: randomUUID(), login, name: `Naam ${login}`, roles, teamCodes: [] };
  await addAccount(scratch.store.db, TOWN, { ...account, invitation }, now);
  return secret;
}

let people = 0;
/** Somebody with a password of whom no second factor is asked, unless the role says so. */
async function person(roles?: readonly Role[]): Promise<{ readonly login: string; readonly id: string }> {
  people += 1;
  const login = `naam-${people}`;
  const secretHash = hashSecret(await invite(login, roles));
  await usePasswordInvitation(scratch.store.db, TOWN, { secretHash, passwordHash }, now);
  return { login, id: (await findAccountByLogin(scratch.store.db, TOWN, login))?.id ?? "" };
}

const signIn = (login: string, before?: Visitor, more: { isSettingUp?: boolean; password?: string } = {}) =>
  access.signIn({ login, password: PASSWORD, address: HERE, ...more }, before);

/** A request of the browser that got this answer. */
function withCookie(outcome: object, headers: ArrivedRequest["headers"] = {}): ArrivedRequest {
  if (!("cookie" in outcome)) throw new Error("Nobody came in.");
  return { headers: { ...headers, cookie: String(outcome.cookie).split(";")[0] }, socket: {} };
}
const bare = (headers: ArrivedRequest["headers"] = {}): ArrivedRequest => ({ headers, socket: {} });

describe("a name and a password", () => {
  it("open a session of that account, however the name is typed", async () => {
    const { login, id } = await person();
    const outcome = await signIn(` ${login.toUpperCase()} `);
    expect(outcome).toEqual({ accountId: id, cookie: expect.stringMatching(/^rodedraad=[\w-]{43};/) });
    expect(await access.visitorOf(withCookie(outcome))).toEqual({
      actor: { kind: "account", id, name: `Naam ${login}`, roles: ["community-worker"], teamCodes: [] },
      sessionHash: expect.stringMatching(/^[\w-]{43}$/),
    });
  });

  it("are refused alike when wrong, unknown or closed; the log alone hears which account was tried", async () => {
    const { login, id } = await person();
    expect(await signIn(login, undefined, { password: `${PASSWORD}.` })).toEqual({ refused: true, accountId: id });
    expect(await signIn("bestaat-niet")).toEqual({ refused: true });
    await disableAccount(scratch.store.db, TOWN, login, now);
    expect(await signIn(login)).toEqual({ refused: true, accountId: id });
  });

  it("are not looked at after five wrong tries, and the right one before that forgives the others", async () => {
    const { login } = await person();
    const tryWrong = () => signIn(login, undefined, { password: "verkeerd" });
    for (let tries = 0; tries < 4; tries += 1) expect(await tryWrong()).toHaveProperty("refused");
    expect(await signIn(login)).toHaveProperty("cookie");
    for (let tries = 0; tries < 5; tries += 1) expect(await tryWrong()).toHaveProperty("refused");
    expect(await signIn(login)).toEqual({ waitSeconds: QUARTER_SECONDS });
  });

  it("end the session that the browser had", async () => {
    const { login } = await person();
    const first = withCookie(await signIn(login));
    const second = withCookie(await signIn(login, await access.visitorOf(first)));
    expect(await access.visitorOf(first)).toBeUndefined();
    expect(await access.visitorOf(second)).toBeDefined();
  });

  it.each<[Role, AccessOptions["secondFactor"], boolean, "set-up" | undefined]>([
    ["team-lead", "wide-reach", false, "set-up"],
    ["team-lead", "nobody", false, undefined],
    ["team-lead", "nobody", true, "set-up"],
    ["case-worker", "wide-reach", false, undefined],
    ["case-worker", "wide-reach", true, "set-up"],
    ["case-worker", "everyone", false, "set-up"],
  ])(
    "of a %s where a second factor is asked of %s, who asks for one: %s, lead to: %s",
    async (role, secondFactor, isSettingUp, asks) => {
      access = open({ secondFactor });
      const { login, id } = await person([role]);
      const outcome = await signIn(login, undefined, { isSettingUp });
      expect(outcome).toEqual({ accountId: id, cookie: expect.any(String), ...(asks !== undefined && { asks }) });
      expect((await access.visitorOf(withCookie(outcome))) === undefined).toBe(asks !== undefined);
    },
  );
});

describe("a session", () => {
  it.each([
    ["half an hour without a page", 30, 30],
    ["twelve hours with a page each twenty minutes", 20, 12 * 60],
  ])("is over after %s", async (_name, everyMinutes, minutesMax) => {
    const request = withCookie(await signIn((await person()).login));
    for (let minutes = everyMinutes; minutes < minutesMax; minutes += everyMinutes) {
      pass(everyMinutes * MINUTE_MS);
      expect(await access.visitorOf(request)).toBeDefined();
    }
    pass(everyMinutes * MINUTE_MS - 1);
    expect(await open().visitorOf(request)).toBeDefined();
    pass(everyMinutes * MINUTE_MS);
    expect(await access.visitorOf(request)).toBeUndefined();
  });

  it("is written down as used once a minute at most", async () => {
    const request = withCookie(await signIn((await person()).login));
    const begin = now;
    const { sessionHash = "" } = (await access.visitorOf(request)) ?? {};
    const seenAfter = async (ms: number): Promise<number> => {
      pass(ms);
      await access.visitorOf(request);
      const { db } = scratch.store;
      const { seen_at } = await db
        .selectFrom("session")
        .select("seen_at")
        .where("id_hash", "=", sessionHash)
        .executeTakeFirstOrThrow();
      return seen_at.getTime() - begin.getTime();
    };
    expect(await seenAfter(59 * SECOND_MS)).toBe(0);
    expect(await seenAfter(SECOND_MS)).toBe(MINUTE_MS);
  });

  it("is not there for a stranger, and not half there for who is in", async () => {
    expect(await access.visitorOf(bare())).toBeUndefined();
    expect(await access.halfwayOf(bare())).toBeUndefined();
    const { login } = await person();
    expect(await access.halfwayOf(withCookie(await signIn(login)))).toBeUndefined();
  });

  it("ends by signing out, which makes the browser forget it", async () => {
    const request = withCookie(await signIn((await person()).login));
    expect(await access.signOut(await access.visitorOf(request))).toMatch(/^rodedraad=; Max-Age=0;/);
    expect(await access.visitorOf(request)).toBeUndefined();
    expect(await access.signOut(undefined)).toMatch(/^rodedraad=; Max-Age=0;/);
  });
});

describe("the demo's visitor", () => {
  const whoIsHere: Actor = { kind: "account", id: "demo", name: "Demo", roles: ["team-lead"], teamCodes: [] };
  const here: ArrivedRequest = { headers: { host: "localhost:3000" }, socket: { remoteAddress: "127.0.0.1" } };

  it("is who is on this machine and has no session", async () => {
    const demo = open({ whoIsHere });
    expect(await demo.visitorOf(here)).toEqual({ actor: whoIsHere });
    expect(await demo.visitorOf({ ...here, socket: { remoteAddress: HERE } })).toBeUndefined();
    expect(await access.visitorOf(here)).toBeUndefined();
    const { login, id } = await person();
    expect(await demo.visitorOf({ ...withCookie(await signIn(login)), socket: here.socket })).toMatchObject({
      actor: { id },
    });
  });
});

describe("a caller of the API", () => {
  const API_TOKEN = "een-sleutel-uit-de-instellingen";
  const KEY = "een-sleutel-uit-de-lijst";
  const setting = { actor: { kind: "token", id: "API_TOKEN", scopes: TOKEN_SCOPES } };
  const listed = { actor: { kind: "token", id: "t-1", scopes: ["notes:write"] } };
  beforeAll(async () => {
    const token = { id: "t-1", name: "zaaksysteem", scopes: ["notes:write"] as const, secretHash: hashSecret(KEY) };
    await addApiToken(scratch.store.db, TOWN, token, now);
  });

  it.each([
    [`Bearer ${API_TOKEN}`, setting],
    [`bearer ${API_TOKEN}`, setting],
    [`Bearer ${KEY}`, listed],
    [`Bearer ${API_TOKEN}.`, undefined],
    [`Basic ${KEY}`, undefined],
    [`Bearer ${KEY} ${KEY}`, undefined],
    [KEY, undefined],
    ["Bearer ", undefined],
    ["Bearer", undefined],
    ["", undefined],
  ])("with the header %j is known by its key, whatever session comes along", async (authorization, visitor) => {
    access = open({ apiToken: API_TOKEN });
    expect(await access.callerOf(bare({ authorization }))).toEqual(visitor);
    const entered = await signIn((await person()).login);
    expect(await access.callerOf(withCookie(entered, { authorization }))).toEqual(visitor);
  });

  it("without a key is known by its session", async () => {
    const { login, id } = await person();
    expect(await access.callerOf(withCookie(await signIn(login)))).toMatchObject({ actor: { id } });
    expect(await access.callerOf(bare())).toBeUndefined();
  });

  it("has no key that stands in no settings", async () => {
    expect(await access.callerOf(bare({ authorization: `Bearer ${API_TOKEN}` }))).toBeUndefined();
    expect(await access.callerOf(bare({ authorization: "Bearer undefined" }))).toBeUndefined();
  });
});

describe("whom the municipality's own sign-in vouches for", () => {
  const somebody = (subject: string, ...roles: Role[]) => {
    return { issuer: "https://id.example", subject, name: "Anna", roles, teamCodes: ["OOST"] };
  };

  it("is in, also without a second factor of ours, and the session of before is over", async () => {
    const before = withCookie(await signIn((await person()).login));
    const entered = await access.admit(somebody("anna", "team-lead"), await access.visitorOf(before));
    const actor = { kind: "account", id: entered.accountId, name: "Anna", roles: ["team-lead"], teamCodes: ["OOST"] };
    expect(await access.visitorOf(withCookie(entered))).toMatchObject({ actor });
    expect(await access.visitorOf(before)).toBeUndefined();
  });

  it("is refused without a role, and when the account is closed here", async () => {
    await expect(access.admit(somebody("bas"), undefined)).rejects.toMatchObject({
      code: "access-denied",
      message: expect.stringContaining("nog geen rol"),
    });
    const { accountId } = await access.admit(somebody("carla", "team-lead"), undefined);
    const { login } = await scratch.store.db
      .selectFrom("account")
      .select("login")
      .where("id", "=", accountId)
      .executeTakeFirstOrThrow();
    await disableAccount(scratch.store.db, TOWN, login, now);
    await expect(access.admit(somebody("carla", "team-lead"), undefined)).rejects.toMatchObject({
      code: "access-denied",
      message: expect.stringContaining("gesloten"),
    });
  });
});

describe("a link to choose a password", () => {
  const unknown = { code: "invitation-unknown", message: expect.stringContaining("werkt niet meer") };

  it("says whose it is, takes no weak password, and works once", async () => {
    const secret = await invite("ina");
    expect(await access.invited(secret)).toMatchObject({ login: "ina", name: "Naam ina" });
    expect(await access.setPassword(secret, "te kort")).toContain("te kort");
    expect(await access.setPassword(secret, "naam ina naam ina")).toContain("te raden");
    expect(await access.setPassword(secret, PASSWORD)).toBeUndefined();
    expect(await signIn("ina")).toHaveProperty("cookie");
    expect(await access.invited(secret)).toBeUndefined();
    await expect(access.setPassword(secret, PASSWORD)).rejects.toMatchObject(unknown);
  });

  it("works for the first of two at the same moment", async () => {
    const secret = await invite("jan");
    const both = await Promise.allSettled([access.setPassword(secret, PASSWORD), access.setPassword(secret, PASSWORD)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both).toContainEqual({ status: "rejected", reason: expect.objectContaining(unknown) });
  });
});

describe("a second step", () => {
  const tookTooLong = { code: "not-signed-in", message: expect.stringContaining("duurde te lang") };
  const codeOf = (secret: string): string => new TOTP({ secret }).generate({ timestamp: now.getTime() });
  const give = (request: ArrivedRequest, code: string, isSettingUp = false) =>
    access.takeCode(request, { code, isSettingUp });

  /** Somebody whose password was right, and who is to set an app up. */
  async function settingUp() {
    const { login, id } = await person();
    const request = withCookie(await signIn(login, undefined, { isSettingUp: true }));
    const half = await access.halfwayOf(request);
    if (half?.awaits.kind !== "set-up") throw new Error("No app is to be set up.");
    return { login, id, request, secret: half.awaits.secret };
  }

  /** Somebody with an app, whose password was right. */
  async function awaitingCode() {
    const { login, id, request, secret } = await settingUp();
    const done = await access.setUpApp(request, codeOf(secret));
    if (!("recoveryCodes" in done)) throw new Error("The app was not set up.");
    pass(30 * SECOND_MS);
    const halfway = withCookie(await signIn(login));
    return { login, id, request: halfway, secret, recoveryCodes: done.recoveryCodes };
  }

  it("is a code for who set an app up, and opens nothing before", async () => {
    const { login, id, request, secret } = await awaitingCode();
    expect(await signIn(login)).toMatchObject({ accountId: id, asks: "code" });
    expect(await access.halfwayOf(request)).toEqual({ login, awaits: { kind: "code" } });
    expect(await access.visitorOf(request)).toBeUndefined();
    const typed = codeOf(secret).replace(/^.{3}/, "$& ");
    const entered = await give(request, typed);
    expect(entered).toEqual({ accountId: id, cookie: expect.any(String), usedRecoveryCode: false });
    expect(await access.visitorOf(withCookie(entered))).toMatchObject({ actor: { id } });
    expect(await access.halfwayOf(request)).toBeUndefined();
  });

  it("takes neither a wrong code nor one twice", async () => {
    const { login, id, request, secret } = await awaitingCode();
    expect(await give(request, "12345x")).toEqual({ refused: true, accountId: id });
    const code = codeOf(secret);
    expect(await give(request, code)).toHaveProperty("cookie");
    expect(await give(withCookie(await signIn(login)), code)).toEqual({ refused: true, accountId: id });
  });

  it("takes a recovery code once, for the first of two at the same moment, and leads on to another app", async () => {
    const { login, id, request, recoveryCodes } = await awaitingCode();
    const [first = "", second = ""] = recoveryCodes;
    const both = await Promise.all([give(request, first), give(withCookie(await signIn(login)), first)]);
    expect(both.filter((outcome) => "refused" in outcome)).toEqual([{ refused: true, accountId: id }]);
    expect(both).toContainEqual({ accountId: id, cookie: expect.any(String), usedRecoveryCode: true });
    const led = await give(withCookie(await signIn(login)), second, true);
    expect(led).toEqual({ accountId: id, asks: "set-up", cookie: expect.any(String), usedRecoveryCode: true });
    expect(await access.halfwayOf(withCookie(led))).toMatchObject({ awaits: { kind: "set-up" } });
  });

  it("is slowed down after five tries, and the right one before that forgives the others", async () => {
    const { login, id, request, secret } = await awaitingCode();
    for (let tries = 0; tries < 4; tries += 1) await give(request, "000000");
    expect(await give(request, codeOf(secret))).toHaveProperty("cookie");
    const again = withCookie(await signIn(login));
    for (let tries = 0; tries < 5; tries += 1) expect(await give(again, "000000")).toHaveProperty("refused");
    pass(30 * SECOND_MS);
    expect(await give(again, codeOf(secret))).toEqual({ waitSeconds: QUARTER_SECONDS, accountId: id });
  });

  it("of setting an app up is done with the first code of it, which is not taken again", async () => {
    const { login, id, request, secret } = await settingUp();
    const done = await access.setUpApp(request, codeOf(secret).replace(/^.{3}/, "$& "));
    expect(done).toEqual({ accountId: id, cookie: expect.any(String), recoveryCodes: expect.any(Array) });
    expect(await access.visitorOf(withCookie(done))).toMatchObject({ actor: { id } });
    expect(await give(withCookie(await signIn(login)), codeOf(secret))).toHaveProperty("refused");
  });

  it("of setting an app up is done once in a session, by the first of two at the same moment", async () => {
    const { request, secret } = await settingUp();
    const code = codeOf(secret);
    const both = await Promise.allSettled([access.setUpApp(request, code), access.setUpApp(request, code)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both).toContainEqual({ status: "rejected", reason: expect.objectContaining(tookTooLong) });
  });

  it("of setting an app up is slowed down as well", async () => {
    const { id, request, secret } = await settingUp();
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await access.setUpApp(request, "000000")).toEqual({ refused: true, accountId: id });
    }
    expect(await access.setUpApp(request, codeOf(secret))).toEqual({ waitSeconds: QUARTER_SECONDS, accountId: id });
  });

  it("forgives wrong codes to who set the app up", async () => {
    const { login, request, secret } = await settingUp();
    for (let tries = 0; tries < 4; tries += 1) await access.setUpApp(request, "000000");
    await access.setUpApp(request, codeOf(secret));
    const halfway = withCookie(await signIn(login));
    for (let tries = 0; tries < 5; tries += 1) expect(await give(halfway, "000000")).toHaveProperty("refused");
  });

  it("is taken within a quarter of an hour, and only the one that is asked for", async () => {
    const setting = await settingUp();
    await expect(give(setting.request, codeOf(setting.secret))).rejects.toMatchObject(tookTooLong);
    const asked = await awaitingCode();
    await expect(access.setUpApp(asked.request, codeOf(asked.secret))).rejects.toMatchObject(tookTooLong);
    pass(15 * MINUTE_MS - 1);
    expect(await access.halfwayOf(asked.request)).toBeDefined();
    pass(1);
    expect(await access.halfwayOf(asked.request)).toBeUndefined();
    await expect(give(asked.request, codeOf(asked.secret))).rejects.toMatchObject(tookTooLong);
    await expect(access.setUpApp(bare(), codeOf(setting.secret))).rejects.toMatchObject(tookTooLong);
  });
});
