import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { observeProduct, startTelemetry } from "@rode-draad/operate";
import { type Product, serveProduct } from "@rode-draad/pipeline";
import { readConfiguration } from "@rode-draad/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestProduct } from "../access/open-test-product.js";

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A collector of OpenTelemetry: keeps what is sent to it, by path. */
async function startCollector() {
  const received = new Map<string, string>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "";
      received.set(path, (received.get(path) ?? "") + Buffer.concat(chunks).toString("latin1"));
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, received, close: () => server.close() };
}

describe("telemetry", () => {
  it("starts nothing and loads nothing when no setting asks for it", async () => {
    expect(await startTelemetry(readConfiguration({}), { name: "rodedraad", version: "0" })).toBeUndefined();
  });

  it("tells Prometheus and a collector of work and machines, and of no theme, case or note", async () => {
    const collector = await startCollector();
    const metrics = { host: "127.0.0.1", port: await freePort() };
    const service = { name: "rodedraad", version: "0.1.0" };
    const telemetry = await startTelemetry({ metrics, otlpUrl: collector.url }, service);
    if (telemetry === undefined) throw new Error("Nothing was started.");
    const product = await openTestProduct({}, { telemetry: true });
    const { municipalityId, queue } = product;
    observeProduct(telemetry, { queue, scheduleAges: async () => ({ retention: 3_600 }) });
    const done = new Promise<void>((resolve) => {
      void queue.startStage("questions", async () => resolve());
    });
    await queue.enqueue("questions", { municipalityId, noteIds: ["n-kanarie"] });
    await done;
    await queue.enqueue("trends", { municipalityId });
    const text = await (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text();
    expect(text).toMatch(/rodedraad_queue_jobs\{[^}]*stage="trends"[^}]*state="waiting"[^}]*\} 1/);
    expect(text).toMatch(/rodedraad_queue_reachable(\{[^}]*\})? 1/);
    expect(text).toMatch(/rodedraad_schedule_age_seconds\{[^}]*task="retention"[^}]*\} 3600/);
    expect(text).toContain("process_resident_memory_bytes");
    await product.close();
    await telemetry.stop();
    const sent = [...collector.received.values()].join("");
    expect([...collector.received.keys()].sort()).toEqual(["/v1/metrics", "/v1/traces"]);
    expect(collector.received.get("/v1/traces")).toContain("questions");
    // Names of stages are all that may hold such a word.
    const told = (text + sent).replaceAll(/known-themes|emergent-themes/g, "");
    for (const word of ["n-kanarie", municipalityId, "theme", "case", "note"]) expect(told).not.toContain(word);
    await expect(fetch(`http://127.0.0.1:${metrics.port}/metrics`)).rejects.toThrow();
    collector.close();
  });
});

describe("looking into the queue", () => {
  let product: Product;
  let serving: Awaited<ReturnType<typeof serveProduct>>;
  const get = (path: string, init?: RequestInit) => fetch(`${serving.address}${path}`, { redirect: "manual", ...init });
  beforeAll(async () => {
    product = await openTestProduct({ QUEUE_BOARD: "on" });
    serving = await serveProduct(product, {
      whoIsHere: { kind: "account", id: "a-1", name: "Beheer", roles: ["administrator"], teamCodes: [] },
    });
  });
  afterAll(async () => {
    await serving.close();
    await product.close();
  });

  it("shows an administrator the stages, from nothing but this server", async () => {
    const page = await get("/beheer/wachtrijen");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    const script = /src="(static\/js\/main[^"]+)"/.exec(await page.text())?.[1];
    expect((await get(`/beheer/wachtrijen/${script}`)).status).toBe(200);
    const answer = await get("/beheer/wachtrijen/api/queues");
    const { queues } = (await answer.json()) as { queues: { name: string }[] };
    expect(queues.map(({ name }) => name)).toContain("emergent-themes");
  });

  it("changes nothing: every act on a queue is refused", async () => {
    await product.queue.enqueue("trends", { municipalityId: product.municipalityId });
    const origin = { origin: serving.address, "sec-fetch-site": "same-origin" };
    for (const act of ["pause", "empty", "obliterate", "clean/failed", "retry/failed"]) {
      const { status } = await get(`/beheer/wachtrijen/api/queues/trends/${act}`, { method: "PUT", headers: origin });
      expect(status, act).toBeGreaterThanOrEqual(400);
    }
    expect((await product.queue.health()).stages.trends?.waiting).toBe(1);
  });

  it("is for administrators alone, and for nobody when it is off", async () => {
    const lead = { kind: "account", id: "a-2", name: "Sam", roles: ["team-lead"], teamCodes: [] } as const;
    const off = { ...product, configuration: { ...product.configuration, queueBoard: false } };
    for (const [on, whoIsHere, expected] of [
      [product, lead, 403],
      [product, undefined, 303],
      [off, { ...lead, roles: ["administrator"] } as const, 404],
    ] as const) {
      const other = await serveProduct(on, whoIsHere === undefined ? {} : { whoIsHere });
      for (const path of ["/beheer/wachtrijen", "/beheer/wachtrijen/api/queues"])
        expect((await fetch(`${other.address}${path}`, { redirect: "manual" })).status).toBe(expected);
      await other.close();
    }
  });
});
