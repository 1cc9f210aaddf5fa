import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ProductError } from "@rode-draad/domain";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createShutdown,
  explainFailure,
  keyedHash,
  loadAuditKey,
  loadHashKey,
  loadObjectionKey,
  openLogger,
  readConfiguration,
  requireSafeHost,
} from "./index.js";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "rode-draad-runtime-"));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe("the settings", () => {
  it("work with nothing set, for this machine only", () => {
    const configuration = readConfiguration({});
    expect(configuration).toEqual({
      mailFrom: "rodedraad@localhost",
      queueBoard: false,
      municipalityId: "voorbeeldstad",
      municipalityName: "Voorbeeldstad",
      directory: ".rodedraad",
      host: "127.0.0.1",
      port: 3000,
      logLevel: "info",
      textKeys: [],
      accessPolicy: "own-cases",
      secondFactor: "wide-reach",
    });
    expect(() => requireSafeHost(configuration)).not.toThrow();
  });

  it("name every wrong variable at once and show no value", () => {
    const wrong = {
      DATABASE_URL: "mysql://geheim@x/y",
      PORT: "99999",
      HASH_KEY: "kort",
      LOG_LEVEL: "loud",
      MUNICIPALITY: "X",
    };
    let message = "";
    try {
      readConfiguration(wrong);
    } catch (error) {
      message = error instanceof ProductError ? error.message : "";
    }
    for (const name of Object.keys(wrong)) expect(message).toContain(name);
    expect(message).not.toContain("geheim");
    expect(message).not.toContain("kort");
  });

  it("refuse a secret that can be guessed, say how to make a good one, and take it in the demo", () => {
    const weak = { HASH_KEY: "a".repeat(40), API_TOKEN: "changeme-changeme" };
    expect(() => readConfiguration(weak)).toThrow(/HASH_KEY.*API_TOKEN.*openssl rand/);
    expect(readConfiguration(weak, { weakSecrets: true }).hashKey).toBe(weak.HASH_KEY);
  });

  it("refuse a key for text that is not one of AES-256, and a previous key without a present one", () => {
    expect(() => readConfiguration({ TEXT_KEY: "qX3vT8mB1nR6yK9wZ4jH7cF2gD5sL0pA" })).toThrow(/TEXT_KEY.*32 bytes/);
    expect(() => readConfiguration({ HASH_KEY_PREVIOUS: "qX3vT8mB1nR6yK9wZ4jH7cF2gD5sL0pA" })).toThrow(/HASH_KEY ont/);
  });

  it("treat an empty variable as absent", () => {
    expect(readConfiguration({ REDIS_URL: " ", PORT: "" })).toEqual(readConfiguration({}));
  });

  it("refuse to serve the network without https, and with a key that stands in the settings", () => {
    const publicUrl = "https://rodedraad.example";
    const apiToken = "x".repeat(16);
    expect(() => requireSafeHost({ host: "0.0.0.0" })).toThrow(/PUBLIC_URL/);
    expect(() => requireSafeHost({ host: "127.evil.example" })).toThrow(/PUBLIC_URL/);
    expect(() => requireSafeHost({ host: "0.0.0.0", publicUrl })).not.toThrow();
    expect(() => requireSafeHost({ host: "127.0.0.1", apiToken })).not.toThrow();
    expect(() => requireSafeHost({ host: "0.0.0.0", publicUrl, apiToken })).toThrow(/rodedraad token add/);
    expect(() => requireSafeHost({ host: "127.0.0.1", publicUrl, apiToken })).toThrow(/rodedraad token add/);
    expect(() => readConfiguration({ PUBLIC_URL: "http://rodedraad.example" })).toThrow(/PUBLIC_URL/);
  });
});

describe("the hash key", () => {
  it("is made once, kept for the owner only, and the same for processes that start together", async () => {
    const settings = { directory: join(directory, "new") };
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadHashKey(settings)));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toHaveLength(43);
    expect((await stat(join(settings.directory, "hash-key"))).mode & 0o777).toBe(0o600);
    expect(await readdir(settings.directory)).toEqual(["hash-key"]);
    expect(await loadHashKey({ ...settings, hashKey: "a".repeat(32) })).toBe("a".repeat(32));
  });

  it("says in one sentence that it cannot be kept", async () => {
    const file = join(directory, "in-the-way");
    await writeFile(file, "");
    await expect(loadHashKey({ directory: file })).rejects.toThrow(/HASH_KEY/);
  });

  it("is never silently replaced", async () => {
    await writeFile(join(directory, "hash-key"), "");
    await expect(loadHashKey({ directory })).rejects.toThrow(/leeg/);
  });

  it("gives unrelated hashes per namespace and per key", () => {
    const hashes = [keyedHash("k", "note", "1"), keyedHash("k", "case", "1"), keyedHash("l", "note", "1")];
    expect(new Set(hashes).size).toBe(3);
    expect(keyedHash("k", "note", "1")).toBe(hashes[0]);
    expect(hashes[0]).toMatch(/^[\w-]{43}$/);
  });
});

describe("the key of objections", () => {
  it("follows from the key of the audit log, is not that key, and a trial makes no file", async () => {
    const settings = { directory: join(directory, "objections") };
    const trials = [
      await loadObjectionKey(settings, { isTrial: true }),
      await loadObjectionKey(settings, { isTrial: true }),
    ];
    expect(trials[0]).not.toBe(trials[1]);
    await expect(stat(settings.directory)).rejects.toThrow(/ENOENT/);
    const key = await loadObjectionKey(settings);
    const auditKey = await loadAuditKey(settings);
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(key).not.toBe(auditKey);
    expect(await loadObjectionKey(settings, { isTrial: true })).toBe(key);
    expect(await loadObjectionKey({ directory: join(directory, "elsewhere"), auditKey })).toBe(key);
  });
});

describe("the log", () => {
  it("holds no text field and no row that a driver repeats", () => {
    const lines: string[] = [];
    const logger = openLogger({ level: "info", destination: { write: (line: string) => void lines.push(line) } });
    const error = Object.assign(new Error('invalid input "canary"'), { code: "23505", detail: "Failing row (canary)" });
    logger.error({ err: error, text: "canary", note: { text: "canary", inner: { tekst: "canary" } } }, "failed");
    logger.error(error);
    logger.error(new Error('unexpected "een\n    at canary (een gesprek:1:2)\n"'));
    expect(lines.join("")).toContain("23505");
    expect(lines.join("")).toContain("runtime.test");
    expect(lines.join("")).not.toContain("canary");
  });
});

describe("stopping", () => {
  it("goes in reverse order, once, and past a part that fails", async () => {
    const order: string[] = [];
    const failures: unknown[] = [];
    const shutdown = createShutdown({ logger: { error: (fields: unknown) => void failures.push(fields) } });
    shutdown.onStop("store", () => void order.push("store"));
    shutdown.onStop("queue", () => {
      order.push("queue");
      throw new Error("broken");
    });
    shutdown.onStop("server", async () => void order.push("server"));
    await Promise.all([shutdown.stop(), shutdown.stop()]);
    await shutdown.stop();
    expect(order).toEqual(["server", "queue", "store"]);
    expect(failures).toHaveLength(1);
    expect(shutdown.signal.aborted).toBe(true);
  });
});

describe("a failure in the terminal", () => {
  it("is one sentence about the place and the remedy", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const taken = await new Promise((resolve) => createServer().once("error", resolve).listen(port, "127.0.0.1"));
    server.close();
    expect(explainFailure(taken)).toContain(`Poort ${port} is al in gebruik`);
    const refused = Object.assign(new Error("x"), { code: "ECONNREFUSED", address: "127.0.0.1", port: 6379 });
    expect(explainFailure(new AggregateError([refused]))).toContain("REDIS_URL");
    expect(explainFailure(Object.assign(new Error("x"), { code: "EROFS", path: "/data" }))).toContain("/data");
    expect(explainFailure(Object.assign(new Error("x"), { code: "53100" }))).toContain("Maak daar ruimte vrij");
    expect(explainFailure(Object.assign(new Error("x"), { code: "25006" }))).toContain("alleen-lezen");
    expect(explainFailure(new ProductError("x", "Zin."))).toBe("Zin.");
  });

  it("never repeats the input that an unknown error quotes", () => {
    let error: unknown;
    try {
      JSON.parse("canary");
    } catch (caught) {
      error = caught;
    }
    expect(explainFailure(error)).not.toContain("canary");
  });
});
