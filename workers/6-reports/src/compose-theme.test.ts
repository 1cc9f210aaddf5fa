import { describe, expect, it } from "vitest";
import { sampleCatalogue, sampleEmergent } from "../test/sample-input.js";
import { SAMPLE_MONTH, sampleLine } from "../test/sample-month.js";
import { composeTheme, type ThemeInput } from "./compose-theme.js";
import type { ThemeKnot } from "./theme-report.js";

function input(themeId: string, more: Partial<ThemeInput> = {}): ThemeInput {
  return {
    themeId,
    catalogue: sampleCatalogue,
    emergent: sampleEmergent,
    isNamed: false,
    month: SAMPLE_MONTH,
    place: "Sterrenwijk",
    months: [],
    direction: "steady",
    held: [],
    proposals: [{ id: "v-1", title: "Een avond", areaName: "Sterrenwijk", themeIds: [themeId] }],
    knots: [],
    changes: [],
    nowShownAs: (id) => id,
    dayOf: (at) => at.toISOString().slice(0, 10),
    ...more,
  };
}

describe("composeTheme", () => {
  it("gives a theme that is never collective its route, and no number, word, line or proposal", () => {
    const view = composeTheme(input("huiselijk-geweld", { months: sampleLine("huurtoeslag") }));
    expect(view).toMatchObject({ facts: [], rules: [], words: [], knots: [], proposals: [] });
    expect(view).not.toHaveProperty("line");
    expect(view).not.toHaveProperty("direction");
    expect(view?.specialist?.text).toContain("0800-2000");
  });

  it("draws two years as lanes, and leaves a month without lane where the number was withheld", () => {
    const line = composeTheme(input("huurtoeslag", { months: sampleLine("huurtoeslag") }))?.line;
    expect(line?.points).toHaveLength(24);
    expect(line?.points.filter((point) => point.lane === undefined)).toHaveLength(1);
    expect(line?.lanes.map(({ label }) => label)).toEqual([
      "minder dan 10",
      "10 tot 14",
      "15 tot 24",
      "25 tot 49",
      "50 of meer",
    ]);
    expect(line?.caption).toContain("Waar de draad stopt");
  });

  it("puts a month below the threshold in the lowest lane, as it does a month in the lowest band", () => {
    const value = { status: "withheld", reason: "below-threshold", sentence: "Wij tonen het niet." } as const;
    const line = composeTheme(input("huurtoeslag", { months: [{ month: "2026-09", value }] }))?.line;
    expect(line?.points[0]?.lane).toBe(0);
    expect(line?.periods[0]?.band).toBe("minder dan 10");
    expect(line?.caption).not.toContain("Waar de draad stopt");
  });

  it("says the same in the table as in the line", () => {
    const months = sampleLine("huurtoeslag");
    const line = composeTheme(input("huurtoeslag", { months }))?.line;
    const bands = new Set(months.map(({ value }) => (value.status === "band" ? value.band.label : "niet getoond")));
    expect(new Set(line?.periods.map(({ band }) => band))).toEqual(bands);
    expect(line?.periods[0]?.name).toMatch(/2024/);
  });

  it("numbers rule changes and own offers in the order of time", () => {
    const held = [{ day: "2026-03-11", title: "Informatieavond" }];
    const line = composeTheme(input("huurtoeslag", { months: sampleLine("huurtoeslag"), held }))?.line;
    expect(line?.events.map(({ number, kind, month }) => [number, kind, month])).toEqual([
      [1, "outside", "2026-01"],
      [2, "ours", "2026-03"],
    ]);
  });

  it("names the themes that go along with it, with care and with an offer for both", () => {
    const knot = (first: string, second: string): ThemeKnot => ({
      themes: [
        { id: first, name: first, collective: "suitable" },
        { id: second, name: second, collective: second === "alimentatie" ? "only-with-care" : "suitable" },
      ],
    });
    const both = {
      id: "v-2",
      title: "Een ochtend voor twee",
      areaName: "Bloemhof",
      themeIds: ["geldzorgen", "huurtoeslag"],
    };
    const knots = [
      knot("geldzorgen", "huurtoeslag"),
      knot("huurtoeslag", "alimentatie"),
      knot("geldzorgen", "jonge-ouders"),
    ];
    expect(composeTheme(input("huurtoeslag", { knots, proposals: [both] }))?.knots).toEqual([
      {
        id: "geldzorgen",
        name: "geldzorgen",
        careNeeded: false,
        proposal: { id: "v-2", title: both.title, areaName: "Bloemhof" },
      },
      { id: "alimentatie", name: "alimentatie", careNeeded: true },
    ]);
    expect(composeTheme(input("huiselijk-geweld", { knots }))?.knots).toEqual([]);
  });

  it("says why its questions belong together in words that decided here, and names the nearest theme", () => {
    const reasons = {
      themeId: "huurtoeslag",
      words: ["huurtoeslag", "kale huur"],
      typical: ["huurtoeslag", "rekenhuur"],
      doubtful: [],
      nearest: { themeId: "huurverhoging-servicekosten", words: ["toeslag"] },
    };
    const view = composeTheme(input("huurtoeslag", { reasons }));
    expect(view?.words).toEqual(reasons.words);
    expect(view?.why).toEqual({
      typical: "Iemand vraagt hulp. Het gaat over ‘huurtoeslag’ en ‘rekenhuur’.",
      nearest: {
        id: "huurverhoging-servicekosten",
        name: sampleCatalogue.theme("huurverhoging-servicekosten")?.label,
        difference: "Het verschil: hier gaat het vaker over ‘toeslag’.",
      },
    });
  });

  it("follows the nearest theme to where it was merged, and never names the theme itself or what is none any more", () => {
    const nearest = { themeId: "huurverhoging-servicekosten", words: ["toeslag"] };
    const reasons = { themeId: "huurtoeslag", words: ["huurtoeslag"], typical: [], doubtful: [], nearest };
    const whenItIs = (now: string | undefined) =>
      composeTheme(input("huurtoeslag", { reasons, nowShownAs: () => now }))?.why?.nearest?.id;
    expect(whenItIs("geldzorgen")).toBe("geldzorgen");
    expect(whenItIs(sampleEmergent[0]?.id)).toBe(sampleEmergent[0]?.id);
    expect(whenItIs("huurtoeslag")).toBeUndefined();
    expect(whenItIs(undefined)).toBeUndefined();
  });

  it("gives no difference where no word makes one, or only one that is in the other theme's own name", () => {
    for (const words of [[], ["huur"], ["servicekosten"]]) {
      const nearest = { themeId: "huurverhoging-servicekosten", words };
      const reasons = { themeId: "huurtoeslag", words: ["huurtoeslag"], typical: [], doubtful: [], nearest };
      const shown = composeTheme(input("huurtoeslag", { reasons }))?.why?.nearest;
      expect(shown?.id).toBe(nearest.themeId);
      expect(shown).not.toHaveProperty("difference");
    }
  });

  it("makes no example of a single word", () => {
    const reasons = { themeId: "huurtoeslag", words: ["huur"], typical: ["huur"], doubtful: [] };
    expect(composeTheme(input("huurtoeslag", { reasons }))?.why).toEqual({});
  });

  it("never names a theme that is never collective as the nearest one, nor explains such a theme", () => {
    const reasons = { themeId: "jonge-ouders", words: ["baby"], typical: [], doubtful: [] };
    const near = (themeId: string) => ({ ...reasons, nearest: { themeId, words: ["bang"] } });
    expect(composeTheme(input("jonge-ouders", { reasons: near("kindermishandeling") }))?.why).toEqual({});
    expect(composeTheme(input("huiselijk-geweld", { reasons: near("jonge-ouders") }))).not.toHaveProperty("why");
  });

  it("marks where the theme came to mean something else", () => {
    const merged = {
      kind: "merged",
      themeId: "t-0007",
      otherId: "huurtoeslag",
      by: "person",
      correctionId: "c-0001",
    } as const;
    const changes = [
      { ...merged, kind: "undone", who: "Kim", why: "Toch niet.", at: new Date("2026-10-02T09:00:00Z") },
      { ...merged, kind: "pinned", who: "Kim", why: "Zo houden.", at: new Date("2026-09-20T09:00:00Z") },
      { ...merged, who: "Sam", why: "Hetzelfde.", at: new Date("2026-09-10T09:00:00Z") },
    ] as const;
    const view = composeTheme(input("huurtoeslag", { months: sampleLine("huurtoeslag"), changes }));
    expect(view?.line?.breaks.map(({ kind, month, week, themeIds }) => [kind, month, week, ...themeIds])).toEqual([
      ["merged", "2026-09", "2026-W37", "t-0007", "huurtoeslag"],
      ["undone", "2026-10", "2026-W40", "t-0007", "huurtoeslag"],
    ]);
    expect(view?.line?.caption).toContain("opnieuw geteld");
  });

  it("says of an emergent theme that it has no name until a person gave it one", () => {
    expect(composeTheme(input("t-0007"))?.suitability).toBe("Opkomend, nog zonder naam");
    expect(composeTheme(input("t-0007", { isNamed: true }))?.suitability).toBe("Opkomend");
  });

  it("knows an emergent theme by its words, and no other id", () => {
    expect(composeTheme(input("t-0007"))).toMatchObject({
      isEmergent: true,
      words: ["afvalpas", "container", "pasje"],
    });
    expect(composeTheme(input("t-9999"))).toBeUndefined();
  });
});
