import { expect, it } from "vitest";
import { ROLES } from "./actor.js";
import { needsSecondFactor } from "./second-factor.js";

it("is asked of who reaches much, whatever else they are, and of everyone when a municipality says so", () => {
  const asked = ROLES.filter((role) => needsSecondFactor([role], "wide-reach"));
  expect(asked.sort()).toEqual(["administrator", "data-protection-officer", "team-lead"]);
  expect(needsSecondFactor(["case-worker", "team-lead"], "wide-reach")).toBe(true);
  expect(needsSecondFactor([], "wide-reach")).toBe(false);
  expect(ROLES.every((role) => needsSecondFactor([role], "everyone"))).toBe(true);
});
