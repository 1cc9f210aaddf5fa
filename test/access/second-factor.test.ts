import { hashSecret, newSecret } from "@rode-draad/access";
import { serveProduct } from "@rode-draad/pipeline";
import { findAccountByLogin, readAuditEntries, resealSecondFactors, resetSecondFactor } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser } from "./browser.js";
import { type LocalTown, MINUTE_MS, openLocalTown, PASSWORD } from "./local-people.js";

const HALF_MINUTE_MS = MINUTE_MS / 2;

/** 32 bytes, for encryption at rest. */
const TEXT_KEY = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=";

let town: LocalTown;
beforeAll(async () => {
  town = await openLocalTown({ TEXT_KEY });
});
afterAll(() => town.close());

/** A team lead who set an app up, whose codes of the past are behind us. */
async function withApp(login: string): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  await town.withPassword(login, ["team-lead"]);
  const browser = new Browser();
  await town.signIn(browser, login);
  const app = await town.setUpApp(browser);
  expect(await town.isIn(browser)).toBe(true);
  town.now = new Date(town.now.getTime() + HALF_MINUTE_MS);
  return app;
}

const giveCode = (browser: Browser, code: string, more: Readonly<Record<string, string>> = {}): Promise<Response> =>
  browser.go(town.at("/aanmelden/code"), { code, naar: "/", ...more });

async function entriesSince(before: number) {
  const { store, municipalityId } = town.product;
  return await readAuditEntries(store.db, municipalityId, { after: before, limit: 1_000 });
}
const lastNumber = async (): Promise<number> => (await entriesSince(0)).at(-1)?.number ?? 0;

describe("a second factor", () => {
  it.each([["team-lead"], ["administrator"], ["data-protection-officer"]] as const)(
    "is set up by a %s before anything opens",
    async (role) => {
      await town.withPassword(`nieuw-${role}`, [role]);
      const browser = new Browser();
      const answer = await town.signIn(browser, `nieuw-${role}`, { naar: "/themas" });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, "/aanmelden/instellen?naar=%2Fthemas"]);
      for (const path of ["/account", "/themas", "/aanmelden/code"]) {
        expect((await browser.go(town.at(path))).status, path).toBe(303);
      }
      expect((await browser.go(town.at("/v1/themas"))).status).toBe(401);
      const { recoveryCodes } = await town.setUpApp(browser);
      expect(recoveryCodes).toHaveLength(8);
      expect(await town.isIn(browser)).toBe(true);
    },
  );

  it.each([["community-worker"], ["case-worker"]] as const)("is no duty of a %s, who may have one", async (role) => {
    await town.withPassword(`vrij-${role}`, [role]);
    const browser = new Browser();
    expect((await town.signIn(browser, `vrij-${role}`)).headers.get("location")).toBe("/");
    expect(await (await browser.go(town.at("/account"))).text()).toContain("Uit.");
    const asked = await town.signIn(browser, `vrij-${role}`, { stap: "instellen", naar: "/account" });
    expect(asked.headers.get("location")).toBe("/aanmelden/instellen?naar=%2Faccount");
    await town.setUpApp(browser);
    expect(await (await browser.go(town.at("/account"))).text()).toContain("Aan. Je hebt nog 8 herstelcodes.");
    expect((await town.signIn(new Browser(), `vrij-${role}`)).headers.get("location")).toBe("/aanmelden/code");
  });

  it("is a duty of everyone where the municipality says so, and of nobody in the demo", async () => {
    await town.withPassword("strikt", ["case-worker"]);
    await town.withPassword("demo-lead", ["team-lead"]);
    const { product } = town;
    const configuration = { ...product.configuration, secondFactor: "everyone" } as const;
    const whoIsHere = { kind: "account", id: "demo", name: "Demo", roles: ["team-lead"], teamCodes: [] } as const;
    const strict = await serveProduct({ ...product, configuration });
    const demo = await serveProduct(product, { whoIsHere });
    const form = { wachtwoord: PASSWORD, naar: "/" };
    const led = async (address: string, inlognaam: string): Promise<string | null> =>
      (await new Browser().go(`${address}/aanmelden`, { ...form, inlognaam })).headers.get("location");
    expect(await led(strict.address, "strikt")).toBe("/aanmelden/instellen");
    expect(await led(demo.address, "demo-lead")).toBe("/");
    await strict.close();
    await demo.close();
  });

  it("asks for a code after the password, and opens nothing before", async () => {
    const { secret } = await withApp("anna");
    const browser = new Browser();
    const answer = await town.signIn(browser, "anna", { naar: "/themas?maand=2026-10" });
    expect(answer.headers.get("location")).toBe("/aanmelden/code?naar=%2Fthemas%3Fmaand%3D2026-10");
    expect(await town.isIn(browser)).toBe(false);
    const half = browser.cookiesOf(town.serving.address).get("rodedraad");
    const entered = await giveCode(browser, town.codeOf(secret), { naar: "/themas?maand=2026-10" });
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/themas?maand=2026-10"]);
    expect(await town.isIn(browser)).toBe(true);
    const thief = new Browser();
    thief.put(town.serving.address, "rodedraad", half ?? "");
    expect(await town.isIn(thief)).toBe(false);
    expect((await giveCode(thief, town.codeOf(secret))).status).toBe(401);
  });

  it("takes a code once, in its half minute and the next, for the first of two at the same moment", async () => {
    const { secret } = await withApp("bart");
    const [one, other, late, early] = [new Browser(), new Browser(), new Browser(), new Browser()];
    for (const browser of [one, other, late, early]) await town.signIn(browser, "bart");
    const code = town.codeOf(secret);
    const both = await Promise.all([giveCode(one, code), giveCode(other, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 401]);
    expect((await giveCode(late, code)).status).toBe(401);
    // The half minute before is over as well, once a later code was taken.
    expect((await giveCode(late, town.codeOf(secret, -1))).status).toBe(401);
    expect((await giveCode(early, town.codeOf(secret, 1))).status).toBe(401);
    town.now = new Date(town.now.getTime() + 2 * HALF_MINUTE_MS);
    expect((await giveCode(late, town.codeOf(secret, -1))).status).toBe(303);
  });

  it("does not take the code again with which the app was set up", async () => {
    await town.withPassword("cees", ["team-lead"]);
    const browser = new Browser();
    await town.signIn(browser, "cees");
    const { secret } = await town.setUpApp(browser);
    const again = new Browser();
    await town.signIn(again, "cees");
    expect((await giveCode(again, town.codeOf(secret))).status).toBe(401);
  });

  it("is not set up with a wrong code, nor twice in one session", async () => {
    await town.withPassword("dina", ["team-lead"]);
    const browser = new Browser();
    await town.signIn(browser, "dina");
    const wrong = await browser.go(town.at("/aanmelden/instellen"), { code: "12345x", naar: "/" });
    expect(wrong.status).toBe(401);
    const page = await wrong.text();
    expect(page).toContain("Deze code klopt niet, of is al gebruikt.");
    const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? "").replaceAll(" ", "");
    const form = { code: town.codeOf(secret), naar: "/" };
    const cookie = browser.cookiesOf(town.serving.address).get("rodedraad") ?? "";
    const twin = new Browser();
    twin.put(town.serving.address, "rodedraad", cookie);
    const both = await Promise.all([
      browser.go(town.at("/aanmelden/instellen"), form),
      twin.go(town.at("/aanmelden/instellen"), form),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it.each(["", "1", "abcdef", "１２３４５６", "AAAA-AAAA-AAAA-AAAA", "a".repeat(500)])(
    "refuses %j without a fault",
    async (code) => {
      const login = `raar-${code.length}-${code.slice(0, 1).codePointAt(0) ?? 0}`;
      await withApp(login);
      const browser = new Browser();
      await town.signIn(browser, login);
      expect((await giveCode(browser, code)).status).toBe(401);
    },
  );

  it("slows guessing codes down after five tries, from everywhere together and at the same moment", async () => {
    const { secret } = await withApp("els");
    const browsers = Array.from({ length: 8 }, () => new Browser());
    for (const browser of browsers) await town.signIn(browser, "els");
    const tries = await Promise.all(browsers.map((browser) => giveCode(browser, "000000")));
    expect(tries.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    // The right password does not give new tries.
    const browser = new Browser();
    await town.signIn(browser, "els");
    const late = await giveCode(browser, town.codeOf(secret));
    expect(late.status).toBe(429);
    expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(600);
    expect(await late.text()).toContain("Dit waren te veel pogingen. Wacht 15 minuten.");
  });

  it("leaves a quarter of an hour between password and code", async () => {
    const { secret } = await withApp("fleur");
    const start = town.now;
    const browser = new Browser();
    await town.signIn(browser, "fleur");
    town.now = new Date(start.getTime() + 15 * MINUTE_MS);
    const late = await giveCode(browser, town.codeOf(secret));
    expect(late.status).toBe(401);
    expect(await late.text()).toContain("Dit duurde te lang. Meld je opnieuw aan.");
    expect((await browser.go(town.at("/aanmelden/code"))).headers.get("location")).toBe("/aanmelden");
  });
});

describe("a recovery code", () => {
  it("opens once, for the first of two at the same moment, and leads on to another app", async () => {
    const { secret, recoveryCodes } = await withApp("gijs");
    const [first = "", second = ""] = recoveryCodes;
    const [one, other] = [new Browser(), new Browser()];
    for (const browser of [one, other]) await town.signIn(browser, "gijs");
    const typed = first.toLowerCase().replaceAll("-", " ");
    const both = await Promise.all([giveCode(one, typed), giveCode(other, typed)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 401]);
    const browser = new Browser();
    await town.signIn(browser, "gijs", { stap: "instellen", naar: "/account" });
    expect(await (await browser.go(town.at("/aanmelden/code?stap=instellen"))).text()).toContain('name="stap"');
    const led = await giveCode(browser, second, { stap: "instellen", naar: "/account" });
    expect(led.headers.get("location")).toBe("/aanmelden/instellen?naar=%2Faccount");
    const app = await town.setUpApp(browser);
    expect(app.secret).not.toBe(secret);
    town.now = new Date(town.now.getTime() + HALF_MINUTE_MS);
    // The telephone that was lost, its codes on paper and its open sessions are worth nothing any more.
    const finder = new Browser();
    await town.signIn(finder, "gijs");
    expect((await giveCode(finder, town.codeOf(secret))).status).toBe(401);
    expect((await giveCode(finder, recoveryCodes[2] ?? "")).status).toBe(401);
    expect((await giveCode(finder, town.codeOf(app.secret))).status).toBe(303);
  });
});

describe("what is stored", () => {
  it("opens no account: secrets are encrypted, also through a change of key, and recovery codes are argon2id", async () => {
    const { secret, recoveryCodes } = await withApp("hanna");
    const waiting = new Browser();
    await town.withPassword("ilse", ["team-lead"]);
    await town.signIn(waiting, "ilse");
    const page = await (await waiting.go(town.at("/aanmelden/instellen"))).text();
    const coming = (/<code>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? "").replaceAll(" ", "");
    expect(coming).toHaveLength(32);
    const { db } = town.product.store;
    const rows = JSON.stringify([
      await db.selectFrom("session").selectAll().execute(),
      await db.selectFrom("second_factor").selectAll().execute(),
      await db.selectFrom("recovery_code").selectAll().execute(),
    ]);
    for (const known of [secret, coming, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll("-", ""))]) {
      expect(rows).not.toContain(known);
    }
    expect((await db.selectFrom("recovery_code").select("code_hash").execute()).length).toBeGreaterThan(0);
    expect(rows.match(/"code_hash":"(?!\$argon2id\$)/)).toBeNull();
    // What stands without a key is written under it, and still counts the same codes.
    const id = (await findAccountByLogin(db, town.product.municipalityId, "hanna"))?.id ?? "";
    await db.updateTable("second_factor").set({ secret, text_key: null }).where("account_id", "=", id).execute();
    expect(await resealSecondFactors(db, town.product.municipalityId)).toBe(1);
    const browser = new Browser();
    await town.signIn(browser, "hanna");
    expect((await giveCode(browser, town.codeOf(secret))).status).toBe(303);
  });
});

describe("an administrator", () => {
  it("resets it: password, app and sessions are over, and only the new link leads back in", async () => {
    const { secret, recoveryCodes } = await withApp("jop");
    const inside = new Browser();
    await town.signIn(inside, "jop");
    await giveCode(inside, town.codeOf(secret));
    expect(await town.isIn(inside)).toBe(true);
    const { store, municipalityId } = town.product;
    const link = newSecret();
    const until = new Date(town.now.getTime() + MINUTE_MS);
    await resetSecondFactor(store.db, municipalityId, "jop", { secretHash: hashSecret(link), from: town.now, until });
    expect(await town.isIn(inside)).toBe(false);
    expect((await town.signIn(new Browser(), "jop")).status).toBe(401);
    const form = { wachtwoord: PASSWORD, nogmaals: PASSWORD };
    expect((await new Browser().go(town.at(`/wachtwoord/${link}`), form)).status).toBe(303);
    const browser = new Browser();
    expect((await town.signIn(browser, "jop")).headers.get("location")).toBe("/aanmelden/instellen");
    expect((await giveCode(browser, recoveryCodes[0] ?? "")).status).toBe(401);
    await town.setUpApp(browser);
    expect(await town.isIn(browser)).toBe(true);
  });
});

describe("the audit log", () => {
  it("tells each step, with the account and nothing that was typed", async () => {
    await town.withPassword("nora", ["team-lead"]);
    const { store, municipalityId } = town.product;
    const id = (await findAccountByLogin(store.db, municipalityId, "nora"))?.id;
    const before = await lastNumber();
    const browser = new Browser();
    await town.signIn(browser, "nora");
    const { secret, recoveryCodes } = await town.setUpApp(browser);
    await town.signIn(browser, "nora");
    await giveCode(browser, "Kanarie-code");
    await giveCode(browser, recoveryCodes[0] ?? "");
    const own = { actor: { kind: "account", id }, subject: { kind: "account", id }, outcome: "done" };
    const made = await entriesSince(before);
    expect(made).toMatchObject([
      { action: "pass-first-step", ...own },
      { action: "change-second-factor", ...own },
      { action: "sign-in", ...own },
      { action: "pass-first-step", ...own },
      {
        action: "sign-in",
        actor: { kind: "system" },
        subject: { id },
        outcome: "refused",
        details: { error: "code-wrong" },
      },
      { action: "use-recovery-code", ...own },
      { action: "sign-in", ...own },
    ]);
    expect(JSON.stringify(made)).not.toMatch(new RegExp(`kanarie|nora|${secret}|${recoveryCodes[0]}`, "i"));
  });
});
