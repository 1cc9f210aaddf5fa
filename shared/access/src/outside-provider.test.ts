import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OutsideProvider, type OutsideProviderOptions, openOutsideProvider } from "./outside-provider.js";

/** Against a real OpenID Connect provider that runs here; the pages in between are those of its own. */

const CLIENT_SECRET = "vB8kQ2xN7rT4mZ1cL9wH6yD3";
const BASE_URL = "http://127.0.0.1:9";
const PEOPLE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  anna: {
    name: "Anna Voorbeeld",
    roles: ["leiding", "koffie", "baas", "", 7],
    teams: ["OOST", ""],
    medewerker: "mw-1",
  },
  bas: { roles: "opbouw", teams: "WEST", medewerker: "" },
  carla: { name: 7, roles: ["toString", "constructor", "__proto__"] },
};

let server: Server;
let issuer: string;
beforeAll(async () => {
  server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "rodedraad", client_secret: CLIENT_SECRET, redirect_uris: [`${BASE_URL}/aanmelden/terug`] }],
    claims: { openid: ["sub"], profile: ["name", "roles", "teams", "medewerker"] },
    conformIdTokenClaims: false,
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    cookies: { keys: ["alleen-voor-deze-test"] },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...PEOPLE[id] }) }),
  });
  server.on("request", provider.callback());
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Made once the provider has its address. */
const settings = (): OutsideProviderOptions => ({
  issuer,
  clientId: "rodedraad",
  clientSecret: CLIENT_SECRET,
  name: "het inloggen van Voorbeeldstad",
  roles: { leiding: "team-lead", baas: "team-lead", opbouw: "community-worker" },
  roleClaim: "roles",
  teamClaim: "teams",
  workerClaim: "medewerker",
  baseUrl: BASE_URL,
});
const open = (changes: Partial<OutsideProviderOptions> = {}): OutsideProvider =>
  openOutsideProvider({ ...settings(), ...changes });

/** Signs in at the provider as a browser would; gives the path with which it leads back. */
async function passProvider(address: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = address;
  let form: Record<string, string> | undefined;
  for (let step = 0; step < 12 && !next.startsWith(BASE_URL); step += 1) {
    const response: Response = await fetch(next, {
      method: form === undefined ? "GET" : "POST",
      redirect: "manual",
      headers: { cookie: [...cookies].map((pair) => pair.join("=")).join("; ") },
      ...(form !== undefined && { body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get("location");
    const prompt = /name="prompt" value="(\w+)"/.exec(await response.text())?.[1] ?? "";
    form = location === null ? { prompt, ...(prompt === "login" && { login, password: "x" }) } : undefined;
    if (location !== null) next = new URL(location, next).href;
  }
  return next.slice(BASE_URL.length);
}

const BROKEN = { code: "sign-in-broken", message: "Aanmelden lukte niet. Begin opnieuw bij Aanmelden." };
const cookiePair = (setCookie: string): string => setCookie.split(";")[0] ?? "";

async function signIn(login: string, provider = open()) {
  const { address, cookie } = await provider.begin("/themas");
  return await provider.finish({ path: await passProvider(address, login), cookies: cookiePair(cookie) });
}

describe("signing in with the municipality's own account", () => {
  it("asks for a code that only this browser can use, by a cookie of ten minutes", async () => {
    const { address, cookie } = await open().begin("/themas");
    const asked = new URL(address);
    expect(asked.origin).toBe(issuer);
    expect(Object.fromEntries(asked.searchParams)).toEqual({
      client_id: "rodedraad",
      redirect_uri: `${BASE_URL}/aanmelden/terug`,
      response_type: "code",
      scope: "openid profile",
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
    });
    expect(cookie).toMatch(/^rodedraad-aanmelden=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    const overHttps = await open({ baseUrl: "https://rodedraad.example" }).begin("/");
    expect(overHttps.cookie).toMatch(/^__Host-rodedraad-aanmelden=.*; Secure/);
  });

  it("gives who it is and what the groups mean here, each role once, and the page to end on", async () => {
    expect(await signIn("anna")).toEqual({
      person: {
        issuer,
        subject: "anna",
        name: "Anna Voorbeeld",
        roles: ["team-lead"],
        teamCodes: ["OOST"],
        workerRef: "mw-1",
      },
      to: "/themas",
      cookie: "rodedraad-aanmelden=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax",
    });
  });

  it("takes a claim that is one text for a list of one, and an empty one for none", async () => {
    expect((await signIn("bas")).person).toEqual({
      issuer,
      subject: "bas",
      name: "bas",
      roles: ["community-worker"],
      teamCodes: ["WEST"],
    });
  });

  it("gives no role for a group that only has a name that every object knows", async () => {
    expect((await signIn("carla")).person).toEqual({
      issuer,
      subject: "carla",
      name: "carla",
      roles: [],
      teamCodes: [],
    });
  });

  it("looks for a worker only in the claim that the settings name", async () => {
    const { workerClaim: _, ...others } = settings();
    expect((await signIn("anna", openOutsideProvider(others))).person).not.toHaveProperty("workerRef");
  });
});

describe("an answer of the provider", () => {
  it("is taken once", async () => {
    const provider = open();
    const { address, cookie } = await provider.begin("/");
    const answer = { path: await passProvider(address, "anna"), cookies: cookiePair(cookie) };
    expect((await provider.finish(answer)).person.subject).toBe("anna");
    await expect(provider.finish(answer)).rejects.toMatchObject(BROKEN);
  });

  it("is not taken from a browser that did not ask", async () => {
    const provider = open();
    const { address } = await provider.begin("/");
    const path = await passProvider(address, "anna");
    const other = cookiePair((await provider.begin("/")).cookie);
    const kept = (value: unknown) =>
      `rodedraad-aanmelden=${Buffer.from(JSON.stringify(value), "utf8").toString("base64url")}`;
    for (const cookies of [
      undefined,
      "",
      other,
      "rodedraad-aanmelden=abc",
      kept(null),
      kept({ state: "a", nonce: "b", verifier: "c" }),
    ]) {
      await expect(provider.finish({ path, cookies })).rejects.toMatchObject(BROKEN);
    }
  });

  it.each(["state", "nonce", "verifier"])("is held against the %s of the question", async (part) => {
    const provider = open();
    const { address, cookie } = await provider.begin("/");
    const path = await passProvider(address, "anna");
    const [name, value = ""] = cookiePair(cookie).split("=");
    const question = JSON.parse(Buffer.from(value, "base64url").toString("utf8")) as Record<string, string>;
    const changed = { ...question, [part]: `${question[part]?.slice(0, -1)}_` };
    const cookies = `${name}=${Buffer.from(JSON.stringify(changed), "utf8").toString("base64url")}`;
    await expect(provider.finish({ path, cookies })).rejects.toMatchObject(BROKEN);
  });
});

describe("a provider that does not answer", () => {
  it("is asked again at the next sign-in, and once while it answers", async () => {
    let asked = 0;
    const flaky = createServer((_request, response) => {
      asked += 1;
      if (asked === 1) response.writeHead(503).end();
      else {
        const { port } = flaky.address() as AddressInfo;
        const issuer = `http://127.0.0.1:${port}`;
        const metadata = { issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token` };
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(metadata));
      }
    }).listen(0, "127.0.0.1");
    await once(flaky, "listening");
    const provider = open({ issuer: `http://127.0.0.1:${(flaky.address() as AddressInfo).port}` });
    await expect(provider.begin("/")).rejects.toMatchObject({
      code: "provider-unreachable",
      message: "het inloggen van Voorbeeldstad antwoordt niet. Probeer het zo nog eens.",
      retryable: true,
    });
    await provider.begin("/");
    await provider.begin("/");
    expect(asked).toBe(2);
    flaky.closeAllConnections();
    await new Promise((resolve) => flaky.close(resolve));
  });

  it("is never spoken to without https on another machine", async () => {
    await expect(open({ issuer: "http://id.example" }).begin("/")).rejects.toMatchObject({
      code: "provider-unreachable",
      cause: expect.objectContaining({ message: expect.stringMatching(/only requests to HTTPS are allowed/i) }),
    });
  });
});
