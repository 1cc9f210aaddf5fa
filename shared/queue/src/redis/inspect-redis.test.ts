import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startRedis, type TestRedis } from "../testing/index.js";
import { inspectRedis } from "./inspect-redis.js";

let server: TestRedis | undefined;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server?.stop());

describe("looking at a Redis server", () => {
  it("tells version, policy, persistence and clock, and follows what is set", async ({ skip }) => {
    if (server === undefined) return skip();
    const facts = await inspectRedis(server.url);
    expect(facts).toMatchObject({ memoryPolicy: "noeviction", isPersistent: false, failedToWrite: false });
    expect(facts.version).toMatch(/^\d+\.\d+/);
    expect(Math.abs(facts.clockAheadMs)).toBeLessThan(1_000);

    const client = new Redis(server.url);
    await client.config("SET", "maxmemory", "64mb");
    await client.config("SET", "maxmemory-policy", "allkeys-lru");
    await client.config("SET", "save", "3600 1");
    client.disconnect();
    const tenMinutesSlow = () => Date.now() - 600_000;
    expect(await inspectRedis(server.url, tenMinutesSlow)).toMatchObject({
      memoryPolicy: "allkeys-lru",
      memoryMaxBytes: 64 * 1024 ** 2,
      isPersistent: true,
      clockAheadMs: expect.closeTo(600_000, -3.5),
    });
  });

  it("tells a server that wants a password from one that does not answer", async ({ skip }) => {
    if (server === undefined) return skip();
    const client = new Redis(server.url);
    await client.config("SET", "requirepass", "geheim");
    try {
      await expect(inspectRedis(server.url)).rejects.toMatchObject({ code: "queue-locked", message: /REDIS_URL/ });
    } finally {
      await client.config("SET", "requirepass", "");
      client.disconnect();
    }
  });

  it("says in one sentence that nothing answers", async () => {
    await expect(inspectRedis("redis://127.0.0.1:1")).rejects.toMatchObject({ code: "queue-unreachable" });
  });
});
