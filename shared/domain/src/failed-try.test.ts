import { describe, expect, it } from "vitest";
import { ProductError } from "./errors.js";
import { planAfterFailure } from "./failed-try.js";

const SINCE = new Date("2026-11-22T09:00:00Z");
const MINUTE = 60_000;
const after = (minutes: number) => new Date(SINCE.getTime() + minutes * MINUTE);
const AWAY = new ProductError("mail-server-unreachable", "", { retryable: true });
const REFUSED = new ProductError("mail-refused", "");

describe("after a failure", () => {
  it.each([
    [0, 1],
    [1, 1],
    [7, 7],
    [59, 59],
    [300, 60],
    [24 * 60 - 1, 60],
  ])("that may pass, after %i minutes, the next try is %i minutes later", (waited, pause) => {
    const plan = planAfterFailure(AWAY, SINCE, after(waited));
    expect(plan).toEqual({ final: false, failure: "mail-server-unreachable", nextTryAt: after(waited + pause) });
  });

  it("nobody tries again after a day", () => {
    expect(planAfterFailure(AWAY, SINCE, after(24 * 60))).toEqual({ final: true, failure: "mail-server-unreachable" });
  });

  it("that will not pass, nobody tries again", () => {
    expect(planAfterFailure(REFUSED, SINCE, SINCE)).toEqual({ final: true, failure: "mail-refused" });
  });

  it("of our own code it is tried again for a day, and its words are not kept", () => {
    expect(planAfterFailure(new Error("naam van een bewoner"), SINCE, SINCE)).toMatchObject({ failure: "unknown" });
    expect(planAfterFailure(new Error(""), SINCE, after(24 * 60)).final).toBe(true);
  });

  it("a server that stays away is asked between twenty and forty times in a day", () => {
    let tries = 0;
    for (let now: Date | undefined = SINCE; now !== undefined; tries += 1) {
      now = planAfterFailure(AWAY, SINCE, now).nextTryAt;
    }
    expect(tries).toBeGreaterThan(20);
    expect(tries).toBeLessThan(40);
  });
});
