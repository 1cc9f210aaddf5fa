import { describe, expect, it } from "vitest";
import { directionOf } from "./direction-of.js";

const months = (...cases: number[]) => cases.map((count) => ({ cases: count, volume: 100 }));

describe("directionOf", () => {
  it("is unclear until two windows agree", () => {
    expect(directionOf(months(10, 10, 10, 10, 10, 10))).toBe("unclear");
    expect(directionOf(months(10, 10, 10, 10, 10, 10, 40))).toBe("unclear");
    expect(directionOf(months(10, 10, 10, 10, 10, 30, 30, 30))).toBe("rising");
  });

  it("tells steady and falling", () => {
    expect(directionOf(months(10, 11, 9, 10, 10, 11, 9, 10))).toBe("steady");
    expect(directionOf(months(30, 30, 30, 30, 5, 5, 5))).toBe("falling");
  });

  it("tells new from back", () => {
    expect(directionOf(months(0, 0, 0, 0, 3, 6, 8))).toBe("new");
    expect(directionOf(months(8, 0, 0, 0, 0, 0, 0, 4, 5, 6))).toBe("back");
  });

  it("does not call a drop in registration a fall of the theme", () => {
    const half = [10, 10, 10, 10].map((cases) => ({ cases, volume: 100 }));
    const less = [5, 5, 5, 5].map((cases) => ({ cases, volume: 50 }));
    expect(directionOf([...half, ...less])).toBe("steady");
  });
});
