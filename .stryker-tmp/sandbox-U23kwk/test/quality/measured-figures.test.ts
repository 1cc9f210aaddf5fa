import { readFileSync } from "node:fs";
import { loadRecogniser, readMeasuredFigures } from "@rode-draad/themes";
import { expect, test } from "vitest";
import type { Recorded } from "./recorded.js";

const recorded = JSON.parse(readFileSync(new URL("./data/recorded.json", import.meta.url), "utf8")) as Recorded;

test("the figures that ship with the model are those that the bench recorded last", () => {
  const { figures } = readMeasuredFigures();
  expect(figures.length).toBeGreaterThan(5);
  for (const { key, measured } of figures) expect([key, recorded.full[key]?.measured]).toEqual([key, measured]);
});

test("the figures are of the model that ships; after `npm run model` they must be measured and written anew", () => {
  expect(readMeasuredFigures().modelVersion).toBe(loadRecogniser().version);
});
