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
];

function release(quarter: number, cases: number, changes: Partial<ReleaseContext> = {}): ReleaseRecord {
  const table: CountCell[] = [{ themeId: "huurtoeslag", cases, professionals: 5, denominator: 400 }];
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
      sentence: expect.stringMatching(/klein aantal.*te berekenen\. Wij/),
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
