import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complementaryKeys, type SuppressionCell } from "./complementary-suppression.js";
import { bandIndexOf, bandsFor, DEFAULT_RELEASE_PARAMETERS } from "./release-parameters.js";

const K = DEFAULT_RELEASE_PARAMETERS.caseMinShared;
const BANDS = bandsFor(K, DEFAULT_RELEASE_PARAMETERS);

function cellsOf(crossed: readonly (readonly number[])[]): ReadonlyMap<string, SuppressionCell> {
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
  const entry = (cases: number, place: object): SuppressionCell => {
    const index = bandIndexOf(cases, BANDS);
    const cell = { themeId: "huurtoeslag", ...place, cases, professionals: 5, denominator: 400 };
    return { cell, shown: { kind: "band", band: BANDS[index] as (typeof BANDS)[number] }, lowestBand: index === 0 };
  };
  const teams = crossed[0]?.map((_, team) => sum(crossed.map((row) => row[team] ?? 0))) ?? [];
  return new Map([
    ["all", entry(sum(crossed.flat()), {})],
    ...crossed.map((row, at) => [`wijk ${at}`, entry(sum(row), { areaCode: `WK01230${at}` })] as const),
    ...teams.map((cases, at) => [`team ${at}`, entry(cases, { teamCode: `team ${at}` })] as const),
  ]);
}

type Count = number | { readonly hidden: readonly [min: number, max: number]; readonly cases: number };

/** Cells of one theme by the name of their place: the whole, wijken, buurten, teams and crossings of the two. */
function theme(counts: Readonly<Record<string, Count>>, themeId = "huurtoeslag"): [string, SuppressionCell][] {
  return Object.entries(counts).map(([name, count]) => {
    const [areaCode, teamCode] = [/WK\d|BU\d/.exec(name)?.[0], /T\d/.exec(name)?.[0]];
    const cases = typeof count === "number" ? count : count.cases;
    const place = { ...(areaCode !== undefined && { areaCode }), ...(teamCode !== undefined && { teamCode }) };
    const cell = { themeId, ...place, cases, professionals: 5, denominator: 400 };
    const index = bandIndexOf(cases, BANDS);
    if (typeof count === "number") {
      const band = BANDS[index] as (typeof BANDS)[number];
      return [`${themeId} ${name}`, { cell, shown: { kind: "band", band }, lowestBand: index === 0 }];
    }
    const [min, max] = count.hidden;
    return [`${themeId} ${name}`, { cell, shown: { kind: "hidden", min, max }, lowestBand: false }];
  });
}

/** Too few colleagues, which says ten or more. */
const heldBack = (cases: number): Count => ({ hidden: [K, Number.POSITIVE_INFINITY], cases });
const goneOf = (counts: Readonly<Record<string, Count>>, valuesMin = K, exactCellsMax?: number): string[] =>
  [...complementaryKeys(new Map(theme(counts)), valuesMin, exactCellsMax)].map((key) => key.split(" ")[1] ?? "").sort();

const anyTable = fc.integer({ min: 1, max: 3 }).chain((teams) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: teams, maxLength: teams }), {
    minLength: 1,
    maxLength: 5,
  }),
);

describe("cells beside a sum", () => {
  it.each<[string, Readonly<Record<string, Count>>, readonly string[]]>([
    ["of which the small ones stay as wide as their band", { ALL: 22, WK1: 2, WK2: 5, WK3: 15 }, []],
    ["without a total betray nothing", { WK1: 3, WK2: 24, WK3: 24 }, []],
    ["that are all small", { ALL: 9, WK1: 3, WK2: 6 }, []],
    ["that leave a small one no width", { ALL: 51, WK1: 3, WK2: 24, WK3: 24 }, ["WK1", "WK2"]],
    ["of teams", { ALL: 51, T1: 3, T2: 24, T3: 24 }, ["T1", "T2"]],
    ["of buurten", { ALL: 51, BU1: 3, BU2: 24, BU3: 24 }, ["BU1", "BU2"]],
    [
      "that are divided in two ways, each by itself",
      { ALL: 51, WK1: 27, WK2: 24, T1: 3, T2: 24, T3: 24 },
      ["T1", "T2"],
    ],
    ["with crossings, which are shown nowhere", { "WK1-T1": 3, "WK1-T2": 11, ALL: 14, WK1: 14 }, []],
    ["that tell a total which is held back", { ALL: heldBack(12), WK1: 12 }, ["WK1"]],
    ["that say more than their total", { ALL: 14, WK1: 10, WK2: 9 }, ["WK1", "WK2"]],
    ["of which one is held back", { ALL: 60, WK1: heldBack(30), WK2: 30 }, []],
    ["with one held back that the others betray", { ALL: 14, WK1: heldBack(11), WK2: 3 }, ["WK1", "WK2"]],
  ])("%s", (_name, counts, gone) => {
    expect(goneOf(counts)).toEqual(gone);
  });

  it("all go when none is larger than the smallest band and they still betray", () => {
    expect(goneOf({ ALL: 9, WK1: 3, WK2: 6 }, K + 1)).toEqual(["ALL", "WK1", "WK2"]);
  });

  it("are judged for each theme by itself", () => {
    const cells = [
      ...theme({ ALL: 51, WK1: 3, WK2: 24, WK3: 24 }),
      ...theme({ ALL: 22, WK1: 2, WK2: 5, WK3: 15 }, "schulden"),
    ];
    expect([...complementaryKeys(new Map(cells), K)].sort()).toEqual(["huurtoeslag WK1", "huurtoeslag WK2"]);
  });
});

describe("the choice of cells that go", () => {
  it.each<[string, Readonly<Record<string, Count>>, readonly string[]]>([
    ["takes the one with the fewest households", { ALL: 50, WK1: 3, WK2: 24, WK3: 23 }, ["WK1", "WK3"]],
    ["takes one that is held back before one that is shown", { ALL: 14, WK1: 0, WK2: heldBack(14) }, ["WK1", "WK2"]],
    ["takes one rather than two", { ALL: 14, WK1: 0, WK2: 14, T1: 14, T2: 0 }, ["ALL", "T2", "WK1"]],
    [
      "leaves the smallest where another is to blame",
      { ALL: 51, WK1: 10, WK2: 41, T1: 3, T2: 24, T3: 24 },
      ["T1", "T2"],
    ],
    ["takes the first of two alike, whatever they are called", { ALL: 51, WK3: 24, WK2: 24, WK1: 3 }, ["WK1", "WK3"]],
    ["takes one that contradicts the others", { ALL: 14, WK1: 15, WK2: 30 }, ["ALL"]],
  ])("%s", (_name, counts, gone) => {
    expect(goneOf(counts)).toEqual(gone);
    expect(goneOf(counts, K, 0)).toEqual(gone);
  });

  it("leaves a cell that keeps exactly as many values as it must", () => {
    const counts = { ALL: 24, WK1: { hidden: [0, 29], cases: 3 }, WK2: 21 } as const;
    expect(goneOf(counts, 10)).toEqual([]);
    expect(goneOf(counts, 11)).toEqual(["WK2"]);
  });

  it("takes a few more cells at most when not every choice is tried", () => {
    let [exact, greedy] = [0, 0];
    const hiddenOpen = (cells: ReadonlyMap<string, SuppressionCell>, exactCellsMax?: number) =>
      [...complementaryKeys(cells, K, exactCellsMax)].filter((key) => cells.get(key)?.lowestBand === false).length;
    fc.assert(
      fc.property(anyTable, (crossed) => {
        const cells = cellsOf(crossed);
        const small = [...cells.values()].filter(({ lowestBand }) => lowestBand).length;
        exact += small + hiddenOpen(cells);
        greedy += small + hiddenOpen(cells, 0);
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(exact).toBeGreaterThan(0);
    expect(greedy).toBeGreaterThanOrEqual(exact);
    expect(greedy / exact).toBeLessThanOrEqual(1.3);
  });

  it("tells no small cell of a sum from the cells that went with it", () => {
    fc.assert(
      fc.property(anyTable, (crossed) => {
        const cells = cellsOf(crossed);
        const gone = complementaryKeys(cells, K);
        for (const kind of ["wijk", "team"]) {
          const sum = [...cells.keys()].filter((key) => key === "all" || key.startsWith(kind));
          if (!sum.some((key) => gone.has(key) && cells.get(key)?.lowestBand === false)) continue;
          for (const key of sum) if (cells.get(key)?.lowestBand) expect(gone).toContain(key);
        }
      }),
      { numRuns: 200 },
    );
  });
});
