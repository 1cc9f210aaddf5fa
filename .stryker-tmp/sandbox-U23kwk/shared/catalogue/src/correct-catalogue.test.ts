import { type CorrectionAction, makeCorrectionLayer } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { correctCatalogue } from "./correct-catalogue.js";
import { loadCatalogue } from "./load-catalogue.js";

const catalogue = loadCatalogue();
const person = { who: "Sam", why: "dit hoort zo", at: new Date("2026-03-01T09:00:00Z") };
const [CARE = ""] = catalogue.careThemeIds;

function corrected(...actions: readonly CorrectionAction[]) {
  const log = actions.map((action, index) => ({ ...action, ...person, id: `c-${index + 1}` }));
  return correctCatalogue(catalogue, makeCorrectionLayer(log, [], catalogue.neverThemeIds));
}

describe("correctCatalogue", () => {
  it("changes nothing without corrections", () => {
    expect(corrected().themes).toEqual(catalogue.themes);
  });

  it("gives a theme that was split off the care, formats and partners of the theme that it came from", () => {
    const split = {
      kind: "split",
      themeId: CARE,
      newThemeId: "p-0001",
      name: "Deel",
      words: ["deel"],
      questions: [],
    } as const;
    const own = corrected(split, { kind: "rename", themeId: "p-0001", name: "Een deel" });
    const parent = catalogue.theme(CARE);
    expect(own.theme("p-0001")).toEqual({
      ...parent,
      id: "p-0001",
      label: "Een deel",
      splitFrom: CARE,
      terms: [{ text: "deel", type: "term", strength: "strong" }],
    });
    expect(own.careThemeIds.has("p-0001")).toBe(true);
  });

  it("takes a merged theme off the list, finds it by its id, and keeps the highest sensitivity", () => {
    const sensitive =
      catalogue.themes.find((theme) => theme.sensitivity === "hoog" && theme.collective !== "never")?.id ?? "";
    const plain = catalogue.themes.find((theme) => theme.sensitivity === "laag")?.id ?? "";
    const own = corrected({ kind: "merge", themeId: sensitive, intoId: plain, terms: ["woord"], newestId: null });
    expect(own.themes.some(({ id }) => id === sensitive)).toBe(false);
    expect(own.theme(sensitive)?.id).toBe(sensitive);
    expect(own.theme(plain)).toMatchObject({
      sensitivity: "hoog",
      terms: [{ text: "woord" }, ...(catalogue.theme(plain)?.terms ?? [])],
    });
  });
});
