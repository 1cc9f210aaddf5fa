import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { type ApiTools, createApi, type HealthTools } from "@rode-draad/api";
import { openLogger } from "@rode-draad/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, openApi, post, type ServedApi } from "./open-api.js";

const TOKEN = "een-sleutel-van-genoeg-tekens";
const NOBODY = {
  access: { callerOf: async () => undefined },
  accessPolicy: "own-cases",
  audit: { record: async () => {} },
} as const;
const logged: string[] = [];
let open: ServedApi;
let locked: ServedApi;
let broken: ServedApi;

beforeAll(async () => {
  const sink = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  open = await openApi({ logger: openLogger({ level: "info", destination: sink }) });
  locked = await openApi({ apiToken: TOKEN });
  broken = await openApi({ logger: openLogger({ level: "info", destination: sink }) }, () => ({
    queueHealth: async () => ({ reachable: false }),
    receiveNotes: async () => {
      throw new Error("Kanarie-42 in een foutmelding");
    },
  }));
});
afterAll(async () => {
  await Promise.all([open.close(), locked.close(), broken.close()]);
});

interface Operation {
  readonly parameters: { name: string; in: string; required: boolean; schema: object }[];
  readonly requestBody?: { content: Record<string, object> };
  readonly responses: Record<string, { content: Record<string, object> }>;
}
interface OpenapiDocument {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas: Record<string, object> };
}

describe("every answer", () => {
  it("carries the version, may not be kept, and loads nothing", async () => {
    for (const path of ["/v1/themas", "/v1/weg", "/v1/openapi.json", "/gezondheid/live"]) {
      const { headers } = await call(open, "GET", path);
      expect(headers.get("api-version")).toBe("1.0.0");
      expect(headers.get("cache-control")).toBe("no-store");
      expect(headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("strict-transport-security")).toContain("max-age");
      expect(headers.get("x-powered-by")).toBeNull();
    }
  });

  it("404: a slash at the end, other capitals, an unknown path", async () => {
    for (const path of ["/v1/themas/", "/v1/Themas", "/v1/onbekend", "/v1", "/gezondheid/"]) {
      const answer = await call(open, "GET", path);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
    }
  });

  it("405: another method, with the ones that exist", async () => {
    const answer = await call(open, "DELETE", "/v1/themas");
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
    expect((await call(open, "GET", "/v1/casusnotities")).headers.get("allow")).toBe("POST, OPTIONS");
    const asked = await call(open, "OPTIONS", "/v1/voorstellen/x/beoordelingen");
    expect([asked.status, asked.headers.get("allow")]).toEqual([204, "POST, OPTIONS"]);
    expect((await call(open, "HEAD", "/v1/themas")).status).toBe(200);
  });

  it("leaves other paths to whoever is mounted after it", async () => {
    const pages = createApi(() => ({}) as ApiTools, {} as HealthTools, NOBODY).use(
      (_request, response) => void response.send("een pagina"),
    );
    const server = pages.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/themas/`);
    server.close();
    expect(await answer.text()).toBe("een pagina");
    expect(answer.headers.get("api-version")).toBeNull();
  });

  it("400: a path that is not well written", async () => {
    expect((await call(open, "GET", "/v1/themas/%E0%A4%A")).status).toBe(400);
  });

  it("400: a body that says it is packed and is not", async () => {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    for (const path of ["/v1/voorstellen/x/beoordelingen", "/v1/casusnotities"]) {
      const answer = await call(open, "POST", path, { headers, body: "{}" });
      expect(answer.body).toMatchObject({ status: 400, code: "unreadable-body" });
    }
  });

  it("200: to who asks only for what has changed, since nobody keeps an answer", async () => {
    const answer = await call(open, "GET", "/v1/voorstellen", { headers: { "if-none-match": "*" } });
    expect([answer.status, answer.body]).toEqual([200, { voorstellen: [], volgende: null }]);
  });

  it("400: names a field that it does not know, and repeats no sentence in the place of a name", async () => {
    const body = { besluit: "later", extra: 1, "Kanarie belt over de huur": 1 };
    const answer = await post(open, "/v1/voorstellen/x/beoordelingen", body);
    expect(answer.text).toContain("Dit kennen wij niet: extra. Laat het weg.");
    expect(answer.text).not.toContain("Kanarie");
  });

  it("413 and 415: a decision that is too large, or no JSON", async () => {
    const path = "/v1/voorstellen/x/beoordelingen";
    expect((await post(open, path, { besluit: "later", toelichting: "a".repeat(2_000_000) })).status).toBe(413);
    expect((await post(open, path, "besluit=later", "application/x-www-form-urlencoded")).status).toBe(415);
  });

  it("500: our own failure shows no message, no stack, and is logged once without input", async () => {
    await call(broken, "GET", "/v1/openapi.json");
    logged.length = 0;
    const answer = await post(broken, "/v1/casusnotities", { bronId: "1" });
    expect(answer.body).toMatchObject({ status: 500, code: "unexpected" });
    expect(answer.text + logged.join("")).not.toMatch(/Kanarie-42/);
    expect(answer.text).not.toContain(" at ");
    expect(logged.filter((line) => line.includes('"err"'))).toHaveLength(1);
  });
});

describe("the log", () => {
  it("holds no id that a source gave a note", async () => {
    await call(open, "GET", "/v1/openapi.json");
    logged.length = 0;
    await call(open, "GET", "/v1/casusnotities/Kanarie-42/vragen");
    await fetch(`${open.url}/v1/casusnotities/Kanarie-42/en/verder`);
    await fetch(`${open.url}/v1/casusnotitie/Kanarie-42`);
    expect(logged.join("")).not.toContain("Kanarie-42");
    const paths = logged.map((line) => (JSON.parse(line) as { req: { path: string } }).req.path);
    expect(paths).toEqual(["/v1/casusnotities/{}/vragen", "/v1/casusnotities/{}/{}/{}", "/v1/{}/{}"]);
  });

  it("has one line per request, without query text, body or token", async () => {
    await call(open, "GET", "/v1/openapi.json");
    logged.length = 0;
    await call(open, "GET", "/v1/signalen?wijkCode=Kanarie-42");
    await call(open, "GET", "/v1/signalen", { headers: { authorization: "Bearer Kanarie-43" } });
    await post(open, "/v1/casusnotities", { bronId: "Kanarie-44", tekst: "Kanarie-45" });
    const lines = logged.map((line) => JSON.parse(line) as { req: { path: string }; res: { status: number } });
    expect(lines.map(({ req, res }) => [req.path, res.status])).toEqual([
      ["/v1/signalen", 400],
      ["/v1/signalen", 401],
      ["/v1/casusnotities", 400],
    ]);
    expect(logged.join("")).not.toContain("Kanarie");
  });
});

describe("without a session or with a key", () => {
  it("401: every route of /v1, to who is nobody", async () => {
    const nobody = { headers: { cookie: "" } };
    for (const [method, path] of [
      ["GET", "/v1/themas"],
      ["POST", "/v1/casusnotities"],
    ] as const) {
      const answer = await call(locked, method, path, nobody);
      expect([path, answer.status]).toEqual([path, 401]);
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    }
    for (const authorization of ["Bearer verkeerd", `Basic ${TOKEN}`, "Bearer", `Bearer ${TOKEN}x`]) {
      expect((await call(locked, "GET", "/v1/themas", { headers: { authorization } })).status).toBe(401);
    }
    expect((await call(locked, "GET", "/v1/openapi.json")).status).toBe(200);
    expect((await call(locked, "GET", "/gezondheid/live")).status).toBe(200);
  });

  it("200: with the right key, for what a source system may", async () => {
    const answer = await call(locked, "GET", "/v1/themas", { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(answer.status).toBe(200);
    const decision = { headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" }, body: "{}" };
    const refused = await call(locked, "POST", "/v1/voorstellen/x/beoordelingen", decision);
    expect(refused.body).toMatchObject({ status: 403, code: "access-denied" });
  });

  it("403: a change by who is signed in, from a page of somebody else or from none", async () => {
    for (const site of ["cross-site", "same-site", "none"]) {
      const headers = { "sec-fetch-site": site, "content-type": "application/json" };
      const answer = await call(open, "POST", "/v1/initiatieven", { headers, body: "{}" });
      expect(answer.body).toMatchObject({ status: 403, code: "form-from-elsewhere" });
    }
  });

  it("429: more calls than any source system makes, and says how long to wait", async () => {
    const busy = await openApi({ callsMax: 2 });
    const statuses = [];
    for (let call_ = 0; call_ < 3; call_ += 1) statuses.push((await call(busy, "GET", "/v1/themas")).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect(Number((await call(busy, "GET", "/v1/themas")).headers.get("retry-after"))).toBeGreaterThan(0);
    await busy.close();
  });
});

describe("health", () => {
  it("200: lives and is ready", async () => {
    expect((await call(open, "GET", "/gezondheid/live")).body).toEqual({ status: "goed" });
    expect((await call(open, "GET", "/gezondheid/klaar")).body).toEqual({
      status: "goed",
      onderdelen: { opslag: "goed", wachtrij: "goed", voortgang: "goed" },
    });
  });

  it("503: work waits and nothing moves, although every part answers", async () => {
    const still = await openApi({ moves: false });
    const answer = await call(still, "GET", "/gezondheid/klaar");
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ onderdelen: { opslag: "goed", wachtrij: "goed", voortgang: "storing" } });
    await still.close();
  });

  it("503: says which part is down", async () => {
    const queueDown = await call(broken, "GET", "/gezondheid/klaar");
    expect(queueDown.status).toBe(503);
    expect(queueDown.body).toMatchObject({ onderdelen: { opslag: "goed", wachtrij: "storing" } });
    const storeDown = await openApi();
    await storeDown.store.close();
    const answer = await call(storeDown, "GET", "/gezondheid/klaar");
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ onderdelen: { opslag: "storing" } });
    expect((await call(storeDown, "GET", "/gezondheid/live")).status).toBe(200);
    await storeDown.close();
  });
});

describe("GET /v1/openapi.json", () => {
  it("is OpenAPI 3.1 for everybody, with every route, its parameters and its problems", async () => {
    const answer = await call(open, "GET", "/v1/openapi.json");
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect((await call(open, "GET", "/v1/themas")).headers.get("access-control-allow-origin")).toBeNull();
    const document = answer.body as OpenapiDocument;
    expect(document.openapi).toBe("3.1.0");
    expect(Object.keys(document.paths)).toHaveLength(30);
    for (const [path, operations] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      for (const operation of Object.values(operations)) {
        expect(operation.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name)).toEqual(
          inPath,
        );
        expect(operation.responses).toHaveProperty("400");
        expect(operation.responses["400"]?.content).toHaveProperty("application/problem+json");
      }
    }
    expect(document.paths["/v1/signalen"]?.get?.parameters.map(({ name, required }) => [name, required])).toEqual([
      ["vanafMaand", false],
      ["wijkCode", false],
    ]);
    expect(Object.keys(document.paths["/v1/casusnotities"]?.post?.requestBody?.content ?? {})).toEqual([
      "application/json",
      "application/x-ndjson",
    ]);
  });

  it("refers only to schemas that are there", async () => {
    const { text, body } = await call(open, "GET", "/v1/openapi.json");
    const { schemas } = (body as OpenapiDocument).components;
    const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? "");
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) expect(schemas).toHaveProperty(name);
    expect(text).not.toContain("#/$defs/");
    expect(schemas.Casusnotitie).toMatchObject({ required: ["bronId", "datum", "team", "wijk", "tekst"] });
  });
});
