import type { Signal } from "@rode-draad/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue, count, input, OOST, propose, proposeOne, rise, WEST } from "../test/build-input.js";
import { proposeInitiatives } from "./propose-initiatives.js";

describe("one theme in one area", () => {
  it("becomes a complete card with the catalogue's neutral title", () => {
    const card = proposeOne([count("huurtoeslag")]);
    expect(card).toMatchObject({
      title: "Huurtoeslag: heeft u er recht op?",
      formatId: "infoavond",
      partnerIds: ["woningcorporatie", "toeslagen-belastingdienst", "sociaal-raadslieden"],
      careNeeded: false,
      areaCode: OOST,
      teamCodes: ["NOORD"],
      turnout: { min: 20, max: 40 },
      preparationHours: { min: 6, max: 12 },
      minutesSavedPerVisitor: { min: 30, max: 75 },
      evidence: { band: "15 tot 24", windowMonths: 3, rule: "Thema dat terugkomt in een wijk" },
    });
    expect(card.forWhom).toBe("Voor alle huurders in Oost. Ook als u niet zeker weet of dit over u gaat.");
    expect(card.growsInto).toContain("Invulmiddag formulieren");
    expect(card.whyNow).toContain("15 tot 24 huishoudens in 3 maanden");
    expect(card.avoid).toMatch(/Kies dit niet als het vooral over schulden.*Noem geen namen/s);
    expect(card.evidence.reasons.join(" ")).toContain("Vorm: Informatieavond met partner");
  });

  it("names a rise, the season and a rule change as reasons for now", () => {
    const card = proposeOne([count("huurtoeslag")], {
      month: "2026-01",
      signals: [rise("huurtoeslag", { week: "2026-W03" })],
    });
    expect(card.whyNow).toContain("In Oost kwamen er meer vragen over huurtoeslag.");
    expect(card.whyNow).toContain("De regels zijn veranderd.");
    expect(card.whyNow).toContain("In januari veranderen de regels en de bedragen.");
  });

  it("names only what the season brings in this month or the next", () => {
    const whyNow = (month: string) => proposeOne([count("huurtoeslag")], { month }).whyNow;
    expect(whyNow("2026-10")).toContain("In november en december komt de brief");
    expect(whyNow("2026-10")).not.toMatch(/januari|juli/);
    expect(whyNow("2026-09")).not.toMatch(/november|januari|juli/);
  });

  it("says where the questions rose, and nothing when they rose elsewhere", () => {
    const whyNow = (place: Partial<Signal>) => {
      const { areaCode: _area, ...signal } = rise("huurtoeslag");
      return proposeOne([count("huurtoeslag")], { signals: [{ ...signal, ...place }] }).whyNow;
    };
    expect(whyNow({ areaCode: OOST })).toContain("In Oost kwamen er meer vragen over huurtoeslag.");
    expect(whyNow({ teamCode: "NOORD" })).toContain("Bij het team van Oost kwamen er meer vragen");
    expect(whyNow({})).toContain("In de hele gemeente kwamen er meer vragen");
    expect(whyNow({ areaCode: WEST })).not.toContain("meer vragen");
    expect(whyNow({ teamCode: "ZUID" })).not.toContain("meer vragen");
  });

  it("does not name an alarm of an earlier window", () => {
    const card = (week: string) => proposeOne([count("huurtoeslag")], { signals: [rise("huurtoeslag", { week })] });
    expect(card("2026-W32").whyNow).toContain("kwamen er meer vragen");
    expect(card("2026-W31").whyNow).not.toContain("kwamen er meer vragen");
  });

  it.each([5, 6, 9])("shows no number for a need of %i households", (cases) => {
    const card = proposeOne([count("huurtoeslag", { cases })]);
    expect(card.evidence.band).toBe("het aantal tonen wij niet");
    expect(card.whyNow).toContain("Dit komt hier vaker terug.");
    expect(JSON.stringify(card)).not.toContain("minder dan 10");
  });

  it("shows no number when only two professionals wrote about it", () => {
    const card = proposeOne([count("huurtoeslag", { professionals: 2 })]);
    expect(card.evidence.band).toBe("het aantal tonen wij niet");
    expect(card.whyNow).toMatch(/Dit komt hier vaker terug\.$/);
  });
});

describe("the floor", () => {
  it.each([
    ["5 cases", { cases: 5 }, 1],
    ["4 cases", { cases: 4 }, 0],
    ["2 professionals", { professionals: 2 }, 1],
    ["1 professional", { professionals: 1 }, 0],
    ["7 days", { firstDay: "2026-10-01", lastDay: "2026-10-08" }, 1],
    ["6 days", { firstDay: "2026-10-01", lastDay: "2026-10-07" }, 0],
  ])("of %s gives the right number of proposals", (_name, changes, proposals) => {
    expect(propose([count("huurtoeslag", changes)])).toHaveLength(proposals);
  });

  it("is the catalogue's own for a sensitive theme", () => {
    expect(propose([count("schuldhulpverlening", { cases: 10 })])).toHaveLength(1);
    expect(propose([count("schuldhulpverlening", { cases: 9 })])).toHaveLength(0);
  });

  it("is reported with the reason", () => {
    expect(proposeInitiatives(input([count("huurtoeslag", { cases: 4 })])).notProposed).toEqual({ "below-floor": 1 });
  });
});

describe("themes that are never collective", () => {
  const never = [...catalogue.neverThemeIds];

  it("give no proposal at any size", () => {
    expect(propose(never.map((themeId) => count(themeId, { cases: 500 })))).toEqual([]);
  });

  it("give the specialist route whether or not they occur, so that the list tells nothing", () => {
    const without = proposeInitiatives(input([])).specialistRoutes;
    expect(without.map(({ themeId }) => themeId).sort()).toEqual([...never].sort());
    expect(proposeInitiatives(input([count("huiselijk-geweld")])).specialistRoutes).toEqual(without);
    expect(without.find(({ themeId }) => themeId === "huiselijk-geweld")?.text).toContain("0800-2000");
  });

  it("are never part of a bundle or a partner list", () => {
    const everything = catalogue.themes.map(({ id }) => count(id, { cases: 60 }));
    for (const { themeIds, partnerIds } of propose(everything)) {
      expect(themeIds.some((themeId) => catalogue.neverThemeIds.has(themeId))).toBe(false);
      expect(partnerIds).not.toContain("veilig-thuis");
    }
  });
});

describe("themes that ask for care", () => {
  it("are marked, and get a small form", () => {
    const card = proposeOne([count("somberheid-stress", { cases: 30 })]);
    expect(card.careNeeded).toBe(true);
    expect(catalogue.format(card.formatId)?.capacity.max).toBeLessThanOrEqual(25);
  });
});

describe("the form", () => {
  it("follows the season", () => {
    const form = (month: string) => proposeOne([count("kwijtschelding-lokale-belastingen")], { month }).formatId;
    expect(form("2026-02")).toBe("invulmiddag");
  });

  it("follows the size", () => {
    const form = (cases: number) => proposeOne([count("buurtcontact-bewonersinitiatief", { cases })]).formatId;
    expect(form(20)).toBe("bewonersavond-complex");
    expect(form(6)).not.toBe("informatiemarkt");
  });
});

describe("the order", () => {
  it("does not put the same theme three times in front", () => {
    const areas = ["WK000001", "WK000002", "WK000003", "WK000004"];
    const counts = areas.flatMap((areaCode) => [
      count("huurtoeslag", { areaCode, cases: 60 }),
      count("digitale-vaardigheden", { areaCode, cases: 18 }),
      count("eenzaamheid", { areaCode, cases: 18 }),
    ]);
    const top = propose(counts).slice(0, 3);
    expect(new Set(top.flatMap(({ themeIds }) => themeIds)).size).toBe(3);
  });

  it("puts a rising theme before an equal one that does not rise", () => {
    const cards = propose([count("vervoer"), count("klusjes-in-huis", { areaCode: WEST })], {
      month: "2026-06",
      signals: [rise("klusjes-in-huis", { areaCode: WEST, week: "2026-W24" })],
    });
    expect(cards[0]?.themeIds).toEqual(["klusjes-in-huis"]);
  });

  it("is that of the scores", () => {
    const scores = propose(catalogue.themes.map(({ id }) => count(id))).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
});

describe("for any counts", () => {
  const anyCount = fc.record({
    themeId: fc.constantFrom(...catalogue.themes.map(({ id }) => id)),
    areaCode: fc.constantFrom(OOST, WEST),
    cases: fc.integer({ min: 0, max: 80 }),
    professionals: fc.integer({ min: 0, max: 6 }),
  });
  const anyCounts = fc
    .uniqueArray(anyCount, { maxLength: 25, selector: ({ themeId, areaCode }) => `${themeId} ${areaCode}` })
    .map((counts) => counts.map(({ themeId, ...changes }) => count(themeId, changes)));

  it("gives the same bytes whatever the order of the input", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        expect(JSON.stringify(propose([...counts].reverse()))).toBe(JSON.stringify(propose(counts)));
      }),
    );
  });

  it("gives each need one proposal at most", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const served = propose(counts).flatMap(({ themeIds, areaCode }) => themeIds.map((id) => `${id} ${areaCode}`));
        expect(new Set(served).size).toBe(served.length);
      }),
    );
  });

  it("gives a card that tells nothing finer than the band", () => {
    const withinBand = fc.tuple(fc.integer({ min: 15, max: 24 }), fc.integer({ min: 15, max: 24 }));
    fc.assert(
      fc.property(anyCounts, withinBand, (counts, [one, other]) => {
        const cards = (cases: number) => propose(counts.map((entry) => ({ ...entry, cases, professionals: 4 })));
        expect(cards(one)).toEqual(cards(other));
      }),
    );
  });

  it("fills every field and marks every theme that asks for care", () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        for (const card of propose(counts)) {
          for (const text of [card.title, card.whyNow, card.forWhom, card.avoid, card.evidence.rule]) {
            expect(text.length).toBeGreaterThan(5);
            expect(text).not.toMatch(/undefined|null|NaN/);
          }
          expect(card.turnout.min).toBeLessThan(card.turnout.max);
          expect(card.partnerIds.length).toBeGreaterThan(0);
          expect(card.careNeeded).toBe(card.themeIds.some((id) => catalogue.careThemeIds.has(id)));
        }
      }),
    );
  });
});
