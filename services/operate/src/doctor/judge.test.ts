import { describe, expect, it } from "vitest";
import { act, good } from "./check.js";
import { isUsable, judgeFreeSpace } from "./judge-place.js";
import { judgeClock, judgeMemoryPolicy, judgePersistence, judgeWritable } from "./judge-servers.js";
import { isOlder, judgeNode, judgeRedisVersion, judgeSchema } from "./judge-versions.js";

const REDIS = {
  name: "Redis",
  version: "7.0.15",
  memoryPolicy: "noeviction",
  memoryMaxBytes: 0,
  isPersistent: true,
  failedToWrite: false,
  clockAheadMs: 0,
} as const;

describe("versions", () => {
  it.each([
    ["20.18.3", true],
    ["20.19.0", false],
    ["22.1", false],
    ["9.9", true],
  ])("Node %s is too old: %s", (version, tooOld) => {
    expect(judgeNode(version).state).toBe(tooOld ? "act" : "good");
  });

  it("are compared by number, and letters behind them do not count", () => {
    expect(isOlder("18beta1", "13")).toBe(false);
    expect(isOlder("7.0", "7.0.0")).toBe(false);
    expect(isOlder("7.9", "7.10")).toBe(true);
    expect(judgeRedisVersion({ ...REDIS, version: "6.0.16" }).state).toBe("warn");
  });

  it("of the schema: an older one is a warning, a newer one must be acted on", () => {
    const states = [0, 21, 22, 23].map((found) => judgeSchema({ schema: { found, known: 22 } }).state);
    expect(states).toEqual(["warn", "warn", "good", "act"]);
  });
});

describe("clocks", () => {
  it.each([
    [5_000, "good"],
    [5_001, "warn"],
    [90_000, "warn"],
    [90_001, "act"],
    [-600_000, "act"],
  ])("%i ms off is %s", (ms, state) => {
    expect(judgeClock("c", "de database", ms).state).toBe(state);
  });

  it("say which way they are off, in words", () => {
    expect(judgeClock("c", "Redis", -600_000).found).toBe(
      "De klok van Redis loopt 10 minuten achter bij deze machine.",
    );
    expect(judgeClock("c", "Redis", 30_000).found).toContain("30 seconden voor op");
  });
});

describe("Redis", () => {
  it("that may throw work out must be set right when its memory has an end", () => {
    expect(judgeMemoryPolicy({ ...REDIS, memoryPolicy: "allkeys-lru" }).state).toBe("warn");
    expect(judgeMemoryPolicy({ ...REDIS, memoryPolicy: "allkeys-lru", memoryMaxBytes: 1 }).state).toBe("act");
  });

  it("that keeps nothing is a warning that says that nothing is lost", () => {
    const check = judgePersistence({ ...REDIS, isPersistent: false });
    expect(check.state).toBe("warn");
    expect(check.toDo).toContain("gaat niets verloren");
    expect(judgePersistence({ ...REDIS, failedToWrite: true }).state).toBe("act");
  });
});

it("a disk is judged by what is free, and a database by whether it may be written", () => {
  const mib = 1024 ** 2;
  expect([511, 512, 2_047, 2_048].map((free) => judgeFreeSpace(free * mib, "x").state)).toEqual([
    "act",
    "warn",
    "warn",
    "good",
  ]);
  expect(judgeWritable({ isReadOnly: true }).state).toBe("act");
});

describe("the folder of the product", () => {
  it("is looked into on a full disk, and not where nothing may be written", () => {
    expect(isUsable([judgeFreeSpace(0, "/data"), good("folder", "")])).toBe(true);
    expect(isUsable([judgeFreeSpace(1024 ** 4, "/data"), act("folder", "", "")])).toBe(false);
  });
});
