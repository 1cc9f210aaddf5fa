import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Product, type Serving, serveProduct } from "@rode-draad/pipeline";
import { keyedHash, readConfiguration } from "@rode-draad/runtime";
import { disableAccount, listAccounts } from "@rode-draad/store";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Browser } from "./browser.js";
import { HASH_KEY, openTestProduct } from "./open-test-product.js";

/** Signing in with the municipality's own accounts, against a real OpenID Connect provider that runs here. */

const CLIENT = { id: "rodedraad", secret: "vB8kQ2xN7rT4mZ1cL9wH6yD3" };

/** Who works at the municipality, by login at the provider. */
const PEOPLE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  anna: { name: "Anna Voorbeeld", roles: ["wijkteam-leiding", "koffie"], teams: ["OOST"], medewerker: "mw-1" },
  bas: { name: "Bas Voorbeeld", roles: ["koffie"] },
  carla: { name: "Carla Voorbeeld", roles: "wijkteam-opbouw" },
};

let providerServer: Server;
let product: Product;
let serving: Serving;

beforeAll(async () => {
  providerServer = createServer().listen(0, "127.0.0.1");
  await once(providerServer, "listening");
  const issuer = `http://127.0.0.1:${(providerServer.address() as AddressInfo).port}`;
  product = await openTestProduct({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_ROLES: "wijkteam-leiding=team-lead, wijkteam-opbouw=community-worker",
    OIDC_WORKER_CLAIM: "medewerker",
    OIDC_NAME: "het inloggen van Voorbeeldstad",
  });
  serving = await serveProduct(product);
  const provider = new Provider(issuer, {
    clients: [
      { client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [`${serving.address}/aanmelden/terug`] },
    ],
    claims: { openid: ["sub"], profile: ["name", "roles", "teams", "medewerker"] },
    conformIdTokenClaims: false,
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    cookies: { keys: ["alleen-voor-deze-test"] },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...PEOPLE[id] }) }),
  });
  providerServer.on("request", provider.callback());
});
afterAll(async () => {
  await serving?.close();
  await product?.close();
  providerServer.closeAllConnections();
  await new Promise((resolve) => providerServer.close(resolve));
});

const at = (path: string): string => `${serving.address}${path}`;

/** Goes through the provider's own pages as a person would; gives the address with which the provider sends the browser back. */
async function passProvider(browser: Browser, login: string, naar = "/"): Promise<string> {
  let address =
    (await browser.go(at(`/aanmelden/extern?${new URLSearchParams({ naar })}`))).headers.get("location") ?? "";
  for (let step = 0; step < 12; step += 1) {
    if (address.startsWith(serving.address)) return address;
    const response = await browser.go(address);
    const isForm = response.status === 200;
    const html = isForm ? await response.text() : "";
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1];
    const answer = isForm
      ? await browser.go(address, { prompt: prompt ?? "", ...(prompt === "login" && { login, password: "x" }) })
      : response;
    address = new URL(answer.headers.get("location") ?? "", address).href;
  }
  throw new Error("The provider never sent the browser back.");
}

describe("signing in with the municipality's own account", () => {
  it("is offered on the page, and ends on the page that was asked for, with the role of the group", async () => {
    const browser = new Browser();
    expect(await (await browser.go(at("/aanmelden?naar=/themas"))).text()).toContain("het inloggen van Voorbeeldstad");
    const back = await browser.go(await passProvider(browser, "anna", "/themas"));
    expect([back.status, back.headers.get("location")]).toEqual([303, "/themas"]);
    const account = await (await browser.go(at("/account"))).text();
    for (const words of ["Anna Voorbeeld", "teamleider", "OOST"]) expect(account).toContain(words);
    const [anna] = await listAccounts(product.store.db, product.municipalityId);
    expect(anna).toMatchObject({ hasPassword: false, professionalId: keyedHash(HASH_KEY, "professional", "mw-1") });
  });

  it("makes one account a person, and takes over what the groups say now", async () => {
    const before = (await listAccounts(product.store.db, product.municipalityId)).length;
    for (let time = 0; time < 2; time += 1) {
      const browser = new Browser();
      await browser.go(await passProvider(browser, "carla"));
      expect(await (await browser.go(at("/account"))).text()).toContain("opbouwwerker");
    }
    expect(await listAccounts(product.store.db, product.municipalityId)).toHaveLength(before + 1);
  });

  it("lets nobody in without one of the groups, and leaves no account behind", async () => {
    const browser = new Browser();
    const response = await browser.go(await passProvider(browser, "bas"));
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("Je hebt hier nog geen rol.");
    const names = (await listAccounts(product.store.db, product.municipalityId)).map(({ name }) => name);
    expect(names).not.toContain("Bas Voorbeeld");
  });

  it("takes an answer once, and only from the browser that asked", async () => {
    const browser = new Browser();
    const answer = await passProvider(browser, "anna");
    expect((await new Browser().go(answer)).status).toBe(400);
    expect((await browser.go(answer.replace(/state=[^&]+/, "state=ander"))).status).toBe(400);
    expect((await browser.go(answer)).status).toBe(303);
    expect((await browser.go(answer)).status).toBe(400);
  });

  it("keeps out whose account was closed here", async () => {
    const carla = (await listAccounts(product.store.db, product.municipalityId)).find(({ name }) =>
      name.startsWith("Carla"),
    );
    await disableAccount(product.store.db, product.municipalityId, carla?.login ?? "", product.clock());
    const browser = new Browser();
    const response = await browser.go(await passProvider(browser, "carla"));
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("Je account is gesloten.");
  });
});

describe("the settings of it", () => {
  it("are all there or none, over https but on this machine, and name roles that exist", () => {
    const all = {
      OIDC_ISSUER: "https://id.example",
      OIDC_CLIENT_ID: "a",
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_ROLES: "x=team-lead",
    };
    expect(readConfiguration(all).signInProvider).toMatchObject({ roles: { x: "team-lead" } });
    const { OIDC_ROLES: _, ...half } = all;
    expect(() => readConfiguration(half)).toThrow(/OIDC_ROLES/);
    expect(() => readConfiguration({ ...all, OIDC_ISSUER: "http://id.example" })).toThrow(/OIDC_ISSUER/);
    expect(() => readConfiguration({ ...all, OIDC_ROLES: "x=baas" })).toThrow(/OIDC_ROLES/);
  });
});
