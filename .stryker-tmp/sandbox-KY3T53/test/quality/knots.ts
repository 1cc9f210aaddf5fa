/**
 * Measures the knots on simulated municipalities and prints figure and goal. Run:
 * `node --conditions=source --import tsx test/quality/knots.ts`
 *
 * Households differ in how many themes they have, as they do; ten pairs of themes a municipality belong together. Everything
 * goes through the rule and not through the release gate, which tells fewer.
 */
import { fileURLToPath } from "node:url";
import { findKnots, type ThemePairCount } from "@rode-draad/domain";
import { atLeast, type FigureRow, isProgram, printFigures, shown } from "./figure-row.js";
import { seededRandom } from "./seeded-random.js";

/** The bounds of the rule were set by their reasons and on no simulation. */
const FIRST_SEED = 501;
const TOWNS = 20;
const HOUSEHOLDS = 3_000;
const THEMES = 80;
const PLANTED = 10;
/** So many of those with the first theme of a knot have the second because of it, beside those who have it anyway. */
const TOGETHER_SHARE = 0.12;
/** Themes of a household, on average. */
const ACTIVITY = 1.4;
/** A knot weaker than this, beside what busy households bring, need not be found. */
const CLEAR_LIFT = 2;
/** Fewer together than this are never told, so they are not counted as missed. */
const TOLD_FROM = 10;

export function knotFigures(): FigureRow[] {
  let [clear, clearFound, found, wrong, pairsSeen] = [0, 0, 0, 0, 0];
  for (let town = 0; town < TOWNS; town++) {
    const { pairs, themes, total, liftOf } = simulateTown(FIRST_SEED + town);
    const wide = pairs.filter(({ cases }) => cases >= TOLD_FROM);
    const knots = findKnots(pairs, themes, total).filter(({ cases }) => cases >= TOLD_FROM);
    const isClear = (pair: ThemePairCount): boolean => liftOf(pair) >= CLEAR_LIFT;
    clear += wide.filter(isClear).length;
    clearFound += knots.filter(isClear).length;
    found += knots.length;
    wrong += knots.filter((pair) => liftOf(pair) === 1).length;
    pairsSeen += wide.length;
  }
  return [
    atLeast(`knots of lift ${CLEAR_LIFT} or more found, of ${clear} with ten households`, 0.8, clearFound / clear),
    atLeast("of what was found, planted", 0.9, 1 - wrong / found),
    shown("pairs that do not belong together and are called a knot, per 1,000", (1_000 * wrong) / pairsSeen),
    shown("pairs with ten households together, per town", pairsSeen / TOWNS),
  ];
}

function simulateTown(seed: number) {
  const random = seededRandom(seed);
  const sizes = Array.from({ length: THEMES }, (_, theme) => 1 / (theme + 4));
  const mass = sizes.reduce((sum, size) => sum + size, 0);
  const partners = new Map<number, number>();
  for (let knot = 0; knot < PLANTED; knot++) partners.set(2 * knot, 2 * knot + 1);
  const single = new Array<number>(THEMES).fill(0);
  const both = new Map<string, number>();
  let total = 0;
  for (let household = 0; household < HOUSEHOLDS; household++) {
    // Exponential: most have about one theme, a few have many.
    const activity = -ACTIVITY * Math.log(1 - random());
    const held = new Set<number>();
    for (const [theme, size] of sizes.entries()) if (random() < (activity * size) / mass) held.add(theme);
    // Who has the first theme of a knot has the second more often.
    for (const [first, second] of partners) if (held.has(first) && random() < TOGETHER_SHARE) held.add(second);
    if (held.size > 0) total++;
    const list = [...held].sort((a, b) => a - b);
    list.forEach((first, place) => {
      single[first] = (single[first] ?? 0) + 1;
      for (const second of list.slice(place + 1)) {
        both.set(`${first} ${second}`, (both.get(`${first} ${second}`) ?? 0) + 1);
      }
    });
  }
  const pairs = [...both].map(([key, cases]): ThemePairCount => {
    const [first = "", second = ""] = key.split(" ");
    return { themeIds: [first, second], cases, professionals: 5 };
  });
  return {
    pairs,
    themes: single.map((cases, theme) => ({ themeId: String(theme), cases })),
    total,
    /** The true lift: an exponential activity alone brings 2 · ACTIVITY² · size · size, so twice what independence says. */
    liftOf: ({ themeIds }: ThemePairCount): number => {
      const [first, second] = [Number(themeIds[0]), Number(themeIds[1])];
      const share = (sizes[second] as number) / mass;
      return partners.get(first) === second ? 1 + TOGETHER_SHARE / (2 * ACTIVITY * share) : 1;
    },
  };
}

if (isProgram(fileURLToPath(import.meta.url))) printFigures(knotFigures());
