import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attackReleases } from "./attack-releases.js";
import { attackTheme } from "./attack-theme.js";
import { loadSolver } from "./linear-model.js";
import type { PublicRules, PublishedCell, PublishedWindow } from "./published-window.js";

const RULES: PublicRules = { casesMin: 10, openCasesMin: 30, knotLiftMin: 1.5 };

function quarter(last: string, ...cells: readonly (readonly [string, string])[]): PublishedWindow {
  const [year = 0, month = 0] = last.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 3, 1)).toISOString().slice(0, 7);
  return { window: { first, last }, released: cells.map(([place, label]) => cellOf(place, label)) };
}

function cellOf(place: string, label: string): PublishedCell {
  const where = place.startsWith("WK") ? { areaCode: place } : place === "" ? {} : { teamCode: place };
  return label === "-"
    ? { themeId: "huurtoeslag", ...where, status: "withheld", reason: "complementary" }
    : { themeId: "huurtoeslag", ...where, status: "band", band: { label } };
}

const found = async (...windows: readonly PublishedWindow[]) =>
  (await attackReleases(windows, RULES)).map(
    ({ window, areaCode, teamCode, min, max }) => `${window.last} ${areaCode ?? teamCode ?? "all"} ${min}-${max}`,
  );

describe("what the attacker works out", () => {
  it("subtracts the shown wijken from the total", async () => {
    const page = quarter("2026-03", ["", "10 tot 14"], ["WK01", "10 tot 14"], ["WK02", "minder dan 10"]);
    expect(await found(page)).toEqual(["2026-03 WK02 0-4"]);
  });

  it("carries what the teams tell of the total over to the wijken", async () => {
    const page = quarter(
      "2026-03",
      ["", "-"],
      ["WK01", "10 tot 14"],
      ["WK02", "minder dan 10"],
      ["noord", "10 tot 14"],
      ["zuid", "10 tot 14"],
    );
    expect(await found(page)).toContain("2026-03 WK02 6-9");
  });

  it("finds nothing where every hidden count keeps ten values", async () => {
    const page = quarter("2026-03", ["", "15 tot 24"], ["WK01", "15 tot 24"], ["WK02", "minder dan 10"]);
    expect(await found(page)).toEqual([]);
  });

  it("knows that who came in within a window stays for three", async () => {
    const pages = [
      quarter("2026-03", ["", "minder dan 10"]),
      quarter("2026-04", ["", "15 tot 24"]),
      quarter("2026-05", ["", "15 tot 24"]),
      quarter("2026-06", ["", "minder dan 10"]),
    ];
    expect(await found(...pages)).toEqual(["2026-03 all 6-9", "2026-06 all 6-9"]);
  });

  it("sets a quarter against its three months", async () => {
    const month = (last: string, label: string): PublishedWindow => ({
      window: { first: last, last },
      released: [cellOf("", label)],
    });
    const months = [
      month("2026-01", "minder dan 10"),
      month("2026-02", "minder dan 10"),
      month("2026-03", "10 tot 14"),
    ];
    expect(await found(...months, quarter("2026-03", ["", "25 tot 49"]))).toEqual([
      "2026-01 all 2-9",
      "2026-02 all 2-9",
    ]);
  });

  it("reads a theme that a page leaves out as a small count", async () => {
    const other: PublishedCell = { themeId: "dementie", status: "band", band: { label: "15 tot 24" } };
    const gone = (last: string): PublishedWindow => ({ ...quarter(last), released: [other] });
    const pages = [gone("2026-03"), quarter("2026-04", ["", "15 tot 24"]), gone("2026-06")];
    expect(await found(...pages)).toContain("2026-06 all 6-9");
  });

  it("explains pages that contradict each other and still says what the rest of them tells", async () => {
    const pages = [
      quarter("2026-01", ["", "minder dan 10"], ["WK01", "minder dan 10"]),
      quarter("2026-02", ["", "50 of meer"], ["WK01", "50 of meer"]),
      quarter("2026-04", ["", "minder dan 10"], ["WK01", "minder dan 10"]),
      quarter("2026-09", ["", "10 tot 14"], ["WK01", "10 tot 14"], ["WK02", "minder dan 10"]),
    ];
    expect(await found(...pages)).toContain("2026-09 WK02 0-4");
  });

  it("sees that a knot leaves too few for one theme without the other", async () => {
    const cells = ["geldzorgen", "huurtoeslag"].map(
      (themeId, at): PublishedCell => ({
        themeId,
        status: "band",
        band: { label: at === 0 ? "10 tot 14" : "50 of meer" },
      }),
    );
    const page: PublishedWindow = {
      window: { first: "2026-01", last: "2026-03" },
      released: cells,
      knots: [["geldzorgen", "huurtoeslag"]],
      figures: { households: "ongeveer 400" },
    };
    expect(await attackReleases([page], RULES)).toMatchObject([
      { themeId: "geldzorgen", withoutThemeId: "huurtoeslag", min: 0, max: 4 },
    ]);
  });
});

describe("the bounds", () => {
  /** Small stand-ins for the bands of the product, so that every possible history can be tried. */
  const BANDS = ["minder dan 2", "2 tot 3", "4 tot 5"];
  const labelOf = (count: number) => BANDS[Math.min(2, Math.floor(count / 2))] ?? "";

  /** Runs of months in which a household counts: from one window on, for at least three, or as long as the pages go. */
  const WINDOWS = 4;
  const RUNS: readonly (readonly [number, number])[] = [];
  for (let from = 0; from < WINDOWS; from++) {
    for (let to = from; to < WINDOWS; to++) {
      if (from === 0 || to === WINDOWS - 1 || to - from >= 2) (RUNS as [number, number][]).push([from, to]);
    }
  }

  /** Every series of counts that some set of at most ten runs makes. */
  const possible = new Set<string>();
  const grow = (counts: readonly number[], from: number, left: number) => {
    possible.add(counts.join());
    if (left === 0) return;
    for (let at = from; at < RUNS.length; at++) {
      const [start = 0, end = 0] = RUNS[at] ?? [];
      grow(
        counts.map((count, month) => (month >= start && month <= end ? count + 1 : count)),
        at,
        left - 1,
      );
    }
  };
  grow([0, 0, 0, 0], 0, 10);

  it("are those of every history that fits the pages, tried one by one", async () => {
    const solver = await loadSolver();
    const histories = [...possible]
      .map((key) => key.split(",").map(Number))
      .filter((counts) => counts.every((n) => n < 6));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...histories), async (truth) => {
        const pages = truth.map((count, at) => quarter(`2026-0${at + 3}`, ["", labelOf(count)]));
        const fits = histories.filter((counts) =>
          counts.every((count, at) => labelOf(count) === labelOf(truth[at] ?? 0)),
        );
        const rules = { ...RULES, casesMin: 2 };
        const lasts = new Set(pages.map(({ window }) => window.last));
        const { totals } = attackTheme(solver, "huurtoeslag", pages, rules, lasts);
        for (const [at, page] of pages.entries()) {
          const values = fits.map((counts) => counts[at] ?? 0);
          expect(totals.get(page.window.last)).toEqual({ min: Math.min(...values), max: Math.max(...values) });
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
