import type { Explanation, Proposal, Signal } from "@rode-draad/domain";
import type { PlantedChange, Truth } from "@rode-draad/fixtures";
import { describe, expect, it } from "vitest";
import { buildProposal } from "../../../workers/5-proposals/test/build-proposal.js";
import { alarmsFound } from "./alarms-found.js";
import { emergentPurity } from "./emergent-purity.js";
import { knotsFound } from "./knots-found.js";
import { proposalsFound } from "./proposals-found.js";
import { themesFound } from "./themes-found.js";

const season: Explanation = { kind: "season", note: "winter" };
const unexplained: Explanation = { kind: "unexplained" };

function change(part: Partial<PlantedChange>): PlantedChange {
  return {
    id: "rise",
    kind: "rising",
    themeId: "huurtoeslag",
    areaCode: "WK999901",
    teamCode: "WT-NOORD",
    fromWeek: "2026-W36",
    toWeek: "2026-W44",
    factor: 3,
    cases: 27,
    casesPerWeek: 3,
    casesPerWeekBefore: 1,
    explanation: "unexplained",
    ...part,
  };
}

function signal(part: Partial<Signal>): Signal {
  return {
    id: "s",
    themeId: "huurtoeslag",
    kind: "rising",
    areaCode: "WK999901",
    week: "2026-W38",
    cases: 9,
    expected: 4,
    explanation: unexplained,
    ...part,
  };
}

const gap = { teamCode: "WT-OOST", areaCodes: ["WK999903"], fromWeek: "2026-W10", toWeek: "2026-W13" };

describe("alarmsFound", () => {
  const compare = (signals: Signal[], changes = [change({})]) => alarmsFound({ changes, gap }, signals);

  it("finds a change by its first signal, in the wijk or in the team", () => {
    const first = signal({ id: "early", week: "2026-W37" });
    expect(compare([signal({}), first]).found).toEqual([{ change: change({}), signal: first }]);
    const { areaCode: _, ...ofTeam } = signal({ teamCode: "WT-NOORD" });
    expect(compare([ofTeam]).missed).toEqual([]);
  });

  it.each([
    ["another wijk", { areaCode: "WK999902" }],
    ["another theme", { themeId: "pgb" }],
    ["another direction", { kind: "falling" as const }],
    ["a week too early", { week: "2026-W35" }],
    ["a week too late", { week: "2026-W48" }],
  ])("does not take a signal on %s for it", (_name, part) => {
    const comparison = compare([signal(part)]);
    expect(comparison.missed).toHaveLength(1);
    expect(comparison.others).toHaveLength(1);
  });

  it("accepts a signal while the change is still in its four weeks", () => {
    expect(compare([signal({ week: "2026-W47" })]).missed).toEqual([]);
  });

  it("does not accept a signal on the whole municipality", () => {
    const { areaCode: _, ...everywhere } = signal({});
    expect(compare([everywhere]).missed).toHaveLength(1);
  });

  it("reports a wrong explanation", () => {
    expect(compare([signal({ explanation: season })]).wronglyExplained).toHaveLength(1);
    expect(compare([signal({ explanation: season })], [change({ explanation: "season" })]).wronglyExplained).toEqual(
      [],
    );
  });

  it.each(["2026-W10", "2026-W13", "2026-W16"])("blames the gap for a signal in %s", (week) => {
    const comparison = compare([signal({ areaCode: "WK999903", week, kind: "falling" })]);
    expect(comparison.fromGap).toHaveLength(1);
    expect(comparison.others).toEqual([]);
  });

  it.each(["2026-W09", "2026-W17"])("does not blame the gap for a signal in %s", (week) => {
    expect(compare([signal({ areaCode: "WK999903", week, kind: "falling" })]).fromGap).toEqual([]);
  });
});

describe("emergentPurity", () => {
  const local = {
    id: "bus",
    name: "Bus",
    areaCodes: ["WK999901"],
    teamCodes: ["WT-NOORD"],
    fromWeek: "2026-W01",
    toWeek: "2026-W06",
    caseRefs: [],
    noteIds: ["n1", "n2", "n3", "n4"],
  };
  const truth = { localThemes: [local], fillers: ["f1", "f2", "f3"] };
  const place = (themeId: string | null, ...ids: string[]) => ids.map((sourceId) => ({ sourceId, themeId }));

  it("gives purity and recall of the theme that holds most, counting notes once", () => {
    const questions = [...place("t-0001", "n1", "n1", "n2", "n3", "x1"), ...place("t-0002", "n4")];
    expect(emergentPurity(truth, questions).themes).toEqual([
      {
        localThemeId: "bus",
        themeId: "t-0001",
        purity: 0.75,
        recall: 0.75,
        reached: 1,
        pieces: [
          { themeId: "t-0001", notes: 3 },
          { themeId: "t-0002", notes: 1 },
        ],
      },
    ]);
  });

  it("does not reach notes through a theme that is mostly about something else", () => {
    const questions = [...place("t-0001", "n1", "n2"), ...place("t-0002", "n3", "x1", "x2")];
    expect(emergentPurity(truth, questions).themes[0]?.reached).toBe(0.5);
  });

  it("finds nothing among catalogue themes and unassigned questions", () => {
    const questions = [...place("vervoer", "n1", "n2"), ...place(null, "n3", "n4")];
    expect(emergentPurity(truth, questions).themes[0]).toMatchObject({ themeId: null, purity: 0, recall: 0 });
  });

  it("names a theme of administration from half its notes on", () => {
    expect(emergentPurity(truth, place("t-0003", "f1", "x1")).fillerThemes).toEqual(["t-0003"]);
    expect(emergentPurity(truth, place("t-0003", "f1", "x1", "x2")).fillerThemes).toEqual([]);
  });
});

describe("knotsFound", () => {
  const planted = { themeIds: ["eenzaamheid", "vervoer"] as const, areaCodes: ["WK999901"], cases: 30 };
  const compare = (...told: (readonly [string, string])[]) => knotsFound({ knots: [planted] }, told);

  it("finds a planted knot whichever of its themes comes first", () => {
    expect(compare(["vervoer", "eenzaamheid"])).toEqual({ found: [planted], missed: [], others: [] });
  });

  it("takes no knot with one other theme for it", () => {
    expect(compare(["eenzaamheid", "pgb"])).toEqual({ found: [], missed: [planted], others: [["eenzaamheid", "pgb"]] });
  });
});

describe("proposalsFound", () => {
  const expected = { themeId: "huurtoeslag", areaCode: "WK999901", cases: 31, professionals: 4 };
  const truth: Pick<Truth, "proposals"> = { proposals: { month: "2026-10", must: [expected], mustNot: [] } };
  const never = new Set(["huiselijk-geweld"]);
  const proposal = (part: Partial<Proposal>): Proposal =>
    buildProposal("p", { month: "2026-10", areaCode: "WK999901", ...part });

  it("finds a theme alone or in a bundle, in its own wijk only", () => {
    expect(proposalsFound(truth, [proposal({})], never).found).toEqual([expected]);
    expect(proposalsFound(truth, [proposal({ themeIds: ["pgb", "huurtoeslag"] })], never).missed).toEqual([]);
    expect(proposalsFound(truth, [proposal({ areaCode: "WK999902" })], never).missed).toEqual([expected]);
    expect(proposalsFound(truth, [], never).missed).toEqual([expected]);
  });

  it("reports never themes, also in a bundle", () => {
    const forbidden = proposal({ themeIds: ["huurtoeslag", "huiselijk-geweld"] });
    expect(proposalsFound(truth, [forbidden, proposal({})], never).forbidden).toEqual([forbidden]);
  });

  it("reports a need that is proposed twice, once", () => {
    const twice = [proposal({}), proposal({}), proposal({}), proposal({ needKey: "other" })];
    expect(proposalsFound(truth, twice, never).repeatedNeeds).toEqual(["need-p"]);
  });
});

describe("themesFound", () => {
  const note = (sourceId: string, ...themes: (string | null)[]) =>
    [
      sourceId,
      {
        sourceId,
        caseRef: "C",
        filler: themes.length === 0,
        identifiers: [],
        segments: themes.map((themeId) => ({ start: 0, end: 1, themeId })),
      },
    ] as const;
  const truth = { notes: new Map([note("a", "pgb", null), note("b", "vervoer"), note("f")]), fillers: ["f"] };
  const isCatalogueTheme = (themeId: string) => !themeId.startsWith("t-");

  it("counts a theme once per note and leaves emergent themes out of precision", () => {
    const comparison = themesFound(
      truth,
      [
        { sourceId: "a", themeId: "pgb" },
        { sourceId: "a", themeId: "pgb" },
        { sourceId: "a", themeId: "vervoer" },
        { sourceId: "b", themeId: "t-0001" },
      ],
      isCatalogueTheme,
    );
    expect(comparison).toEqual({ precision: 0.5, recall: 0.5, themedFillers: [] });
  });

  it("names filler that was given any theme", () => {
    expect(themesFound(truth, [{ sourceId: "f", themeId: "t-0001" }], isCatalogueTheme).themedFillers).toEqual(["f"]);
  });

  it("is complete and exact on the truth itself", () => {
    const questions = [...truth.notes.values()].flatMap(({ sourceId, segments }) =>
      segments.map(({ themeId }) => ({ sourceId, themeId })),
    );
    expect(themesFound(truth, questions, isCatalogueTheme)).toEqual({ precision: 1, recall: 1, themedFillers: [] });
  });
});
