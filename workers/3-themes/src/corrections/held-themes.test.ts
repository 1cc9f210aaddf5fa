import { addDays, markSafe, type ThemeId } from "@rode-draad/domain";
import { expect, test } from "vitest";
import { EmergentAssigner } from "../emergent/assign-emergent.js";

/** Ten people, each with words of their own. */
const PEOPLE = [
  ["Mw kwam langs met haar dochter", "de sleutel past niet meer"],
  ["Dhr belde boos op", "opslag van spullen kost hem veel"],
  ["Gezin mailt na het weekend", "meubels staan in de regen"],
  ["Bewoner sprak ons aan op straat", "inpakken lukt door rugklachten slecht"],
  ["Buurman vertelt aan de deur", "zijn hond slaapt er slecht"],
  ["Jongere appt over thuis", "de planning verschuift telkens weer"],
  ["Oudere dame schrijft een brief", "haar kelder loopt vol water"],
  ["Vader stond aan de balie", "fietsen in de schuur zijn weg"],
  ["Moeder huilt tijdens het gesprek", "kinderen mogen de tuin niet in"],
  ["Stel vraagt tijdens het spreekuur", "lamp en verwarming vallen uit"],
] as const;

/** Two happenings months apart, and then questions about both at once, so that the machine wants to merge their themes. */
function questions() {
  const waves = [
    ["de wisselwoning en de steiger", 0, "WK000001"],
    ["asbest bij de sloop", 70, "WK000002"],
    ["de wisselwoning met steiger heeft asbest door de sloop", 77, "WK000002"],
    ["wisselwoning, steiger, asbest en sloop", 84, "WK000001"],
  ] as const;
  return waves.flatMap(([matter, day, areaCode], wave) =>
    PEOPLE.map(([opening, detail], number) => ({
      id: `n${wave}${number}.1`,
      text: markSafe(`${opening} over ${matter}: ${detail}.`),
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
