import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Visitor } from "@rode-draad/access";
import type { Actor, AuditDraft, Role } from "@rode-draad/domain";
import express from "express";
import { afterEach, describe, expect, it } from "vitest";
import { openActorDoor } from "./actor-door.js";
import { handleProblem } from "./handle-problem.js";

const account = (id: string, ...roles: Role[]): Actor => ({ kind: "account", id, name: "Sam", roles, teamCodes: [] });
const LEAD = account("a-1", "team-lead");
const KEY: Actor = { kind: "token", id: "t-1", scopes: ["notes:write"] };

let close: (() => Promise<unknown>) | undefined;
afterEach(() => close?.());

/** One route behind the door. `who` may differ per call. */
async function serve(who: () => Actor | undefined, callsMax?: number) {
  const log: AuditDraft[] = [];
  const door = openActorDoor({
    access: {
      callerOf: async (): Promise<Visitor | undefined> => {
        const actor = who();
        return actor && { actor };
      },
    },
    accessPolicy: "own-team",
    audit: { record: async (draft) => void log.push(draft) },
    ...(callsMax !== undefined && { callsMax }),
  });
  const app = express();
  const route = { action: "notes:import", audit: { action: "import-notes", subject: "import" } } as const;
  app.all("/door", door.let(route), (_request, response) => void response.json(door.actorOf(response)));
  app.all("/past", (_request, response) => void response.json(door.actorOf(response)));
  app.use(handleProblem);
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const call = (method = "GET", headers: Record<string, string> = {}, path = "/door") =>
    fetch(address + path, { method, headers });
  return { call, log, address };
}

describe("a route of the API", () => {
  it("is open to who may, and its handler knows who that is", async () => {
    for (const actor of [LEAD, KEY]) {
      const { call, log } = await serve(() => actor);
      expect(await (await call()).json()).toEqual(actor);
      expect(log).toEqual([]);
      await close?.();
    }
  });

  it("answers 401 to nobody we know, says how to be known, and reads nothing more", async () => {
    const { call, log } = await serve(() => undefined);
    const response = await call("POST");
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toBe('Bearer realm="rode-draad"');
    expect(response.headers.get("connection")).toBe("close");
    expect(await response.json()).toMatchObject({
      code: "not-signed-in",
      detail: "Stuur de toegangssleutel mee in de kop Authorization: Bearer.",
    });
    expect(log).toEqual([
      {
        actor: { kind: "system", id: "onbekend" },
        action: "use-token",
        subject: { kind: "token" },
        outcome: "refused",
        details: { error: "not-signed-in" },
      },
    ]);
  });

  it("answers 403 to who may not, and writes down who tried what", async () => {
    const { call, log } = await serve(() => account("a-2", "case-worker"));
    const response = await call();
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "access-denied" });
    expect(log).toEqual([
      {
        actor: { kind: "account", id: "a-2" },
        action: "import-notes",
        subject: { kind: "import" },
        outcome: "refused",
        details: { error: "access-denied" },
      },
    ]);
  });

  it("takes a change by a browser from our own pages only, and one by a key from anywhere", async () => {
    const browser = await serve(() => LEAD);
    const elsewhere = await browser.call("POST", { "sec-fetch-site": "cross-site" });
    expect(elsewhere.status).toBe(403);
    expect(await elsewhere.json()).toMatchObject({
      code: "form-from-elsewhere",
      detail: "Wie is ingelogd, verandert alleen iets vanaf deze website.",
    });
    expect(browser.log).toMatchObject([{ action: "import-notes", details: { error: "form-from-elsewhere" } }]);
    expect((await browser.call("POST", { "sec-fetch-site": "same-origin" })).status).toBe(200);
    for (const method of ["GET", "HEAD"]) {
      expect((await browser.call(method, { "sec-fetch-site": "cross-site" })).status).toBe(200);
    }
    await close?.();
    const key = await serve(() => KEY);
    expect((await key.call("POST", { "sec-fetch-site": "cross-site" })).status).toBe(200);
  });

  it("gives away nobody to a handler that was reached past the door", async () => {
    const { call } = await serve(() => LEAD);
    expect((await call("GET", {}, "/past")).status).toBe(500);
  });
});

describe("too many calls", () => {
  it("are answered with 429 and the seconds to wait, per caller", async () => {
    let actor: Actor = LEAD;
    const { call } = await serve(() => actor, 2);
    expect([(await call()).status, (await call()).status]).toEqual([200, 200]);
    const response = await call();
    expect([response.status, response.headers.get("retry-after"), response.headers.get("connection")]).toEqual([
      429,
      "60",
      "close",
    ]);
    expect(await response.json()).toMatchObject({
      code: "too-many-calls",
      detail: "Dit zijn te veel aanroepen. Wacht 60 seconden.",
    });
    for (actor of [account("a-2", "team-lead"), { kind: "token", id: "a-1", scopes: ["notes:write"] }] as const) {
      expect((await call()).status).toBe(200);
    }
  });

  it("of strangers are counted by where they come from, and leave who has a key alone", async () => {
    let actor: Actor | undefined;
    const { call } = await serve(() => actor, 2);
    expect([(await call()).status, (await call()).status, (await call()).status]).toEqual([401, 401, 429]);
    actor = KEY;
    expect((await call()).status).toBe(200);
  });

  it("are three hundred a minute for a stranger, and far more for who has a key", async () => {
    let actor: Actor | undefined;
    const { call } = await serve(() => actor);
    const callAll = async () =>
      (await Promise.all(Array.from({ length: 301 }, () => call()))).filter(({ status }) => status === 429).length;
    expect(await callAll()).toBe(1);
    actor = KEY;
    expect(await callAll()).toBe(0);
  });
});
