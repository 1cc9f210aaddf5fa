import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountCell, cellKey, type ReleaseContext, type ReleasedCell, type ThemeFacts } from "./release-context.js";
import { DEFAULT_RELEASE_PARAMETERS, type ReleaseParameters, tightenParameters } from "./release-parameters.js";
import { recordRelease, releaseTable, standsFor } from "./release-table.js";

const FACTS: Record<string, ThemeFacts> = {
  huurtoeslag: { collective: "suitable", sensitivity: "laag" },
  dementie: { collective: "suitable", sensitivity: "hoog" },
  alimentatie: { collective: "only-with-care", sensitivity: "midden" },
  "huiselijk-geweld": { collective: "never", sensitivity: "hoog" },
};

const WIDE_BANDS = [
  { min: 0, max: 9 },
  { min: 10, max: 49 },
  { min: 50, max: null },
];

const AUTUMN = { first: "2026-08", last: "2026-10" };

function context(changes: Partial<ReleaseContext> = {}): ReleaseContext {
  return {
    audience: "team",
    window: AUTUMN,
    parameters: DEFAULT_RELEASE_PARAMETERS,
    themeFacts: (themeId) => FACTS[themeId],
    ...changes,
  };
}

function cell(cases: number, changes: Partial<CountCell> = {}): CountCell {
  return { themeId: "huurtoeslag", cases, professionals: 5, denominator: 400, ...changes };
}

function only(cells: readonly CountCell[], changes: Partial<ReleaseContext> = {}): ReleasedCell {
  const released = releaseTable(cells, context(changes)).cells;
  expect(released).toHaveLength(1);
  return released[0] as ReleasedCell;
}

function shown(released: ReleasedCell): string {
  return released.status === "band" ? released.band.label : released.reason;
}

describe("one cell", () => {
  it.each([
    [10, "10 tot 14"],
    [14, "10 tot 14"],
    [15, "15 tot 24"],
    [24, "15 tot 24"],
    [25, "25 tot 49"],
    [49, "25 tot 49"],
    [50, "50 of meer"],
    [9, "minder dan 10"],
    [5, "minder dan 10"],
  ])("shows %i cases as %s", (cases, label) => {
    expect(shown(only([cell(cases)]))).toBe(label);
  });

  it("shows nothing and nearly ten alike in a theme that is named", () => {
    const label = (cases: number) => {
      const cells = [cell(60), cell(cases, { areaCode: "WK000001" })];
      return releaseTable(cells, context()).cells.map(shown)[1];
    };
    expect(label(0)).toBe(label(9));
  });

  it("needs three professionals", () => {
    expect(shown(only([cell(20, { professionals: 3 })]))).toBe("15 tot 24");
    expect(shown(only([cell(20, { professionals: 2 })]))).toBe("too-few-professionals");
  });

  it("needs thirty open cases in the scope", () => {
    expect(shown(only([cell(12, { denominator: 30 })]))).toBe("10 tot 14");
    expect(shown(only([cell(12, { denominator: 29 })]))).toBe("denominator-too-small");
  });

  it("stays silent when more than nine in ten of the scope have the theme", () => {
    expect(shown(only([cell(36, { denominator: 40 })]))).toBe("25 tot 49");
    expect(shown(only([cell(37, { denominator: 40 })]))).toBe("group-disclosure");
  });

  it("stays silent when one professional brings more than nine in ten", () => {
    expect(shown(only([cell(20, { largestProfessionalShare: 0.9 })]))).toBe("15 tot 24");
    expect(shown(only([cell(20, { largestProfessionalShare: 0.95 })]))).toBe("dominance");
  });

  it("asks for twenty cases below wijk level, shown in the next whole band", () => {
    expect(shown(only([cell(24, { areaCode: "BU00010001" })]))).toBe("minder dan 25");
    expect(shown(only([cell(25, { areaCode: "BU00010001" })]))).toBe("25 tot 49");
  });

  it("does not cross area and team", () => {
    expect(shown(only([cell(20, { areaCode: "WK000001", teamCode: "NOORD" })]))).toBe("too-many-dimensions");
  });

  it("gives every withheld cell a sentence", () => {
    const released = only([cell(20, { professionals: 1 })]);
    expect(released.status === "withheld" && released.sentence).toMatch(/^[A-Z].*\.$/);
  });
});

describe("which themes are named", () => {
  it("leaves a never-theme out altogether, however often it occurs", () => {
    expect(releaseTable([cell(80, { themeId: "huiselijk-geweld" })], context()).cells).toEqual([]);
  });

  it("leaves a theme out that nobody vouches for", () => {
    expect(releaseTable([cell(80, { themeId: "t-0001" })], context()).cells).toEqual([]);
  });

  it.each([
    ["team", "huurtoeslag", 5],
    ["team", "dementie", 10],
    ["team", "alimentatie", 10],
    ["partner", "huurtoeslag", 10],
    ["public", "huurtoeslag", 10],
  ] as const)("names for the %s the theme %s from %i cases on", (audience, themeId, floor) => {
    const named = (cases: number) => releaseTable([cell(cases, { themeId })], context({ audience })).cells.length;
    expect(named(floor)).toBe(1);
    expect(named(floor - 1)).toBe(0);
  });
});

describe("from one release to the next", () => {
  const winter = { first: "2026-09", last: "2026-11" };
  const spring = { first: "2026-10", last: "2026-12" };
  const after = (cases: number, changes: Partial<ReleaseContext> = {}) =>
    context({ window: winter, previous: recordRelease([cell(cases)], context()), ...changes });

  it("stands for its own window and audience, which are shown again without a count", () => {
    const record = recordRelease([cell(12)], context());
    expect(standsFor(record, context())).toBe(true);
    expect(releaseTable([], context({ previous: record }))).toEqual(releaseTable([cell(12)], context()));
    expect(standsFor(record, context({ window: winter }))).toBe(false);
    expect(standsFor(record, context({ audience: "partner" }))).toBe(false);
  });

  it("shows a frozen window again as it was, whatever arrived since", () => {
    const first = releaseTable([cell(12)], context());
    const again = releaseTable([cell(40), cell(30, { themeId: "dementie" })], after(12, { window: AUTUMN }));
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
  });

  it("repeats the band when fewer than ten cases changed", () => {
    expect(shown(releaseTable([cell(15)], after(14)).cells[0] as ReleasedCell)).toBe("10 tot 14");
    expect(shown(releaseTable([cell(23)], after(14)).cells[0] as ReleasedCell)).toBe("10 tot 14");
  });

  it("moves the band when ten cases changed", () => {
    expect(shown(releaseTable([cell(24)], after(14)).cells[0] as ReleasedCell)).toBe("15 tot 24");
  });

  it("moves the band when the new one held for two windows", () => {
    const second = recordRelease([cell(16)], after(14));
    const third = context({ window: spring, previous: second });
    expect(shown(releaseTable([cell(17)], third).cells[0] as ReleasedCell)).toBe("15 tot 24");
    expect(shown(releaseTable([cell(14)], third).cells[0] as ReleasedCell)).toBe("10 tot 14");
  });

  it("does not hold a release to what another audience saw", () => {
    expect(shown(releaseTable([cell(15)], after(14, { audience: "public" })).cells[0] as ReleasedCell)).toBe(
      "15 tot 24",
    );
  });

  it("never shows another band for one case more or less", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 80 }), fc.constantFrom(-1, 1), (cases, step) => {
        const before = releaseTable([cell(cases)], context()).cells.map(shown);
        const next = releaseTable([cell(cases + step)], after(cases)).cells.map(shown);
        return next.length === 0 || before[0] === next[0];
      }),
    );
  });
});

describe("the line for the ledger", () => {
  const whole = [
    cell(72),
    cell(12, { areaCode: "WK000001" }),
    cell(60, { areaCode: "WK000002" }),
    cell(3, { themeId: "dementie" }),
    cell(40, { themeId: "huiselijk-geweld" }),
  ];

  it("holds exact counts and bands, also of themes that may not be named yet, and nothing of one that never may", () => {
    const { cells, ...page } = recordRelease(whole, context());
    const small = { shownBand: "minder dan 10", ownBand: "minder dan 10" };
    const ten = { shownBand: "10 tot 14", ownBand: "10 tot 14" };
    const fifty = { shownBand: "50 of meer", ownBand: "50 of meer" };
    expect(cells).toStrictEqual([
      { themeId: "dementie", anchorCases: 3, ...small },
      { themeId: "dementie", areaCode: "WK000001", anchorCases: 0, ...small },
      { themeId: "dementie", areaCode: "WK000002", anchorCases: 0, ...small },
      { themeId: "huurtoeslag", anchorCases: 72, ...fifty, namedIn: "2026-10" },
      { themeId: "huurtoeslag", areaCode: "WK000001", anchorCases: 12, ...ten, namedIn: "2026-10" },
      { themeId: "huurtoeslag", areaCode: "WK000002", anchorCases: 60, ...fifty, namedIn: "2026-10" },
    ]);
    expect(page).toStrictEqual({
      audience: "team",
      window: AUTUMN,
      released: [
        { themeId: "huurtoeslag", status: "band", band: { label: "50 of meer" } },
        { themeId: "huurtoeslag", areaCode: "WK000001", status: "band", band: { label: "10 tot 14" } },
        { themeId: "huurtoeslag", areaCode: "WK000002", status: "band", band: { label: "50 of meer" } },
      ],
    });
  });

  it("is the same one for a window that left before, but not for another one or for other readers", () => {
    const previous = recordRelease(whole, context());
    expect(recordRelease([], context({ previous }))).toBe(previous);
    for (const changes of [
      { audience: "public" },
      { window: { first: "2026-07", last: "2026-10" } },
      { window: { first: "2026-08", last: "2026-11" } },
    ] as const) {
      expect(recordRelease([], context({ previous, ...changes }))).not.toBe(previous);
    }
  });
});

describe("a window that left before", () => {
  const again = (table: readonly CountCell[], changes: Partial<ReleaseContext>) =>
    releaseTable([], context({ previous: recordRelease(table, context()), ...changes })).cells;

  it("keeps what was withheld, and the edges of what was shown", () => {
    const table = [cell(60), cell(20, { areaCode: "WK000001", professionals: 1 })];
    expect(again(table, {})).toEqual(releaseTable(table, context()).cells);
    expect(again(table, {}).map(shown)).toEqual(["50 of meer", "too-few-professionals"]);
  });

  it("loses a theme that became never collective", () => {
    expect(again([cell(60)], { themeFacts: () => FACTS["huiselijk-geweld"] })).toEqual([]);
  });

  it("loses a band that stricter parameters do not have, and keeps the others", () => {
    const parameters = tightenParameters(DEFAULT_RELEASE_PARAMETERS, { caseMinShared: 15 });
    const parts = [cell(60), cell(12, { areaCode: "WK000001" }), cell(48, { areaCode: "WK000002" })];
    expect(again(parts, { parameters }).map(shown)).toEqual(["50 of meer", "below-threshold", "25 tot 49"]);
    const buurt = [cell(22, { areaCode: "BU00010001" })];
    expect(again(buurt, {}).map(shown)).toEqual(["minder dan 25"]);
  });
});

describe("what may not be told for the sake of other releases", () => {
  const after = (withhold: readonly Parameters<typeof cellKey>[0][], changes: Partial<ReleaseContext> = {}) =>
    releaseTable([cell(60), cell(60, { areaCode: "WK000001" })], {
      ...context({ withhold: new Set(withhold.map(cellKey)), ...changes }),
    }).cells.map((released) => [released.themeId, released.areaCode, shown(released)]);

  it("is withheld, and the other cells stand", () => {
    expect(after([{ themeId: "huurtoeslag", areaCode: "WK000001" }])).toEqual([
      ["huurtoeslag", undefined, "50 of meer"],
      ["huurtoeslag", "WK000001", "differencing"],
    ]);
  });

  it("is named without a number where the window has none, unless it may never be named", () => {
    expect(after([{ themeId: "dementie" }, { themeId: "huiselijk-geweld" }])).toEqual([
      ["dementie", undefined, "differencing"],
      ["dementie", "WK000001", "minder dan 10"],
      ["huurtoeslag", undefined, "50 of meer"],
      ["huurtoeslag", "WK000001", "50 of meer"],
    ]);
  });

  it("does not count as named in this window", () => {
    const withhold = new Set([cellKey({ themeId: "dementie" }), cellKey({ themeId: "huurtoeslag" })]);
    const { cells } = recordRelease([cell(60)], context({ withhold }));
    expect(cells.map(({ themeId, namedIn }) => [themeId, namedIn])).toEqual([
      ["dementie", undefined],
      ["huurtoeslag", "2026-10"],
    ]);
  });
});

describe("a named theme", () => {
  const places = [cell(60, { areaCode: "WK000001" }), cell(20, { areaCode: "WK000002", denominator: 20 })];
  const list = (cells: readonly ReleasedCell[]) =>
    cells.map((released) => [released.themeId, released.areaCode ?? released.teamCode, shown(released)]);

  it("has a cell in each place of the table, with as many open cases as that place has", () => {
    const table = [...places, cell(10, { themeId: "dementie", teamCode: "NOORD" })];
    expect(list(releaseTable(table, context()).cells)).toEqual([
      ["dementie", "NOORD", "10 tot 14"],
      ["dementie", "WK000001", "minder dan 10"],
      ["dementie", "WK000002", "denominator-too-small"],
      ["huurtoeslag", "NOORD", "minder dan 10"],
      ["huurtoeslag", "WK000001", "50 of meer"],
      ["huurtoeslag", "WK000002", "denominator-too-small"],
    ]);
  });

  it("has a cell in each place of the release before, but in no crossing of area and team", () => {
    const crossing = cell(20, { areaCode: "WK000001", teamCode: "NOORD" });
    const previous = recordRelease([...places, crossing], context());
    const next = context({ window: { first: "2026-09", last: "2026-11" }, previous });
    expect(list(releaseTable([cell(60, { teamCode: "NOORD" })], next).cells)).toEqual([
      ["huurtoeslag", "NOORD", "50 of meer"],
      ["huurtoeslag", "WK000001", "denominator-too-small"],
      ["huurtoeslag", "WK000002", "denominator-too-small"],
    ]);
  });

  it("stays named as long as windows overlap, also when it became small, and not when it became never collective", () => {
    const previous = recordRelease([cell(12)], context());
    const named = (first: string, changes: Partial<ReleaseContext> = {}) =>
      releaseTable([cell(1)], context({ window: { first, last: "2026-12" }, previous, ...changes })).cells.length;
    expect(named("2026-10")).toBe(1);
    expect(named("2026-11")).toBe(0);
    expect(named("2026-10", { audience: "partner" })).toBe(0);
    expect(named("2026-10", { themeFacts: () => FACTS["huiselijk-geweld"] })).toBe(0);
  });
});

describe("sums", () => {
  const areas = (total: number, ...parts: number[]) => [
    cell(total),
    ...parts.map((cases, index) => cell(cases, { areaCode: `WK00000${index + 1}` })),
  ];

  it("withholds the next smallest beside a single small cell that the total would betray", () => {
    const released = releaseTable(areas(51, 3, 24, 24), context()).cells.map(shown);
    expect(released).toEqual(["50 of meer", "complementary", "complementary", "15 tot 24"]);
  });

  it("lets small cells stand when the total leaves them their whole width", () => {
    const released = releaseTable(areas(22, 2, 5, 15), context()).cells.map(shown);
    expect(released).toEqual(["15 tot 24", "minder dan 10", "minder dan 10", "15 tot 24"]);
  });

  it("gives up the reason of a cell before it gives up a total", () => {
    const cells = areas(14, 3, 11).map((entry) =>
      entry.areaCode === "WK000002" ? { ...entry, professionals: 1 } : entry,
    );
    expect(releaseTable(cells, context()).cells.map(shown)).toEqual(["10 tot 14", "complementary", "complementary"]);
  });

  it.each([
    [
      [14, 0, 14, 0],
      ["complementary", "complementary", "10 tot 14", "denominator-too-small"],
    ],
    [
      [24, 0, 21, 3],
      ["15 tot 24", "minder dan 10", "15 tot 24", "denominator-too-small"],
    ],
  ])(
    "of %o reckon with what a place of few cases may hold, which keeps its reason",
    ([total = 0, ...parts], expected) => {
      const cells = areas(total, ...parts).map((one) =>
        one.areaCode === "WK000003" ? { ...one, denominator: 20 } : one,
      );
      expect(releaseTable(cells, context()).cells.map(shown)).toEqual(expected);
    },
  );

  const OPEN_END = 70;
  /** What a reader knows of a cell from the page alone. */
  function knowledge(released: ReleasedCell): [number, number] {
    if (released.status === "band") return [released.band.min, released.band.max ?? OPEN_END];
    if (released.reason === "denominator-too-small") return [0, 29];
    return [released.reason === "complementary" ? 0 : 10, OPEN_END];
  }

  /** The naive attacker: tries every table that fits what is on the page. Exponential, so for three parts only. */
  function feasibleValues(total: ReleasedCell, parts: readonly ReleasedCell[]): Set<number>[] {
    const values = parts.map(() => new Set<number>());
    const [totalLow, totalHigh] = knowledge(total);
    const [a, b, c] = parts.map(knowledge) as [[number, number], [number, number], [number, number]];
    for (let x = a[0]; x <= a[1]; x++) {
      for (let y = b[0]; y <= b[1]; y++) {
        const low = Math.max(c[0], totalLow - x - y);
        const high = Math.min(c[1], totalHigh === OPEN_END ? c[1] : totalHigh - x - y);
        if (low > high) continue;
        values[0]?.add(x);
        values[1]?.add(y);
        for (let z = low; z <= high; z++) values[2]?.add(z);
      }
    }
    return values;
  }

  it("leaves an attacker who knows total and neighbours at least ten values for each hidden cell", () => {
    const part = fc.record({ cases: fc.integer({ min: 0, max: 22 }), professionals: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(fc.tuple(part, part, part), (parts) => {
        const sum = parts.reduce((all, { cases }) => all + cases, 0);
        const cells = [
          cell(sum),
          ...parts.map((entry, index) => cell(entry.cases, { ...entry, areaCode: `WK00000${index + 1}` })),
        ];
        const [total, ...rest] = releaseTable(cells, context()).cells;
        if (total === undefined) return;
        const feasible = feasibleValues(total, rest);
        for (const [index, released] of rest.entries()) {
          const hidden = released.status === "withheld" || released.band.min === 0;
          if (hidden) expect(feasible[index]?.size).toBeGreaterThanOrEqual(10);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("for any table", () => {
  const anyCell: fc.Arbitrary<CountCell> = fc.record({
    themeId: fc.constantFrom(...Object.keys(FACTS), "t-0042"),
    cases: fc.integer({ min: 0, max: 70 }),
    professionals: fc.integer({ min: 0, max: 6 }),
    denominator: fc.integer({ min: 0, max: 120 }),
    largestProfessionalShare: fc.double({ min: 0, max: 1, noNaN: true }),
    areaCode: fc.constantFrom("WK000001", "WK000002", "WK000003", "BU00010001"),
  });
  const anyTable = fc.uniqueArray(anyCell, {
    maxLength: 12,
    selector: ({ themeId, areaCode }) => `${themeId} ${areaCode}`,
  });

  it("prints no number below the threshold except the threshold's own zero", () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom("team", "partner", "public"), (table, audience) => {
        for (const released of releaseTable(table, context({ audience: audience as ReleaseContext["audience"] }))
          .cells) {
          if (released.status !== "band") continue;
          for (const number of released.band.label.match(/\d+/g) ?? [])
            expect(Number(number)).toBeGreaterThanOrEqual(10);
          const exact = table.find(
            (entry) => entry.themeId === released.themeId && entry.areaCode === released.areaCode,
          );
          if ((exact?.cases ?? 0) < 10) expect(released.band.min).toBe(0);
        }
      }),
    );
  });

  it("never names a never-theme or an unknown one", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const page = JSON.stringify(releaseTable(table, context()));
        expect(page).not.toContain("huiselijk-geweld");
        expect(page).not.toContain("t-0042");
      }),
    );
  });

  it("gives the same bytes for the same table in another order", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const turned = JSON.stringify(releaseTable([...table].reverse(), context()));
        expect(turned).toBe(JSON.stringify(releaseTable(table, context())));
      }),
    );
  });

  const anyTightening: fc.Arbitrary<Partial<ReleaseParameters>> = fc.record({
    caseMinTeamInternal: fc.integer({ min: 5, max: 20 }),
    caseMinTeamSensitive: fc.integer({ min: 10, max: 20 }),
    caseMinShared: fc.integer({ min: 10, max: 50 }),
    caseMinBelowWijk: fc.integer({ min: 20, max: 50 }),
    openCasesMin: fc.integer({ min: 30, max: 100 }),
    professionalsMin: fc.integer({ min: 3, max: 6 }),
    dominanceShareMax: fc.double({ min: 0.3, max: 0.9, noNaN: true }),
    displayBands: fc.constantFrom(DEFAULT_RELEASE_PARAMETERS.displayBands, WIDE_BANDS),
  });

  it("reveals nothing more when a parameter is tightened", () => {
    fc.assert(
      fc.property(anyTable, anyTightening, (table, wanted) => {
        const parameters = tightenParameters(DEFAULT_RELEASE_PARAMETERS, wanted);
        const loose = new Map(releaseTable(table, context()).cells.map((entry) => [key(entry), entry]));
        for (const strict of releaseTable(table, context({ parameters })).cells) {
          const before = loose.get(key(strict));
          expect(before).toBeDefined();
          if (strict.status !== "band" || before?.status !== "band") {
            // A count that is small under the stricter threshold gets the lowest band in place of another reason.
            if (strict.status === "band" && before?.status === "withheld") expect(strict.band.min).toBe(0);
            continue;
          }
          expect(strict.band.min).toBeLessThanOrEqual(before.band.min);
          expect(strict.band.max ?? 999).toBeGreaterThanOrEqual(before.band.max ?? 999);
        }
      }),
    );
  });
});

function key(released: ReleasedCell): string {
  return `${released.themeId} ${released.areaCode}`;
}

describe("a malformed table", () => {
  const refusal = (detail: string) =>
    expect.objectContaining({
      code: "release-table-malformed",
      message: "Dit overzicht klopt niet. Daarom geven wij het niet vrij.",
      detail,
    });

  it.each(
    [-1, 1.5, Number.NaN].flatMap((value) => [{ cases: value }, { professionals: value }, { denominator: value }]),
  )("is refused when it holds %o", (wrong) => {
    const impossible = refusal("cases, professionals and denominator must be whole numbers of 0 or more");
    expect(() => releaseTable([{ ...cell(20), ...wrong }], context())).toThrow(impossible);
  });

  it("is refused when a cell stands in it twice", () => {
    const twice = refusal("the same theme and scope stand in the table twice");
    expect(() => releaseTable([cell(20), cell(30)], context())).toThrow(twice);
  });
});
