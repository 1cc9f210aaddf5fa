import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { Visitor } from "@rode-draad/access";
import type { Actor, Role } from "@rode-draad/domain";
import express, { type ErrorRequestHandler } from "express";
import { afterEach, describe, expect, it } from "vitest";
import { openPageDoor, type PageDoorMeans } from "./page-door.js";
import { sameOriginOnly } from "./same-origin-only.js";

const visitor = (...roles: Role[]): Visitor => ({
  actor: { kind: "account", id: "a-1", name: "Sam", roles, teamCodes: [] },
});

let close: (() => Promise<unknown>) | undefined;
afterEach(() => close?.());

/** A site with one page behind the door. What a handler throws comes back as its code and detail. */
async function serve(who: Visitor | undefined, reportRefusal?: PageDoorMeans["reportRefusal"]): Promise<string> {
  const access = { visitorOf: async () => who };
  const door = openPageDoor({ access, accessPolicy: "own-team", ...(reportRefusal && { reportRefusal }) });
  const app = express();
  app.use(door.identify, sameOriginOnly);
  app.all("/pagina", door.let("themes:correct"), (_request, response) => {
    response.json({ shownTo: door.visitorOf(response) });
  });
  const fault: ErrorRequestHandler = ({ code, message, detail }, _request, response, _next) => {
    response.status(400).json({ code, message, detail });
  };
  app.use(fault);
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/pagina`;
}

const FROM_US = { "sec-fetch-site": "same-origin" };

describe("a page for who may", () => {
  it("is shown to them, and its handlers know who looks", async () => {
    const lead = visitor("team-lead");
    const address = await serve(lead);
    expect(await (await fetch(address)).json()).toEqual({ shownTo: lead });
    expect(await (await fetch(address, { method: "POST", headers: FROM_US })).json()).toEqual({ shownTo: lead });
  });

  it("is kept from who may not, and the refusal is reported before it is shown", async () => {
    const refusals: { actor: Actor; action: string }[] = [];
    const worker = visitor("case-worker");
    const address = await serve(worker, async (refusal) => void refusals.push(refusal));
    expect(await (await fetch(address)).json()).toEqual({
      code: "access-denied",
      message: "Dit kan alleen een teamleider.",
      detail: "themes:correct",
    });
    expect(refusals).toEqual([{ actor: worker.actor, action: "themes:correct" }]);
  });

  it("is kept from who may not, also where nobody hears of refusals", async () => {
    expect(await (await fetch(await serve(visitor()))).json()).toMatchObject({ code: "access-denied" });
  });

  it("leads a stranger to sign in and back afterwards, when it is read", async () => {
    const address = await serve(undefined);
    for (const method of ["GET", "HEAD"]) {
      const response = await fetch(`${address}?maand=2026-10`, { method, redirect: "manual" });
      expect([response.status, response.headers.get("location")]).toEqual([
        303,
        "/aanmelden?naar=%2Fpagina%3Fmaand%3D2026-10",
      ]);
    }
  });

  it("takes no form of a stranger", async () => {
    const response = await fetch(await serve(undefined), { method: "POST", headers: FROM_US });
    expect(await response.json()).toEqual({
      code: "not-signed-in",
      message: "Je bent niet meer aangemeld. Meld je aan en vul het nog eens in.",
    });
  });
});

describe("a form", () => {
  it("is taken from a page of our own only, whoever sends it", async () => {
    const address = await serve(visitor("team-lead"));
    const elsewhere = {
      code: "form-from-elsewhere",
      message: "Dit formulier kwam niet van deze website. Open de pagina opnieuw.",
    };
    const send = async (headers: Record<string, string>) =>
      await (await fetch(address, { method: "POST", headers })).json();
    expect(await send({ "sec-fetch-site": "cross-site" })).toEqual({
      ...elsewhere,
      detail: "POST /pagina with Sec-Fetch-Site cross-site",
    });
    expect(await send({})).toMatchObject({ ...elsewhere, detail: "POST /pagina with Sec-Fetch-Site absent" });
    expect(await send({ "sec-fetch-site": "same-origin" })).toHaveProperty("shownTo");
  });

  it("may be looked at from anywhere, since looking changes nothing", async () => {
    const address = await serve(visitor("team-lead"));
    for (const method of ["GET", "HEAD"]) {
      expect((await fetch(address, { method, headers: { "sec-fetch-site": "cross-site" } })).status).toBe(200);
    }
  });
});
