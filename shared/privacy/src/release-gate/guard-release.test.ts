import { describe, expect, it } from "vitest";
import { guardRelease } from "./guard-release.js";
import { type CountCell, cellKey, type ReleaseContext, type ReleaseRecord } from "./release-context.js";
import { DEFAULT_RELEASE_PARAMETERS } from "./release-parameters.js";
import { recordRelease } from "./release-table.js";

const QUARTERS = [
  { first: "2026-01", last: "2026-03" },
  { first: "2026-02", last: "2026-04" },
  { first: "2026-03", last: "2026-05" },
  { first: "2026-04", last: "2026-06" },
  { first: "2026-08", last: "2026-10" },
];

const cellOf = (cases: number, changes: Partial<CountCell> = {}): CountCell => {
  return { themeId: "huurtoeslag", cases, professionals: 5, denominator: 400, ...changes };
};
const release = (quarter: number, cases: number, changes: Partial<ReleaseContext> = {}): ReleaseRecord =>
  releaseAll(quarter, [cellOf(cases)], changes);

function releaseAll(quarter: number, table: readonly CountCell[], changes: Partial<ReleaseContext> = {}) {
  return recordRelease(table, {
    audience: "team",
    window: QUARTERS[quarter] ?? { first: "", last: "" },
    parameters: DEFAULT_RELEASE_PARAMETERS,
    themeFacts: () => ({ collective: "suitable", sensitivity: "laag" }),
    ...changes,
  });
}

const labelOf = ({ released }: ReleaseRecord) =>
  released.map((cell) => (cell.status === "band" ? cell.band.label : cell.reason)).join();

describe("the guard before a release", () => {
  /** 9, 19, 19: every step is far enough for the band to move. With 9 after it, who came in in April must still be there in June. */
  const leftBefore = () => {
    const released: ReleaseRecord[] = [];
    for (const cases of [9, 19, 19]) released.push(release(released.length, cases, previousOf(released)));
    const draft = (changes: Partial<ReleaseContext> = {}) => release(3, 9, { ...previousOf(released), ...changes });
    return { released, draft };
  };

  it("refuses a month that betrays a small count together with the months before it, and says why in Dutch", async () => {
    const { released, draft } = leftBefore();
    expect([...released, draft()].map(labelOf)).toEqual(["minder dan 10", "15 tot 24", "15 tot 24", "minder dan 10"]);
    const verdict = await guardRelease([draft()], released, DEFAULT_RELEASE_PARAMETERS);
    expect(verdict).toMatchObject({
      allowed: false,
      sentence:
        "Samen met eerdere rapporten is een klein aantal van 1 thema te berekenen. Wij maken het rapport opnieuw, zonder die getallen.",
    });
    expect(!verdict.allowed && verdict.disclosures).toContainEqual(
      expect.objectContaining({ themeId: "huurtoeslag", min: 6, max: 9 }),
    );
  });

  it("lets the month pass once what it named is left out", async () => {
    const { released, draft } = leftBefore();
    const verdict = await guardRelease([draft()], released, DEFAULT_RELEASE_PARAMETERS);
    const withhold = verdict.allowed ? new Set<string>() : (verdict.withhold.get("2026-06") ?? new Set());
    expect([...withhold]).toEqual([cellKey({ themeId: "huurtoeslag" })]);
    const again = draft({ withhold });
    expect(labelOf(again)).toBe("differencing");
    expect(await guardRelease([again], released, DEFAULT_RELEASE_PARAMETERS)).toEqual({ allowed: true });
  });

  it("looks at drafts that leave together as at one", async () => {
    const { released, draft } = leftBefore();
    const all = [...released, draft()];
    expect((await guardRelease(all, [], DEFAULT_RELEASE_PARAMETERS)).allowed).toBe(false);
  });

  it("names the cell in a wijk that betrays, and leaves the whole and the other wijken", async () => {
    const inPlaces = (cases: number) => [
      cellOf(60 + cases),
      cellOf(cases, { areaCode: "WK012301" }),
      cellOf(60, { areaCode: "WK012302" }),
    ];
    const released: ReleaseRecord[] = [];
    for (const cases of [9, 19, 19]) {
      released.push(releaseAll(released.length, inPlaces(cases), previousOf(released)));
    }
    const draft = releaseAll(3, inPlaces(9), previousOf(released));
    const verdict = await guardRelease([draft], released, DEFAULT_RELEASE_PARAMETERS);
    const betrays = { themeId: "huurtoeslag", areaCode: "WK012301" };
    expect(verdict).toMatchObject({ allowed: false, withhold: new Map([["2026-06", new Set([cellKey(betrays)])]]) });
    expect(!verdict.allowed && verdict.disclosures).toContainEqual(expect.objectContaining(betrays));
  });

  it.each<[readonly (readonly [number, number])[], readonly string[], readonly string[]]>([
    // Cases in two wijken, month by month; what the last page would show; and where a small count is betrayed.
    [
      [
        [0, 30],
        [25, 19],
        [3, 15],
        [10, 14],
      ],
      ["15 tot 24", "minder dan 10", "15 tot 24"],
      ["WK012301"],
    ],
    [
      [
        [0, 3],
        [19, 9],
        [0, 15],
        [25, 12],
      ],
      ["25 tot 49", "25 tot 49", "15 tot 24"],
      [""],
    ],
    [
      [
        [9, 15],
        [0, 24],
        [30, 12],
        [12, 3],
      ],
      ["15 tot 24", "complementary", "complementary"],
      ["WK012301", "WK012302"],
    ],
  ])(
    "leaves a theme's whole row out when the cells that betray are not enough: %j",
    async (months, shown, betraying) => {
      const inPlaces = ([one, other]: readonly [number, number]) => [
        cellOf(one + other),
        cellOf(one, { areaCode: "WK012301" }),
        cellOf(other, { areaCode: "WK012302" }),
      ];
      const released: ReleaseRecord[] = [];
      for (const cases of months.slice(0, 3)) {
        released.push(releaseAll(released.length, inPlaces(cases), previousOf(released)));
      }
      const draft = (changes: Partial<ReleaseContext> = {}) =>
        releaseAll(3, inPlaces(months[3] ?? [0, 0]), { ...previousOf(released), ...changes });
      expect(labelOf(draft())).toBe(shown.join());
      const verdict = await guardRelease([draft()], released, DEFAULT_RELEASE_PARAMETERS);
      if (verdict.allowed) throw new Error("It was let through.");
      expect([...new Set(verdict.disclosures.map(({ areaCode = "" }) => areaCode))].sort()).toEqual(betraying);
      const withhold = verdict.withhold.get("2026-06") ?? new Set();
      expect([...withhold].sort()).toEqual(draft().released.map(cellKey).sort());
      const again = draft({ withhold });
      expect(labelOf(again)).toBe("differencing,differencing,differencing");
      expect(await guardRelease([again], released, DEFAULT_RELEASE_PARAMETERS)).toEqual({ allowed: true });
    },
  );

  it("says how many themes betray themselves, and names each", async () => {
    const twoThemes = (cases: number) => [cellOf(cases), cellOf(cases, { themeId: "schulden" })];
    const released: ReleaseRecord[] = [];
    for (const cases of [9, 19, 19]) {
      released.push(releaseAll(released.length, twoThemes(cases), previousOf(released)));
    }
    const draft = releaseAll(3, twoThemes(9), previousOf(released));
    const verdict = await guardRelease([draft], released, DEFAULT_RELEASE_PARAMETERS);
    expect(verdict).toMatchObject({
      withhold: new Map([
        ["2026-06", new Set([cellKey({ themeId: "huurtoeslag" }), cellKey({ themeId: "schulden" })])],
      ]),
      sentence: expect.stringContaining("zijn kleine aantallen van 2 thema’s te berekenen"),
    });
  });

  it("counts the knots beside the table: with bands they tell who has the one theme and not the other", async () => {
    const pair = ["geldzorgen", "huurtoeslag"] as const;
    const table = [cellOf(12, { themeId: "geldzorgen" }), cellOf(60)];
    const plain = releaseAll(0, table);
    const knotted = { ...plain, knots: { own: [pair], shown: [pair] }, figures: { households: "ongeveer 400" } };
    expect(await guardRelease([plain], [], DEFAULT_RELEASE_PARAMETERS)).toEqual({ allowed: true });
    expect(await guardRelease([knotted], [], DEFAULT_RELEASE_PARAMETERS)).toMatchObject({
      allowed: false,
      disclosures: [{ themeId: "geldzorgen", withoutThemeId: "huurtoeslag", min: 0, max: 4 }],
      withhold: new Map([["2026-03", new Set(pair.map((themeId) => cellKey({ themeId })))]]),
    });
  });

  it("lets no page be silent about a theme that was betrayed before, and holds nothing up for it twice", async () => {
    const { released, draft } = leftBefore();
    const later = (changes: Partial<ReleaseContext> = {}) =>
      releaseAll(4, [cellOf(30, { themeId: "schulden" })], changes);
    const all = [...released, draft()];
    const verdict = await guardRelease([later()], all, DEFAULT_RELEASE_PARAMETERS);
    const withhold = verdict.allowed ? new Set<string>() : (verdict.withhold.get("2026-10") ?? new Set());
    expect([...withhold]).toEqual([cellKey({ themeId: "huurtoeslag" })]);
    const again = later({ withhold });
    expect(labelOf(again)).toBe("differencing,25 tot 49");
    expect(await guardRelease([again], all, DEFAULT_RELEASE_PARAMETERS)).toEqual({ allowed: true });
  });

  it("counts the window before that stands beside this one", async () => {
    const { released, draft } = leftBefore();
    const [first, ...later] = released;
    expect(await guardRelease([draft()], later, DEFAULT_RELEASE_PARAMETERS)).toEqual({ allowed: true });
    // The quarter before April to June is January to March.
    const beside = { ...draft(), earlier: first?.released ?? [] };
    expect((await guardRelease([beside], later, DEFAULT_RELEASE_PARAMETERS)).allowed).toBe(false);
  });

  it("lets an ordinary month pass", async () => {
    const { released } = leftBefore();
    const steady = release(3, 19, previousOf(released));
    expect(await guardRelease([steady], released, DEFAULT_RELEASE_PARAMETERS)).toEqual({ allowed: true });
  });
});

describe("a theme in its table", () => {
  it("has a cell in every place, so that nobody and nine people look alike", () => {
    const at = (themeId: string, cases: number, areaCode?: string): CountCell => ({
      themeId,
      cases,
      professionals: 5,
      denominator: 400,
      ...(areaCode !== undefined && { areaCode }),
    });
    const table = [
      ...[at("a", 40), at("a", 20, "WK012301"), at("a", 20, "WK012302")],
      ...[at("b", 40), at("b", 40, "WK012301")],
    ];
    const record = recordRelease(table, {
      audience: "team",
      window: QUARTERS[0] ?? { first: "", last: "" },
      parameters: DEFAULT_RELEASE_PARAMETERS,
      themeFacts: () => ({ collective: "suitable", sensitivity: "laag" }),
    });
    expect(record.released.find((cell) => cell.themeId === "b" && cell.areaCode === "WK012302")).toMatchObject({
      status: "band",
      band: { label: "minder dan 10" },
    });
  });

  it("stays named as long as the window overlaps one in which it was large enough", () => {
    const records: ReleaseRecord[] = [];
    for (const cases of [12, 3, 3, 3]) records.push(release(records.length, cases, previousOf(records)));
    expect(records.map(({ released }) => released.length)).toEqual([1, 1, 1, 0]);
  });
});

function previousOf(records: readonly ReleaseRecord[]): Partial<ReleaseContext> {
  const previous = records.at(-1);
  return previous === undefined ? {} : { previous };
}
