import { describe, expect, it } from "vitest";
import { createCatalogue } from "./catalogue.js";
import { loadCatalogue, readCatalogueData } from "./load-catalogue.js";

const catalogue = loadCatalogue();

describe("look-ups by id", () => {
  it("find what is there and give undefined for what is not", () => {
    expect(catalogue.theme("huurtoeslag")?.label).toBe("Huurtoeslag");
    expect(catalogue.theme("t-0007")).toBeUndefined();
    expect(catalogue.format("infoavond")?.capacity).toEqual({ min: 15, max: 60 });
    expect(catalogue.format("")).toBeUndefined();
    expect(catalogue.partner("woningcorporatie")?.neverReceive).toContain("huurachterstand");
    expect(catalogue.lifeEvent("kind-wordt-18")?.label).toBe("Kind wordt 18");
  });

  it("do not answer to names that every object has", () => {
    expect(catalogue.theme("constructor")).toBeUndefined();
    expect(catalogue.partner("__proto__")).toBeUndefined();
  });

  it("split the themes into never, with care and suitable", () => {
    expect(catalogue.neverThemeIds.size).toBe(10);
    expect(catalogue.careThemeIds.size).toBe(34);
    expect(catalogue.neverThemeIds.has("suicidaliteit")).toBe(true);
    expect(catalogue.careThemeIds.has("huurtoeslag")).toBe(false);
  });
});

describe("seasonMomentOf", () => {
  it("tells of the asked month only", () => {
    expect(catalogue.seasonMomentOf("huurtoeslag", "2026-11")?.text).toContain("november");
    expect(catalogue.seasonMomentOf("huurtoeslag", "2026-11")?.text).not.toMatch(/januari|juli/);
    expect(catalogue.seasonMomentOf("huurtoeslag", "2026-10")).toBeUndefined();
  });

  it("has a sentence for every month of every season, and none for a never theme", () => {
    for (const { id, season, collective } of catalogue.themes) {
      for (const month of season.months) {
        const text = catalogue.seasonMomentOf(id, `2026-${String(month).padStart(2, "0")}`)?.text;
        if (collective === "never") expect(text).toBeUndefined();
        else expect(text).toMatch(/^\p{Lu}.+\.$/u);
      }
    }
  });
});

describe("seasonOf", () => {
  it("answers in a month of the season and is silent in the month beside it", () => {
    expect(catalogue.seasonOf("huurtoeslag", "2026-07")?.note).toContain("1 juli");
    expect(catalogue.seasonOf("huurtoeslag", "2026-06")).toBeUndefined();
    expect(catalogue.seasonOf("huurtoeslag", "2026-12")).toBeDefined();
    expect(catalogue.seasonOf("huurtoeslag", "2026-10")).toBeUndefined();
  });

  it("is silent for a theme without season, an unknown theme and a never theme", () => {
    expect(catalogue.seasonOf("bijstand-aanvragen", "2026-01")).toBeUndefined();
    expect(catalogue.seasonOf("t-0007", "2026-01")).toBeUndefined();
    expect(catalogue.theme("eergerelateerd-geweld")?.season.months).toContain(7);
    expect(catalogue.seasonOf("eergerelateerd-geweld", "2026-07")).toBeUndefined();
  });

  it("agrees with the themes of the month", () => {
    for (let number = 1; number <= 12; number += 1) {
      const month = `2026-${String(number).padStart(2, "0")}`;
      const expected = catalogue.themes.filter((theme) => catalogue.seasonOf(theme.id, month) !== undefined);
      expect(catalogue.themesInSeason(month)).toEqual(expected);
      expect(expected.length).toBeGreaterThan(0);
    }
  });
});

describe("ruleChangeOf", () => {
  it("answers from one month before the start until two months after it", () => {
    const answers = ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04"].map(
      (month) => catalogue.ruleChangeOf("huurtoeslag", month)?.startMonth,
    );
    expect(answers).toEqual([undefined, "2026-01", "2026-01", "2026-01", "2026-01", undefined]);
  });

  it("returns every year for a change without a year, also across New Year", () => {
    expect(catalogue.ruleChangeOf("alimentatie", "2024-12")?.startMonth).toBe("2025-01");
    expect(catalogue.ruleChangeOf("alimentatie", "2027-03")?.startMonth).toBe("2027-01");
    expect(catalogue.ruleChangeOf("huurverhoging-servicekosten", "2025-06")?.startMonth).toBe("2025-07");
    expect(catalogue.ruleChangeOf("huurverhoging-servicekosten", "2025-10")).toBeUndefined();
  });

  it("does not let an announced change explain anything", () => {
    expect(catalogue.ruleChanges.some((change) => change.themeId === "urgentieverklaring")).toBe(true);
    expect(catalogue.ruleChangeOf("urgentieverklaring", "2026-07")).toBeUndefined();
  });

  it("prefers the nearest start", () => {
    const data = readCatalogueData();
    const change = { note: "n", source: "OK", status: "in-force", noticedMonths: { before: 1, after: 2 } } as const;
    const two = createCatalogue({
      ...data,
      ruleChanges: [
        { ...change, themeId: "pgb", starts: { year: 2026, month: 1 } },
        { ...change, themeId: "pgb", starts: { year: 2026, month: 3 } },
      ],
    });
    expect(two.ruleChangeOf("pgb", "2026-01")?.startMonth).toBe("2026-01");
    expect(two.ruleChangeOf("pgb", "2026-02")?.startMonth).toBe("2026-01");
    expect(two.ruleChangeOf("pgb", "2026-03")?.startMonth).toBe("2026-03");
  });
});
