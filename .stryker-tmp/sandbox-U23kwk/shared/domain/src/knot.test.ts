import { describe, expect, it } from "vitest";
import { findKnots, type ThemePairCount } from "./knot.js";

const pair = (first: string, second: string, cases: number): ThemePairCount => ({
  themeIds: [first, second],
  cases,
  professionals: 4,
});
const theme = (themeId: string, cases: number) => ({ themeId, cases });
/** Enough cases with one theme each, so that the busy ones do not matter. */
const rest = theme("rest", 400);

describe("findKnots", () => {
  it("finds a pair that stands together three times as often as chance would bring", () => {
    const [knot] = findKnots([pair("a", "b", 18)], [theme("a", 60), theme("b", 50), rest], 500);
    expect(knot).toMatchObject({ themeIds: ["a", "b"], casesOfEach: [60, 50] });
    expect(knot?.lift).toBeCloseTo(3);
  });

  it("needs ten households, whatever the lift", () => {
    expect(findKnots([pair("a", "b", 9)], [theme("a", 20), theme("b", 20), rest], 500)).toEqual([]);
    expect(findKnots([pair("a", "b", 10)], [theme("a", 20), theme("b", 20), rest], 500)).toHaveLength(1);
  });

  it("takes a lift that chance may well bring for chance, the more so the more pairs there are", () => {
    // 12 seen, 6 expected: chance brings that in two of a hundred pairs.
    const themes = [theme("a", 60), theme("b", 50), theme("c", 60), theme("d", 50), rest];
    expect(findKnots([pair("a", "b", 12)], themes, 500)).toHaveLength(1);
    expect(findKnots([pair("a", "b", 12), pair("c", "d", 10), pair("a", "d", 10)], themes, 500)).toEqual([]);
  });

  it("takes a certain but small excess for no knot", () => {
    const themes = [theme("a", 2_000), theme("b", 2_000), theme("rest", 9_000)];
    expect(findKnots([pair("a", "b", 580)], themes, 10_000)).toEqual([]);
    expect(findKnots([pair("a", "b", 600)], themes, 10_000)).toHaveLength(1);
  });

  it("judges the themes of a large city too", () => {
    const themes = [theme("a", 20_000), theme("b", 20_000), theme("rest", 90_000)];
    expect(findKnots([pair("a", "b", 4_000)], themes, 100_000)).toEqual([]);
    expect(findKnots([pair("a", "b", 8_000)], themes, 100_000)).toHaveLength(1);
  });

  it("sees no knot in households that have many themes at once", () => {
    // Forty households have all of ten themes, and 460 have one of them each: no two themes belong together.
    const ids = [..."abcdefghij"];
    const pairs = ids.flatMap((first, at) => ids.slice(at + 1).map((second) => pair(first, second, 40)));
    expect(
      findKnots(
        pairs,
        ids.map((id) => theme(id, 40 + 46)),
        500,
      ),
    ).toEqual([]);
  });

  it("gives no knot among a thousand pairs of themes that have nothing to do with each other", () => {
    const { pairs, themes } = independentThemes(90, 1_500);
    const wide = pairs.filter(({ cases }) => cases >= 10);
    expect(wide.length).toBeGreaterThan(1_000);
    expect(findKnots(pairs, themes, 1_500)).toEqual([]);
  });
});

/** Every household draws each theme by itself, with the same small linear congruence everywhere. */
function independentThemes(count: number, cases: number) {
  let state = 20_261;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  const shares = Array.from({ length: count }, (_, at) => 0.05 + 0.1 * (at / count));
  const single = new Array<number>(count).fill(0);
  const both = new Map<string, number>();
  for (let one = 0; one < cases; one++) {
    const held = shares.flatMap((share, at) => (random() < share ? [at] : []));
    held.forEach((first, place) => {
      single[first] = (single[first] ?? 0) + 1;
      for (const second of held.slice(place + 1)) {
        both.set(`${first} ${second}`, (both.get(`${first} ${second}`) ?? 0) + 1);
      }
    });
  }
  const pairs = [...both].map(([key, seen]) => {
    const [first = "", second = ""] = key.split(" ");
    return pair(first, second, seen);
  });
  return { pairs, themes: single.map((seen, at) => theme(String(at), seen)) };
}
