import { expect, test } from "vitest";
import { gotWorse } from "./sleep.js";

test("a theme wakes when its cases grew by half and by five, and not before", () => {
  expect([gotWorse(20, 30), gotWorse(20, 31)]).toEqual([false, true]);
  expect([gotWorse(2, 6), gotWorse(2, 7)]).toEqual([false, true]);
  expect([gotWorse(0, 4), gotWorse(0, 5)]).toEqual([false, true]);
});
