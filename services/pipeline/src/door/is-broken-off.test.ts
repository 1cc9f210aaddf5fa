import { expect, it } from "vitest";
import { isBrokenOff } from "./is-broken-off.js";

const seenAt = new Date("2026-11-02T10:00:00Z");
const after = (seconds: number): Date => new Date(seenAt.getTime() + seconds * 1_000);

it("an import that is silent for more than a minute was broken off, unless it is over", () => {
  expect(isBrokenOff({ seenAt }, after(60))).toBe(false);
  expect(isBrokenOff({ seenAt }, after(61))).toBe(true);
  expect(isBrokenOff({ seenAt, finishedAt: seenAt }, after(61))).toBe(false);
});
