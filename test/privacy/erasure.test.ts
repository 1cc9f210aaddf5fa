import { expect, test } from "vitest";
import { measureErasure } from "../trust/erasure.js";

test("a case that is erased leaves no trace in database, queue, log or files, and counts are as if it had never been there", async () => {
  const figures = await measureErasure({ engine: "pglite", notes: 150, cases: 2 });
  expect(figures.placesBefore).toBeGreaterThanOrEqual(3);
  expect(figures.traces).toEqual([]);
  expect(figures.cells).toBeGreaterThan(100);
  expect(figures.cellsOff).toEqual([]);
  expect(figures.questionsOff).toEqual([]);
}, 240_000);
