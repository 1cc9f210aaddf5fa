import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type Action, ProductError } from "@rode-draad/domain";
import express from "express";
import { expect, it } from "vitest";
import { errorPage } from "./send-error.js";

it("leads to a page that this person may open: a partner with an account sees no overview", async () => {
  const shared = { municipality: "Voorbeeldstad", productVersion: "0", limits: { households: 10, colleagues: 3 } };
  const hrefFor = async (actions: readonly Action[]) => {
    const frame = { ...shared, account: { name: "Sam", actions } };
    const refuse: express.RequestHandler = () => {
      throw new ProductError("access-denied", "Dit kan alleen een teamleider.");
    };
    const door = errorPage(
      async () => frame,
      frame,
      () => undefined,
      () => "",
    );
    const server = express().use(refuse, door).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    server.close();
    expect(answer.status).toBe(403);
    return /<a class="utrecht-button[^"]*" href="([^"]*)"/.exec(await answer.text())?.[1];
  };
  expect(await hrefFor(["own-account"])).toBe("/account");
  expect(await hrefFor(["own-account", "figures:read"])).toBe("/");
});

it("reports a fault with the path of its route, and never with what stood in the address", async () => {
  const frame = { municipality: "Voorbeeldstad", productVersion: "0", limits: { households: 10, colleagues: 3 } };
  const reported: string[] = [];
  const router = express.Router();
  router.get("/wachtwoord/:secret", () => {
    throw new Error("broken");
  });
  router.use(
    errorPage(
      async () => frame,
      frame,
      ({ path }) => void reported.push(path),
      () => "RD-1234",
    ),
  );
  const server = express().use(router).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/wachtwoord/kanarie?naar=kanarie`);
  server.close();
  expect([answer.status, reported]).toEqual([500, ["/wachtwoord/:secret"]]);
  expect(await answer.text()).not.toContain("kanarie");
});
