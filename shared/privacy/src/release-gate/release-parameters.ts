import { ProductError } from "@rode-draad/domain";
import { makeBand, type ReleasedBand } from "./released.js";

/**
 * The numbers that the release gate works with; the catalogue's `privacyParameters` fit as they are. Source and reasons:
 * domain report chapter 4.3 (thresholds of GGD Flevoland, CBS, Statistics Denmark and others side by side).
 */
export interface ReleaseParameters {
  /** Fewest distinct cases for a theme to be named inside the team, when the theme is not sensitive. */
  readonly caseMinTeamInternal: number;
  /** The same for a theme with sensitivity `hoog` or `only-with-care`. */
  readonly caseMinTeamSensitive: number;
  /** Fewest distinct cases behind any number that is shown or shared. */
  readonly caseMinShared: number;
  /** The same for areas smaller than a wijk (CBS codes that start with `BU`). */
  readonly caseMinBelowWijk: number;
  /** Fewest open cases in the scope that a number is about. */
  readonly openCasesMin: number;
  /** Largest part of a scope, or of a count, that one group or one professional may make up. */
  readonly dominanceShareMax: number;
  readonly roundTo: number;
  readonly rollingWindowMonths: number;
  readonly professionalsMin: number;
  /** In rising order, without gap or overlap, from 0; the last one is open. */
  readonly displayBands: readonly { readonly min: number; readonly max: number | null }[];
}

/** The values the product ships with. An administrator may tighten them, never loosen. */
export const DEFAULT_RELEASE_PARAMETERS: ReleaseParameters = {
  caseMinTeamInternal: 5,
  caseMinTeamSensitive: 10,
  caseMinShared: 10,
  caseMinBelowWijk: 20,
  openCasesMin: 30,
  dominanceShareMax: 0.9,
  roundTo: 5,
  rollingWindowMonths: 3,
  professionalsMin: 3,
  displayBands: [
    { min: 0, max: 9 },
    { min: 10, max: 14 },
    { min: 15, max: 24 },
    { min: 25, max: 49 },
    { min: 50, max: null },
  ],
};

/** Which way is stricter: a higher floor, a lower ceiling. `displayBands` may only lose edges, which widens bands. */
const STRICTER = {
  caseMinTeamInternal: "higher",
  caseMinTeamSensitive: "higher",
  caseMinShared: "higher",
  caseMinBelowWijk: "higher",
  openCasesMin: "higher",
  dominanceShareMax: "lower",
  roundTo: "higher",
  rollingWindowMonths: "higher",
  professionalsMin: "higher",
} as const satisfies Partial<Record<keyof ReleaseParameters, "higher" | "lower">>;

/**
 * Rule: an administrator may only tighten. Rationale: the shipped values are what the municipality's officer signed for;
 * a setting that quietly loosens them would make that signature worthless.
 *
 * @throws ProductError `release-parameter-loosened` when a wanted value is weaker than the shipped one,
 * `release-parameter-without-band` when a threshold lies above every band.
 */
export function tightenParameters(shipped: ReleaseParameters, wanted: Partial<ReleaseParameters>): ReleaseParameters {
  const refuse = (name: string) => {
    throw new ProductError(
      "release-parameter-loosened",
      "Een privacygrens mag je alleen strenger maken. De oude grens blijft gelden.",
      { detail: `parameter ${name} would become weaker than the shipped value` },
    );
  };
  for (const name of Object.keys(STRICTER) as (keyof typeof STRICTER)[]) {
    const value = wanted[name];
    if (value === undefined) continue;
    const weaker = STRICTER[name] === "higher" ? value < shipped[name] : value > shipped[name];
    // A comparison with NaN is always false, so it is named apart.
    if (weaker || !Number.isFinite(value)) refuse(name);
  }
  // Multiples of the shipped step only: a step of 7 would cut some steps of 5 in two.
  if (wanted.roundTo !== undefined && wanted.roundTo % shipped.roundTo !== 0) refuse("roundTo");
  const shippedEdges = new Set(shipped.displayBands.map(({ min }) => min));
  if (wanted.displayBands?.some(({ min }) => !shippedEdges.has(min))) refuse("displayBands");
  const tightened = { ...shipped, ...wanted };
  const highestEdge = Math.max(...tightened.displayBands.map(({ min }) => min));
  if (tightened.caseMinShared > highestEdge || tightened.caseMinBelowWijk > highestEdge) {
    throw new ProductError(
      "release-parameter-without-band",
      `Een drempel mag niet hoger zijn dan ${highestEdge}. Daarboven is er geen groep meer om te tonen.`,
      { detail: "caseMinShared or caseMinBelowWijk lies above the highest band start" },
    );
  }
  return tightened;
}

/** What a municipality may set stricter. The window and the bands are not among them: reports of all months share those. */
export const TIGHTENABLE = [
  "caseMinTeamInternal",
  "caseMinTeamSensitive",
  "caseMinShared",
  "caseMinBelowWijk",
  "openCasesMin",
  "professionalsMin",
  "dominanceShareMax",
  "roundTo",
] as const satisfies readonly (keyof typeof STRICTER)[];
export type Tightenable = (typeof TIGHTENABLE)[number];
export type Tightened = Readonly<Partial<Record<Tightenable, number>>>;

/** The shipped values with what a municipality set; of the two the stricter, since a later version may ship a stricter one. */
export function withTightened<Shipped extends ReleaseParameters>(shipped: Shipped, tightened: Tightened): Shipped {
  const stricter = TIGHTENABLE.flatMap((name) => {
    const value = tightened[name];
    if (value === undefined) return [];
    return [[name, STRICTER[name] === "higher" ? Math.max(value, shipped[name]) : Math.min(value, shipped[name])]];
  });
  return { ...shipped, ...Object.fromEntries(stricter) };
}

/** Which way is stricter for a value. */
export function stricterWay(name: Tightenable): "higher" | "lower" {
  return STRICTER[name];
}

/**
 * The bands for a threshold, lowest first: everything below the first edge at or above k is one band. A k between two
 * edges moves up to the next edge, because a band cut in two would say more than before, not less.
 */
export function bandsFor(k: number, parameters: ReleaseParameters): readonly ReleasedBand[] {
  const byThreshold = madeBands.get(parameters) ?? new Map<number, readonly ReleasedBand[]>();
  madeBands.set(parameters, byThreshold);
  const bands = byThreshold.get(k) ?? makeBands(k, parameters);
  byThreshold.set(k, bands);
  return bands;
}

/** There are a few thresholds and thousands of cells, and a released value is not changed. */
const madeBands = new WeakMap<ReleaseParameters, Map<number, readonly ReleasedBand[]>>();

function makeBands(k: number, parameters: ReleaseParameters): readonly ReleasedBand[] {
  const shown = parameters.displayBands.filter(({ min }) => min >= k);
  const first = shown[0];
  if (first === undefined) throw new RangeError(`no band starts at or above ${k}; see tightenParameters`);
  return [
    makeBand(`minder dan ${first.min}`, 0, first.min - 1),
    ...shown.map(({ min, max }) => makeBand(max === null ? `${min} of meer` : `${min} tot ${max}`, min, max)),
  ];
}

/** The index of the band that holds a count. */
export function bandIndexOf(cases: number, bands: readonly ReleasedBand[]): number {
  let index = 0;
  while (index + 1 < bands.length && cases >= (bands[index + 1]?.min ?? Number.POSITIVE_INFINITY)) index++;
  return index;
}
