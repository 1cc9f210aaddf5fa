import { hashSecret, newSecret } from "@rode-draad/access";
import { serveProduct } from "@rode-draad/pipeline";
import { disableAccount, findAccountByLogin, inviteAgain, readAuditEntries } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser } from "./browser.js";
import { type LocalTown, MINUTE_MS, openLocalTown, PASSWORD } from "./local-people.js";
import { signedIn } from "./signed-in.js";

let town: LocalTown;
beforeAll(async () => {
  town = await openLocalTown();
});
afterAll(() => town.close());

describe("signing in", () => {
  it("leads a stranger to the page for it, back afterwards, and out again", async () => {
    await town.withPassword("anna");
    const browser = new Browser();
    const asked = await browser.go(town.at("/themas?maand=2026-10"));
    expect([asked.status, asked.headers.get("location")]).toEqual([303, "/aanmelden?naar=%2Fthemas%3Fmaand%3D2026-10"]);
    const entered = await town.signIn(browser, " ANNA ", { naar: "/themas?maand=2026-10" });
    expect([entered.status, entered.headers.get("location")]).toEqual([303, "/themas?maand=2026-10"]);
    expect(entered.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^rodedraad=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const account = await (await browser.go(town.at("/account"))).text();
    expect(account).toContain("Naam anna");
    expect(account).toContain("opbouwwerker");
    const secret = browser.cookiesOf(town.serving.address).get("rodedraad") ?? "";
    expect((await browser.go(town.at("/afmelden"), {})).headers.get("location")).toBe("/aanmelden?gedaan=afgemeld");
    expect(browser.cookiesOf(town.serving.address).size).toBe(0);
    browser.put(town.serving.address, "rodedraad", secret);
    expect(await town.isIn(browser)).toBe(false);
  });

  it("never leads to another site", async () => {
    await town.withPassword("bas");
    const entered = await town.signIn(new Browser(), "bas", { naar: "//elders.example" });
    expect(entered.headers.get("location")).toBe("/");
  });

  it("answers the same for a wrong password, an unknown name and a closed account", async () => {
    await town.withPassword("carla");
    await town.withPassword("dirk");
    await disableAccount(town.product.store.db, town.product.municipalityId, "dirk", town.now);
    const answers = [];
    for (const [login, password] of [
      ["carla", "een heel ander wachtwoord"],
      ["bestaat-niet", PASSWORD],
      ["dirk", PASSWORD],
      ["", ""],
    ] as const) {
      const response = await town.signIn(new Browser(), login, { wachtwoord: password });
      answers.push(`${response.status} ${(await response.text()).replaceAll(`value="${login}"`, "")}`);
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^401 .*Inlognaam of wachtwoord klopt niet/s);
  });

  it("is written down with the account and nothing that was typed, before the session is handed out", async () => {
    await town.withPassword("nora");
    const { store, municipalityId } = town.product;
    const before = (await readAuditEntries(store.db, municipalityId, { limit: 1_000 })).at(-1)?.number ?? 0;
    await town.signIn(new Browser(), "nora", { wachtwoord: "Kanarie verkeerd wachtwoord" });
    await town.signIn(new Browser(), "kanarie-naam", { wachtwoord: PASSWORD });
    const browser = new Browser();
    await town.signIn(browser, "nora");
    await browser.go(town.at("/afmelden"), {});
    const id = (await findAccountByLogin(store.db, municipalityId, "nora"))?.id;
    const made = await readAuditEntries(store.db, municipalityId, { after: before, limit: 1_000 });
    const nora = { actor: { kind: "account", id }, subject: { kind: "account", id }, outcome: "done" };
    expect(made).toMatchObject([
      { action: "sign-in", actor: { kind: "system" }, subject: { id }, outcome: "refused" },
      { action: "sign-in", actor: { kind: "system" }, subject: { kind: "account" }, outcome: "refused" },
      { action: "sign-in", ...nora },
      { action: "sign-out", ...nora },
    ]);
    expect(JSON.stringify(made)).not.toMatch(/nora|kanarie|kapstok/i);
    const all = await readAuditEntries(store.db, municipalityId, { limit: 1_000 });
    expect(all).toContainEqual(expect.objectContaining({ action: "change-account", actor: { kind: "account", id } }));
  });

  it("does not hide a page that somebody may not open from the log", async () => {
    const { store, municipalityId } = town.product;
    const { cookie } = await signedIn(store.db, municipalityId, town.now, { roles: ["community-worker"] });
    expect((await fetch(town.at("/invoer"), { headers: { cookie } })).status).toBe(403);
    expect((await readAuditEntries(store.db, municipalityId, { limit: 1_000 })).at(-1)).toMatchObject({
      action: "open-page",
      actor: { kind: "account" },
      subject: { kind: "page", id: "notes:import" },
      outcome: "refused",
    });
  });

  it("slows guessing down after five tries, also at the same moment, and lets the right person in later", async () => {
    await town.withPassword("els");
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => town.signIn(new Browser(), "els", { wachtwoord: "verkeerd wachtwoord" })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    const late = await town.signIn(new Browser(), "els");
    expect(late.status).toBe(429);
    expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(600);
    expect(await late.text()).toContain("Dit waren te veel pogingen. Wacht 15 minuten.");
  });

  it("lets a town hall of people with one address in, one after the other", async () => {
    await town.withPassword("hal");
    for (let time = 0; time < 60; time += 1) expect((await town.signIn(new Browser(), "hal")).status).toBe(303);
  });

  it("gives a new secret each time and ends the one before, so that a planted cookie is worth nothing", async () => {
    await town.withPassword("fred");
    const browser = new Browser();
    browser.put(town.serving.address, "rodedraad", "door-een-ander-gezet");
    await town.signIn(browser, "fred");
    const first = browser.cookiesOf(town.serving.address).get("rodedraad") ?? "";
    expect(first).not.toBe("door-een-ander-gezet");
    await town.signIn(browser, "fred");
    expect(browser.cookiesOf(town.serving.address).get("rodedraad")).not.toBe(first);
    const thief = new Browser();
    thief.put(town.serving.address, "rodedraad", first);
    expect(await town.isIn(thief)).toBe(false);
    const stored = await town.product.store.db.selectFrom("session").select("id_hash").execute();
    expect(JSON.stringify(stored)).not.toContain(browser.cookiesOf(town.serving.address).get("rodedraad"));
  });

  it("ends after half an hour without a page, after twelve hours always, and when the account is closed", async () => {
    await town.withPassword("gina");
    const start = town.now;
    const staysInAfter = async (browser: Browser, minutes: number): Promise<boolean> => {
      town.now = new Date(town.now.getTime() + minutes * MINUTE_MS);
      return await town.isIn(browser);
    };
    const idle = new Browser();
    await town.signIn(idle, "gina");
    expect(await staysInAfter(idle, 29)).toBe(true);
    expect(await staysInAfter(idle, 29)).toBe(true);
    expect(await staysInAfter(idle, 30)).toBe(false);
    const busy = new Browser();
    await town.signIn(busy, "gina");
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) expect(await staysInAfter(busy, 20)).toBe(true);
    expect(await staysInAfter(busy, 20)).toBe(false);
    const open = new Browser();
    await town.signIn(open, "gina");
    await disableAccount(town.product.store.db, town.product.municipalityId, "gina", town.now);
    expect(await town.isIn(open)).toBe(false);
    town.now = start;
  });

  it("refuses a form of somebody whose session is over, and one from another site", async () => {
    const response = await new Browser().go(town.at("/voorstellen/v-1/besluit"), { besluit: "later" });
    expect(response.status).toBe(401);
    expect(await response.text()).toContain("Er is niets veranderd.");
    for (const path of ["/aanmelden", "/afmelden"]) {
      const other = await fetch(town.at(path), { method: "POST", headers: { origin: "https://elders.example" } });
      expect(other.status).toBe(403);
    }
  });

  it("takes two cookies of the name for none", async () => {
    await town.withPassword("hugo");
    const browser = new Browser();
    await town.signIn(browser, "hugo");
    const own = browser.cookiesOf(town.serving.address).get("rodedraad");
    const cookie = `rodedraad=${own}; rodedraad=ander`;
    expect((await fetch(town.at("/account"), { headers: { cookie }, redirect: "manual" })).status).toBe(303);
  });
});

describe("choosing a password", () => {
  it("works once, for the first of two at the same moment, and a look uses nothing up", async () => {
    const secret = await town.invite("ina");
    const link = town.at(`/wachtwoord/${secret}`);
    const form = { wachtwoord: PASSWORD, nogmaals: PASSWORD };
    expect(await (await new Browser().go(link)).text()).toContain("Je inlognaam is ina.");
    const both = await Promise.all([new Browser().go(link, form), new Browser().go(link, form)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
    expect((await new Browser().go(link)).status).toBe(404);
  });

  it("is over after its time, and ends the sessions of before", async () => {
    await town.withPassword("jan");
    const browser = new Browser();
    await town.signIn(browser, "jan");
    const secret = newSecret();
    const until = new Date(town.now.getTime() + MINUTE_MS);
    const { store, municipalityId } = town.product;
    await inviteAgain(store.db, municipalityId, "jan", { secretHash: hashSecret(secret), from: town.now, until });
    town.now = new Date(town.now.getTime() + 2 * MINUTE_MS);
    expect((await new Browser().go(town.at(`/wachtwoord/${secret}`))).status).toBe(404);
    const again = newSecret();
    const later = new Date(town.now.getTime() + MINUTE_MS);
    await inviteAgain(store.db, municipalityId, "jan", { secretHash: hashSecret(again), from: town.now, until: later });
    expect(await town.isIn(browser)).toBe(true);
    const other = "zonnebloem fietspomp 7 lantaarn";
    await new Browser().go(town.at(`/wachtwoord/${again}`), { wachtwoord: other, nogmaals: other });
    expect(await town.isIn(browser)).toBe(false);
    expect((await town.signIn(browser, "jan")).status).toBe(401);
    expect((await town.signIn(browser, "jan", { wachtwoord: other })).status).toBe(303);
  });

  it.each([
    ["te kort", "Kort3!"],
    ["te makkelijk te raden", "wachtwoord123456789"],
    ["te makkelijk te raden", "aaaaaaaaaaaaaaaaaaaa"],
    ["te makkelijk te raden", "karel karel karel 1"],
    ["niet gelijk", undefined],
  ])("refuses one that is %s", async (reason, password) => {
    const login = `karel${Math.abs(hashOf(password ?? ""))}`;
    const secret = await town.invite(login);
    const form = { wachtwoord: password ?? PASSWORD, nogmaals: password ?? "iets anders" };
    const response = await new Browser().go(town.at(`/wachtwoord/${secret}`), form);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(reason);
    expect((await town.signIn(new Browser(), login, { wachtwoord: form.wachtwoord })).status).toBe(401);
  });
});

/** Any number that differs per text: each case needs a login of its own. */
function hashOf(text: string): number {
  return [...text].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) | 0, 7);
}

describe("over https", () => {
  it("the cookie is secure and bound to this very host", async () => {
    const secure = await serveProduct({
      ...town.product,
      configuration: { ...town.product.configuration, publicUrl: "https://rodedraad.example" },
    });
    await town.withPassword("lotte");
    const form = new URLSearchParams({ inlognaam: "lotte", wachtwoord: PASSWORD });
    const headers = { "sec-fetch-site": "same-origin" };
    const response = await fetch(`${secure.address}/aanmelden`, {
      method: "POST",
      body: form,
      headers,
      redirect: "manual",
    });
    await secure.close();
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-rodedraad=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ]);
  });
});

describe("the demo's visitor", () => {
  it("is somebody on this very machine only, by its own name and not through a proxy", async () => {
    const whoIsHere = { kind: "account", id: "demo", name: "Demo", roles: ["team-lead"], teamCodes: [] } as const;
    const demo = await serveProduct(town.product, { whoIsHere });
    const { request } = await import("node:http");
    const ask = (headers: Readonly<Record<string, string>>): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        request(`${demo.address}/account`, { headers, agent: false }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on("error", reject)
          .end();
      });
    expect(await ask({})).toBe(200);
    expect(await ask({ host: "kwaad.example" })).toBe(303);
    expect(await ask({ "x-forwarded-for": "203.0.113.9" })).toBe(303);
    expect(await ask({ forwarded: "for=203.0.113.9" })).toBe(303);
    await demo.close();
  });
});
