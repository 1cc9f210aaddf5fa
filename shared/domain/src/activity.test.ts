import { expect, test } from "vitest";
import { existsAlready } from "./activity.js";

const here = { areaCode: "WK012301", themeIds: ["huurtoeslag", "energierekening"] };
const activity = {
  id: "a",
  name: "Spreekuur",
  organisation: "De Ster",
  areaCodes: ["WK012301"],
  themeIds: ["huurtoeslag"],
};

test("an activity exists already in its own wijk and about its own themes only", () => {
  expect(existsAlready(activity, here)).toBe(true);
  expect(existsAlready({ ...activity, areaCodes: [] }, here)).toBe(true);
  expect(existsAlready({ ...activity, areaCodes: ["WK012302"] }, here)).toBe(false);
  expect(existsAlready({ ...activity, themeIds: ["vervoer"] }, here)).toBe(false);
  expect(existsAlready({ ...activity, themeIds: [] }, here)).toBe(false);
});
