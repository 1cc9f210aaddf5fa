import { addDays, markSafe, type ThemeId } from "@rode-draad/domain";
import { expect, test } from "vitest";
import { EmergentAssigner } from "../emergent/assign-emergent.js";

const THINGS = ["sleutel", "opslag", "meubels", "inpakken", "buurman", "planning", "kelder", "schuur", "tuin", "lamp"];

/** Two happenings months apart, and then questions about both at once, so that the machine wants to merge their themes. */
function questions() {
  const waves = [
    ["Mw vraagt over de wisselwoning en de steiger bij", 0, "WK000001"],
    ["Dhr meldt asbest bij de sloop van zijn", 70, "WK000002"],
    ["De wisselwoning met steiger heeft asbest door de sloop,", 77, "WK000002"],
    ["Wisselwoning, steiger, asbest en sloop:", 84, "WK000001"],
  ] as const;
  return waves.flatMap(([text, day, areaCode], wave) =>
    THINGS.map((thing, number) => ({
      id: `n${wave}${number}.1`,
      text: markSafe(`${text} ${thing}.`),
      caseId: `c${wave}${number}`,
      date: addDays("2025-03-03", day + (number % 7)),
      areaCode,
    })),
  );
}

function redirects(held: readonly ThemeId[]): (ThemeId | undefined)[] {
  const assigner = new EmergentAssigner(undefined, held);
  assigner.take(questions());
  return assigner.finish().themes.map(({ mergedInto }) => mergedInto);
}

test("a theme that people hold is never merged into another by the machine, and takes the other in", () => {
  expect(redirects([])).toEqual(["t-0002", undefined]);
  expect(redirects(["t-0001"])).toEqual([undefined, "t-0001"]);
  expect(redirects(["t-0001", "t-0002"])).toEqual([undefined, undefined]);
});
