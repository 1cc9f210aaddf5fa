import { ProductError } from "@rode-draad/domain";
import { makeBand, type ReleasedBand } from "./released.js";

/**
 * The numbers that the release gate works with. Source and reasons: `privacy_parameters` in the catalogue and domain
 * report chapter 4.3 (thresholds of GGD Flevoland, CBS, Statistics Denmark and others side by side).
 */
export interface ReleaseParameters {
  /** Fewest distinct cases for a theme to be named inside the team, when the theme is not sensitive. */
  readonly kTeamInternal: number;
  /** The same for a theme with sensitivity `hoog` or `only-with-care`. */
  readonly kTeamSensitive: number;
  /** Fewest distinct cases behind any number that is shown or shared. */
  readonly kShared: number;
  /** The same for areas smaller than a wijk (CBS codes that start with `BU`). */
  readonly kBelowWijk: number;
  /** Fewest open cases in the scope that a number is about. */
  readonly denominatorMin: number;
  /** Largest part of a scope, or of a count, that one group or one professional may make up. */
  readonly dominanceShareMax: number;
  readonly roundTo: number;
  readonly windowMonths: number;
  readonly professionalsMin: number;
  /** Lower bounds of the bands above "minder dan …", ascending; the last one is open. */
  readonly bandStarts: readonly number[];
}

/** The values the product ships with. An administrator may tighten them, never loosen. */
export const DEFAULT_RELEASE_PARAMETERS: ReleaseParameters = {
  kTeamInternal: 5,
  kTeamSensitive: 10,
  kShared: 10,
  kBelowWijk: 20,
  denominatorMin: 30,
  dominanceShareMax: 0.9,
  roundTo: 5,
  windowMonths: 3,
  professionalsMin: 3,
  bandStarts: [10, 15, 25, 50],
};

/** The catalogue's `privacy_parameters` as they stand in the data file. */
export interface CataloguePrivacyParameters {
  readonly k_team_internal: number;
  readonly k_team_sensitive: number;
  readonly k_shared_with_partner: number;
  readonly k_area_smaller_than_wijk: number;
  readonly min_denominator: number;
  readonly dominance_max_share: number;
  readonly round_to: number;
  readonly rolling_window_months: number;
  readonly min_contributing_professionals: number;
  readonly display_bands_shared: readonly string[];
}

export function releaseParametersFromCatalogue(parameters: CataloguePrivacyParameters): ReleaseParameters {
  return {
    kTeamInternal: parameters.k_team_internal,
    kTeamSensitive: parameters.k_team_sensitive,
    kShared: parameters.k_shared_with_partner,
    kBelowWijk: parameters.k_area_smaller_than_wijk,
    denominatorMin: parameters.min_denominator,
    dominanceShareMax: parameters.dominance_max_share,
    roundTo: parameters.round_to,
    windowMonths: parameters.rolling_window_months,
    professionalsMin: parameters.min_contributing_professionals,
    bandStarts: parameters.display_bands_shared.slice(1).map((label) => Number.parseInt(label, 10)),
  };
}

/** Which way is stricter: a higher floor, a lower ceiling. `bandStarts` only may lose edges, which widens bands. */
const STRICTER = {
  kTeamInternal: "higher",
  kTeamSensitive: "higher",
  kShared: "higher",
  kBelowWijk: "higher",
  denominatorMin: "higher",
  dominanceShareMax: "lower",
  roundTo: "higher",
  windowMonths: "higher",
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
  if (wanted.bandStarts?.some((start) => !shipped.bandStarts.includes(start))) refuse("bandStarts");
  const tightened = { ...shipped, ...wanted };
  const highestEdge = Math.max(...tightened.bandStarts);
  if (tightened.kShared > highestEdge || tightened.kBelowWijk > highestEdge) {
    throw new ProductError(
      "release-parameter-without-band",
      `Een drempel mag niet hoger zijn dan ${highestEdge}. Daarboven is er geen groep meer om te tonen.`,
      { detail: "kShared or kBelowWijk lies above the highest band start" },
    );
  }
  return tightened;
}

/**
 * The bands for a threshold, lowest first: everything below the first edge at or above k is one band. A k between two
 * edges moves up to the next edge, because a band cut in two would say more than before, not less.
 */
export function bandsFor(k: number, parameters: ReleaseParameters): readonly ReleasedBand[] {
  const edges = parameters.bandStarts.filter((start) => start >= k);
  const first = edges[0];
  if (first === undefined) throw new RangeError(`no band starts at or above ${k}; see tightenParameters`);
  return [
    makeBand(`minder dan ${first}`, 0, first - 1),
    ...edges.map((start, index) => {
      const next = edges[index + 1];
      return next === undefined
        ? makeBand(`${start} of meer`, start, null)
        : makeBand(`${start} tot ${next - 1}`, start, next - 1);
    }),
  ];
}

/** The index of the band that holds a count. */
export function bandIndexOf(cases: number, bands: readonly ReleasedBand[]): number {
  let index = 0;
  while (index + 1 < bands.length && cases >= (bands[index + 1]?.min ?? Number.POSITIVE_INFINITY)) index++;
  return index;
}
