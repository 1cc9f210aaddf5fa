import { KNOT_LIFT_MIN, type Knot } from "@rode-draad/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountCell, ReleaseContext, ReleaseRecord, ThemeFacts } from "./release-context.js";
import { releaseKnots } from "./release-knots.js";
import { bandIndexOf, bandsFor, DEFAULT_RELEASE_PARAMETERS } from "./release-parameters.js";
import { recordRelease, releaseTable } from "./release-table.js";

const FACTS: Record<string, ThemeFacts> = {
  geldzorgen: { collective: "suitable", sensitivity: "midden" },
  huurtoeslag: { collective: "suitable", sensitivity: "laag" },
  "huiselijk-geweld": { collective: "never", sensitivity: "hoog" },
};
const TOTAL = 400;

interface Case {
  readonly knot?: Partial<Knot>;
  readonly each?: readonly [number, number];
  readonly total?: number;
  readonly context?: Partial<ReleaseContext>;
}

/** A knot of 20 households among 40 and 60, in a table that passes the gate with it. */
function release({ knot = {}, each = [40, 60], total = TOTAL, context = {} }: Case = {}) {
  const themeIds = knot.themeIds ?? (["geldzorgen", "huurtoeslag"] as const);
  const found: Knot = { themeIds, cases: 20, professionals: 4, casesOfEach: each, lift: 3, ...knot };
  const cells = themeIds.map(
    (themeId, at): CountCell => ({ themeId, cases: each[at] ?? 0, professionals: 5, denominator: total }),
  );
  const full: ReleaseContext = {
    audience: "team",
    window: { first: "2026-08", last: "2026-10" },
    parameters: DEFAULT_RELEASE_PARAMETERS,
    themeFacts: (themeId) => FACTS[themeId],
    ...context,
  };
  const { knots, record } = releaseKnots(knot.cases === 0 ? [] : [found], total, releaseTable(cells, full), full);
  const ledger: ReleaseRecord = { ...recordRelease(cells, full), knots: record };
  return { told: knots.map((one) => one.themeIds.join("+")), knots, ledger };
}

const TOLD = ["geldzorgen+huurtoeslag"];

describe("releaseKnots", () => {
  it("tells a knot by its two themes and nothing else", () => {
    const [knot] = release().knots;
    expect(knot).toEqual({ themeIds: ["geldzorgen", "huurtoeslag"] });
  });

  it("needs ten households, three colleagues and a lift that a team would notice", () => {
    expect(release({ knot: { cases: 10 } }).told).toEqual(TOLD);
    expect(release({ knot: { cases: 9 } }).told).toEqual([]);
    expect(release({ knot: { professionals: 2 } }).told).toEqual([]);
    expect(release({ knot: { lift: 1.4 } }).told).toEqual([]);
  });

  it("needs a lift of one and a half and three colleagues at least", () => {
    expect(release({ knot: { lift: KNOT_LIFT_MIN, professionals: 3 } }).told).toEqual(TOLD);
  });

  it("needs thirty households with a theme", () => {
    expect(release({ total: 29, each: [20, 20], knot: { cases: 10 } }).told).toEqual([]);
  });

  it("never tells a theme that is never collective or that the table does not show", () => {
    expect(release({ knot: { themeIds: ["geldzorgen", "huiselijk-geweld"] } }).told).toEqual([]);
    expect(release({ knot: { themeIds: ["geldzorgen", "onbekend"] } }).told).toEqual([]);
    expect(release({ each: [9, 60], knot: { cases: 9 } }).told).toEqual([]);
  });

  it("tells nothing about a group that nearly always has both", () => {
    expect(release({ each: [40, 200], knot: { cases: 36 } }).told).toEqual(TOLD);
    expect(release({ each: [40, 200], knot: { cases: 37 } }).told).toEqual([]);
  });

  it("tells nothing when a band would then tell how few have one theme only", () => {
    expect(release({ each: [14, 60], knot: { cases: 10 } }).told).toEqual([]);
    expect(release({ each: [16, 60], knot: { cases: 10 } }).told).toEqual(TOLD);
    // A lift of 1.5 leaves a theme at most 56 of 85 households, so "50 of meer" would mean 50 to 56.
    expect(release({ each: [40, 52], total: 85, knot: { cases: 30 } }).told).toEqual([]);
  });

  it("leaves an attacker who knows every band at least ten possible numbers for those with one theme only", () => {
    const share = fc.double({ min: 0.05, max: 0.6, noNaN: true });
    let told = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 40, max: 150 }),
        share,
        share,
        fc.double({ min: 0.4, max: 0.9, noNaN: true }),
        (total, first, second, overlap) => {
          const each = [Math.ceil(first * total), Math.ceil(second * total)] as const;
          const cases = Math.ceil(overlap * Math.min(...each));
          if (each[0] + each[1] - cases > total || cases * total < KNOT_LIFT_MIN * each[0] * each[1]) return;
          if (release({ each, total, knot: { cases, lift: KNOT_LIFT_MIN } }).told.length === 0) return;
          told++;
          for (const [width, bandWidth] of consistentWidths(each, total)) {
            expect(width).toBeGreaterThanOrEqual(bandWidth);
          }
        },
      ),
      { numRuns: 2_000, seed: 7 },
    );
    expect(told).toBeGreaterThan(50);
  });

  it("lets a knot come and go only when two windows agree", () => {
    const context = (last: string, previous: ReleaseRecord): Partial<ReleaseContext> => ({
      window: { first: "2026-09", last },
      previous,
    });
    const nothing = release({ knot: { cases: 0 } });
    const one = release({ context: context("2026-11", nothing.ledger) });
    expect(one.told).toEqual([]);
    const two = release({ context: context("2026-12", one.ledger) });
    expect(two.told).toEqual(TOLD);
    const three = release({ knot: { cases: 0 }, context: context("2027-01", two.ledger) });
    expect(three.told).toEqual(TOLD);
    expect(release({ knot: { cases: 0 }, context: context("2027-02", three.ledger) }).told).toEqual([]);
  });

  it("lets a knot go at once when a band fell too low beside it", () => {
    const before = release();
    const window = { first: "2026-09", last: "2026-11" };
    expect(release({ each: [12, 60], knot: { cases: 0 }, context: { window, previous: before.ledger } }).told).toEqual(
      [],
    );
  });

  it("shows a released window again as it was, but not a theme that became never collective", () => {
    const { ledger } = release();
    expect(release({ knot: { cases: 0 }, context: { previous: ledger } }).told).toEqual(TOLD);
    const never: ReleaseContext["themeFacts"] = () => FACTS["huiselijk-geweld"];
    expect(release({ context: { previous: ledger, themeFacts: never } }).told).toEqual([]);
  });
});

describe("several knots", () => {
  const window = { first: "2026-08", last: "2026-10" };
  const context = (changes: Partial<ReleaseContext> = {}): ReleaseContext => ({
    audience: "team",
    window,
    parameters: DEFAULT_RELEASE_PARAMETERS,
    themeFacts: () => FACTS.huurtoeslag,
    ...changes,
  });
  const knot = (...themeIds: [string, string]): Knot => {
    return { themeIds, cases: 20, professionals: 4, casesOfEach: [60, 60], lift: 3 };
  };
  const tableOf = (...themeIds: string[]) =>
    releaseTable(
      themeIds.map((themeId) => ({ themeId, cases: 60, professionals: 5, denominator: TOTAL })),
      context(),
    );
  const told = (knots: readonly Knot[], changes: Partial<ReleaseContext> = {}, table = tableOf("a", "b", "c")) => {
    const released = releaseKnots(knots, TOTAL, table, context(changes));
    return { ...released, told: released.knots.map(({ themeIds }) => themeIds.join("")) };
  };
  const [AB, AC, BC] = [knot("a", "b"), knot("a", "c"), knot("b", "c")] as const;

  it("are told in one order, whatever order they come in", () => {
    expect(told([BC, AB, AC]).told).toEqual(["ab", "ac", "bc"]);
    const { record } = told([BC, AC]);
    expect(record).toEqual({ own: [AC.themeIds, BC.themeIds], shown: [AC.themeIds, BC.themeIds] });
    const ledger = { audience: "team", cells: [], released: [], knots: record } as const;
    const next = { window: { first: "2026-09", last: "2026-11" }, previous: { ...ledger, window } };
    expect(told([BC, AB], next)).toMatchObject({
      told: ["ac", "bc"],
      record: { own: [AB.themeIds, BC.themeIds], shown: [AC.themeIds, BC.themeIds] },
    });
  });

  it("are told again as they were for the same window and readers only", () => {
    const knots = { own: [AB.themeIds], shown: [AB.themeIds, AC.themeIds] } as const;
    const previous: ReleaseRecord = { audience: "team", window, cells: [], released: [], knots };
    const after = (changes: Partial<ReleaseContext>) => told([], { previous, ...changes });
    expect(after({})).toMatchObject({ told: ["ab", "ac"], record: knots });
    // Elsewhere "ab" goes on for one window, since it was there by itself, and "ac" ends with the second.
    for (const changes of [{ window: { ...window, first: "2026-07" } }, { window: { ...window, last: "2026-11" } }]) {
      expect(after(changes)).toMatchObject({ told: ["ab"], record: { own: [], shown: [AB.themeIds] } });
    }
    expect(after({ audience: "public" })).toMatchObject({ told: [], record: { own: [], shown: [] } });
    const { knots: _none, ...old } = previous;
    expect(told([AB], { previous: old }).told).toEqual(["ab"]);
  });

  it("rest on the bands of the whole municipality, not on those of a wijk or a team", () => {
    const table = tableOf("a", "b");
    const [a, b] = table.cells;
    if (a === undefined || b === undefined) throw new Error("Two themes are shown.");
    for (const place of [{ areaCode: "WK000001" }, { teamCode: "OOST" }]) {
      expect(told([AB], {}, { ...table, cells: [{ ...a, ...place }, b] }).told).toEqual([]);
    }
  });
});

/**
 * The attacker, by trying everything: all numbers that fit the two bands, the total and what a knot says. Gives how wide
 * each theme and each rest still is, beside how wide it has to be.
 */
function consistentWidths(each: readonly [number, number], total: number): [number, number][] {
  const bands = bandsFor(10, DEFAULT_RELEASE_PARAMETERS);
  const [one, other] = each.map((cases) => bands[bandIndexOf(cases, bands)]);
  const seen: number[][] = [[], [], [], []];
  for (let first = one?.min ?? 0; first <= (one?.max ?? total); first++) {
    for (let second = other?.min ?? 0; second <= (other?.max ?? total); second++) {
      for (let both = 10; both <= Math.min(first, second); both++) {
        if (first + second - both > total || both * total < KNOT_LIFT_MIN * first * second) continue;
        [first, second, first - both, second - both].forEach((value, at) => {
          seen[at]?.push(value);
        });
      }
    }
  }
  const widths = seen.map(
    (values) => values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b)),
  );
  const shown = [one, other].map((band) => Math.min(9, (band?.max ?? total) - (band?.min ?? 0)));
  return widths.map((width, at) => [width, shown[at] ?? 9]);
}
