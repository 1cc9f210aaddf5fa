import { expect, test } from "vitest";
import { checkTextDays, pairsKeptFrom } from "./retention.js";

test("text may be kept from 0 to 30 days, and never longer", () => {
  expect([checkTextDays(0), checkTextDays(30)]).toEqual([0, 30]);
  for (const days of [-1, 31, 1.5, Number.NaN]) expect(() => checkTextDays(days)).toThrow(/hoogstens 30 dagen/);
});

test("pairs of case and theme are kept for the window of the month and for that of the month before", () => {
  expect(pairsKeptFrom("2026-11-29", 3)).toBe("2026-08");
  expect(pairsKeptFrom("2026-02-01", 3)).toBe("2025-11");
});
