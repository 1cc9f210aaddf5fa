import { type CorrectionAction, makeCorrectionLayer } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { correctEmergent } from "./correct-emergent.js";

const person = { who: "Sam", why: "dit hoort zo", at: new Date("2026-03-01T09:00:00Z") };
const THEMES = [
  {
    id: "t-0001",
    label: "Vragen over lift, flat en trap",
    terms: ["lift", "flat", "trap"],
    firstWeek: "2026-W05",
    cases: 9,
  },
  {
    id: "t-0002",
    label: "Vragen over storing, monteur en lift",
    terms: ["storing", "monteur", "lift"],
    firstWeek: "2026-W07",
    cases: 6,
  },
];

function corrected(...actions: readonly CorrectionAction[]) {
  const log = actions.map((action, index) => ({ ...action, ...person, id: `c-${index + 1}` }));
  return correctEmergent(THEMES, makeCorrectionLayer(log, THEMES, new Set()));
}

const merge = {
  kind: "merge",
  themeId: "t-0002",
  intoId: "t-0001",
  terms: THEMES[1]?.terms ?? [],
  newestId: null,
} as const;

describe("correctEmergent", () => {
  it("changes nothing without corrections", () => {
    expect(corrected()).toEqual(THEMES);
  });

  it("names a merged theme after the words of both, unless a person named it", () => {
    const [into, gone] = corrected(merge);
    expect(into).toMatchObject({
      label: "Vragen over lift, storing en flat",
      terms: ["lift", "storing", "flat", "monteur", "trap"],
    });
    expect(gone).toMatchObject({ id: "t-0002", mergedInto: "t-0001" });
    expect(corrected({ kind: "rename", themeId: "t-0001", name: "Lift stuk" }, merge)[0]?.label).toBe("Lift stuk");
  });

  it("adds what was split off, and leaves out what is no theme any more", () => {
    const split = {
      kind: "split",
      themeId: "t-0001",
      newThemeId: "p-0001",
      name: "Trap",
      words: ["trap"],
      questions: [],
    } as const;
    const closed = { kind: "not-a-theme", themeId: "t-0002", terms: [], newestId: null } as const;
    expect(corrected(split, closed).map(({ id, label, terms }) => [id, label, ...terms])).toEqual([
      ["t-0001", "Vragen over lift, flat en trap", "lift", "flat", "trap"],
      ["p-0001", "Trap", "trap"],
    ]);
  });
});
