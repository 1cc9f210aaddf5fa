import { type Actor, TOKEN_SCOPES } from "@rode-draad/domain";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actorOf, keepInMemory, type Memory } from "../test/keep-in-memory.js";
import { type Access, type AccessOptions, type ArrivedRequest, type Entered, openAccess } from "./open-access.js";
import { hashPassword } from "./passwords.js";
import { hashSecret } from "./secrets.js";

const NOON = new Date("2026-11-22T12:00:00Z");
const MINUTE_MS = 60_000;
const PASSWORD = "kapstok bloemkool veertien";
const ANNA = { id: "a-1", login: "anna", name: "Anna Voorbeeld", isDisabled: false };
const GUEST: Actor = { kind: "account", id: "demo", name: "Demo", roles: [], teamCodes: [] };

let passwordHash: string;
let now: Date;
let memory: Memory;
let access: Access;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});
beforeEach(() => open());

function open(options: Partial<AccessOptions> = {}): void {
  now = NOON;
  memory = keepInMemory(
    { ...ANNA, passwordHash },
    { ...ANNA, id: "a-2", login: "bas", passwordHash, isDisabled: true },
  );
  access = openAccess(memory.tools, { clock: () => now, isSecure: false, ...options });
}

const later = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};
const arriving = (headers: ArrivedRequest["headers"], remoteAddress = "10.1.2.3"): ArrivedRequest => ({
  headers,
  socket: { remoteAddress },
});
const signIn = (login = "anna", password = PASSWORD, address = "10.1.2.3") =>
  access.signIn({ login, password, address }, undefined);
/** What the browser sends back. */
const cookieOf = (entered: unknown): string => String((entered as Entered).cookie).split(";")[0] ?? "";
const visitorWith = (cookie: string) => access.visitorOf(arriving({ cookie }));

describe("signing in", () => {
  it("starts a session of twelve hours under the hash of a secret that only the browser has", async () => {
    const entered = await signIn();
    expect(entered).toEqual({ accountId: "a-1", cookie: expect.stringMatching(/^rodedraad=[\w-]{43}; Path=\//) });
    const [, secret = ""] = cookieOf(entered).split("=");
    expect([...memory.sessions.values()]).toEqual([
      { idHash: hashSecret(secret), accountId: "a-1", endsAt: new Date("2026-11-23T00:00:00Z"), seenAt: NOON },
    ]);
    expect(await visitorWith(cookieOf(entered))).toEqual({ actor: actorOf(ANNA), sessionHash: hashSecret(secret) });
  });

  it("takes a name in any capitals and with spaces around it", async () => {
    expect(await signIn("  ANNA ")).toMatchObject({ accountId: "a-1" });
  });

  it("refuses a wrong password, a closed account and an unknown name, and names an account to the log only", async () => {
    expect(await signIn("anna", "verkeerd")).toEqual({ refused: true, accountId: "a-1" });
    expect(await signIn("bas")).toEqual({ refused: true, accountId: "a-2" });
    expect(await signIn("niemand")).toEqual({ refused: true });
    expect(memory.sessions.size).toBe(0);
  });

  it("asks to wait after five tries, right or wrong, and counts none against who got in", async () => {
    for (let time = 0; time < 4; time += 1) await signIn("anna", "verkeerd");
    expect(await signIn()).toMatchObject({ accountId: "a-1" });
    for (let time = 0; time < 5; time += 1) expect(await signIn("anna", "verkeerd")).toHaveProperty("refused");
    expect(await signIn()).toEqual({ waitSeconds: 900 });
    expect(await signIn("anna", PASSWORD, "10.9.9.9")).toHaveProperty("cookie");
  });

  it("ends the session of before, so that nobody can plant one", async () => {
    const before = await visitorWith(cookieOf(await signIn()));
    const entered = await access.signIn({ login: "anna", password: PASSWORD, address: "10.1.2.3" }, before);
    expect(memory.sessions.size).toBe(1);
    expect(await visitorWith(cookieOf(entered))).toBeDefined();
  });

  it("replaces nothing for who came with a key or as a guest", async () => {
    await access.signIn({ login: "anna", password: PASSWORD, address: "10.1.2.3" }, { actor: GUEST });
    expect([...memory.sessions.values()][0]).not.toHaveProperty("replaces");
  });
});

describe("a session", () => {
  it("ends after half an hour without a page", async () => {
    const cookie = cookieOf(await signIn());
    later(30 * MINUTE_MS - 1);
    expect(await visitorWith(cookie)).toBeDefined();
    later(30 * MINUTE_MS - 1);
    expect(await visitorWith(cookie)).toBeDefined();
    later(30 * MINUTE_MS);
    expect(await visitorWith(cookie)).toBeUndefined();
  });

  it("is written down as used once a minute at most", async () => {
    const cookie = cookieOf(await signIn());
    const seenAt = () => [...memory.sessions.values()][0]?.seenAt;
    later(MINUTE_MS - 1);
    await visitorWith(cookie);
    expect(seenAt()).toEqual(NOON);
    later(1);
    await visitorWith(cookie);
    expect(seenAt()).toEqual(now);
  });

  it("is over once signed out, and the browser is told to forget it", async () => {
    const cookie = cookieOf(await signIn());
    expect(await access.signOut(await visitorWith(cookie))).toMatch(/^rodedraad=; Max-Age=0; Path=\//);
    expect(await visitorWith(cookie)).toBeUndefined();
    expect(memory.sessions.size).toBe(0);
  });

  it("needs not be there to sign out", async () => {
    await signIn();
    for (const visitor of [undefined, { actor: GUEST }]) {
      expect(await access.signOut(visitor)).toMatch(/^rodedraad=; Max-Age=0/);
    }
    expect(memory.sessions.size).toBe(1);
  });

  it("is asked for by its cookie only", async () => {
    await signIn();
    expect(await access.visitorOf(arriving({}))).toBeUndefined();
    expect(await visitorWith("rodedraad=ander")).toBeUndefined();
  });
});

describe("a guest of the demo", () => {
  it("is let in on this very machine and nowhere else", async () => {
    const here = arriving({ host: "localhost:3000" }, "127.0.0.1");
    expect(await access.visitorOf(here)).toBeUndefined();
    open({ whoIsHere: GUEST });
    expect(await access.visitorOf(here)).toEqual({ actor: GUEST });
    expect(await access.visitorOf(arriving({ host: "localhost:3000" }))).toBeUndefined();
  });

  it("gives way to who signed in", async () => {
    open({ whoIsHere: GUEST });
    const cookie = cookieOf(await signIn());
    const here = arriving({ host: "localhost", cookie }, "127.0.0.1");
    expect(await access.visitorOf(here)).toMatchObject({ actor: { id: "a-1" } });
  });
});

describe("a key", () => {
  const callWith = (authorization: string) => access.callerOf(arriving({ authorization }));
  beforeEach(() => {
    memory.tokens.set(hashSecret("geheim"), { id: "t-1", scopes: ["notes:write"] });
  });

  it("is known by its hash, whatever the capitals of the scheme", async () => {
    const caller = { actor: { kind: "token", id: "t-1", scopes: ["notes:write"] } };
    for (const scheme of ["Bearer", "bearer", "BEARER"]) expect(await callWith(`${scheme} geheim`)).toEqual(caller);
  });

  it("opens nothing when it is unknown, empty, of another scheme or followed by something", async () => {
    memory.tokens.set(hashSecret(""), { id: "t-2", scopes: [] });
    for (const header of ["Bearer ander", "Bearer ", "Bearer", "Basic geheim", "geheim", "", "Bearer geheim x"]) {
      expect([header, await callWith(header)]).toEqual([header, undefined]);
    }
  });

  it("is taken instead of a session, so that a wrong one is not made good by a cookie", async () => {
    const cookie = cookieOf(await signIn());
    expect(await access.callerOf(arriving({ cookie, authorization: "Bearer ander" }))).toBeUndefined();
    expect(await access.callerOf(arriving({ cookie }))).toMatchObject({ actor: { id: "a-1" } });
  });

  it("from the settings of this machine may do what any key may; without one nothing stands for it", async () => {
    expect(await callWith("Bearer instelling")).toBeUndefined();
    open({ apiToken: "instelling" });
    expect(await callWith("Bearer instelling")).toEqual({
      actor: { kind: "token", id: "API_TOKEN", scopes: TOKEN_SCOPES },
    });
    expect(await callWith("Bearer instellinG")).toBeUndefined();
  });
});

describe("who comes from the municipality's own sign-in", () => {
  const person = {
    issuer: "https://id.example",
    subject: "s-1",
    name: "Sam",
    roles: ["case-worker"] as const,
    teamCodes: [],
  };

  it("gets a session", async () => {
    expect(await access.admit(person, undefined)).toMatchObject({ accountId: "s-1" });
    expect([...memory.sessions.values()]).toMatchObject([{ accountId: "s-1" }]);
    expect(memory.people).toEqual([person]);
  });

  it("is kept out without a role, and leaves no account behind", async () => {
    await expect(access.admit({ ...person, roles: [] }, undefined)).rejects.toMatchObject({
      code: "access-denied",
      message: "Je hebt hier nog geen rol. Vraag de beheerder om een rol.",
    });
    expect(memory.people).toEqual([]);
  });

  it("is kept out when the account was closed here", async () => {
    await expect(access.admit({ ...person, subject: "a-2" }, undefined)).rejects.toMatchObject({
      code: "access-denied",
      message: "Je account is gesloten. Vraag het de beheerder.",
    });
    expect(memory.sessions.size).toBe(0);
  });
});

describe("a link to set a password", () => {
  const GONE = { code: "invitation-unknown", message: "Deze link werkt niet meer. Vraag de beheerder om een nieuwe." };
  beforeEach(() => {
    const invitation = { secretHash: hashSecret("link"), until: new Date(NOON.getTime() + MINUTE_MS) };
    memory.accounts.push({ ...ANNA, id: "a-3", login: "carla", name: "Carla Kapstokker", invitation });
  });

  it("says whom it is for, sets the password once, and is used up by that alone", async () => {
    for (let time = 0; time < 2; time += 1) expect(await access.invited("link")).toMatchObject({ login: "carla" });
    expect(await access.setPassword("link", PASSWORD)).toBeUndefined();
    expect(await signIn("carla")).toMatchObject({ accountId: "a-3" });
    expect(await access.invited("link")).toBeUndefined();
    await expect(access.setPassword("link", PASSWORD)).rejects.toMatchObject(GONE);
  });

  it("opens nothing for another secret or after its time", async () => {
    await expect(access.setPassword("ander", PASSWORD)).rejects.toMatchObject(GONE);
    later(MINUTE_MS);
    await expect(access.setPassword("link", PASSWORD)).rejects.toMatchObject(GONE);
    expect(await access.invited("link")).toBeUndefined();
  });

  it("refuses a password that is weak for this very person, and stays usable", async () => {
    expect(await access.setPassword("link", "kort")).toContain("te kort");
    expect(await access.setPassword("link", "Carla Kapstokker")).toContain("te raden");
    expect(await access.setPassword("link", PASSWORD)).toBeUndefined();
  });

  it("goes to the first of two that come at the same moment", async () => {
    const both = await Promise.allSettled([access.setPassword("link", PASSWORD), access.setPassword("link", PASSWORD)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: GONE });
  });
});
