import { describe, expect, it } from "vitest";
import { openLimit, openSignInDelay } from "./limits.js";

describe("a limit", () => {
  it("lets as many through as it says, counts each key by itself, and tells how long to wait", async () => {
    const limit = openLimit({ points: 2, seconds: 60 });
    expect([await limit.take("a"), await limit.take("a"), await limit.take("a")]).toEqual([undefined, undefined, 60]);
    expect(await limit.take("b")).toBeUndefined();
    await limit.forget("a");
    expect(await limit.take("a")).toBeUndefined();
  });

  it("never says to wait for less than a second", async () => {
    const limit = openLimit({ points: 1, seconds: 1 });
    await limit.take("a");
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await limit.take("a")).toBe(1);
  });
});

describe("the delay of signing in", () => {
  const take = async (times: number, one: (index: number) => Promise<number | undefined>) => {
    const waits = [];
    for (let index = 0; index < times; index += 1) waits.push(await one(index));
    return waits.findIndex((wait) => wait !== undefined);
  };

  it("gives one name from one place five tries a quarter", async () => {
    const delay = openSignInDelay();
    expect(await take(9, () => delay.take("anna", "10.0.0.1"))).toBe(5);
    expect(await delay.take("anna", "10.0.0.1")).toBe(900);
  });

  it("gives one name from everywhere thirty", async () => {
    const delay = openSignInDelay();
    expect(await take(40, (index) => delay.take("anna", `10.0.0.${index}`))).toBe(30);
  });

  it("gives one place fifty, whatever names it tries", async () => {
    const delay = openSignInDelay();
    expect(await take(60, (index) => delay.take(`naam-${index}`, "10.0.0.1"))).toBe(50);
  });

  it("keeps name and place apart, so that one name with a space is not another name elsewhere", async () => {
    const delay = openSignInDelay();
    for (let time = 0; time < 5; time += 1) await delay.take("anna", "10.0.0.1");
    expect(await delay.take("bas", "10.0.0.1")).toBeUndefined();
    expect(await delay.take("anna", "10.0.0.2")).toBeUndefined();
  });

  it("forgives name and place to who got in, but not the place its other tries", async () => {
    const delay = openSignInDelay();
    for (let time = 0; time < 4; time += 1) await delay.take("anna", "10.0.0.1");
    await delay.forgive("anna", "10.0.0.1");
    expect(await take(9, () => delay.take("anna", "10.0.0.1"))).toBe(5);
    const known = openSignInDelay();
    for (let place = 0; place < 30; place += 1) await known.take("anna", `10.0.0.${place}`);
    await known.forgive("anna", "10.0.0.1");
    expect(await known.take("anna", "10.0.1.1")).toBeUndefined();
    const busy = openSignInDelay();
    for (let name = 0; name < 50; name += 1) await busy.take(`naam-${name}`, "10.0.0.1");
    await busy.forgive("naam-1", "10.0.0.1");
    expect(await busy.take("naam-1", "10.0.0.1")).toBe(900);
  });
});
