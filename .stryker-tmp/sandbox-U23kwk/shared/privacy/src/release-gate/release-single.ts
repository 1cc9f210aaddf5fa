import { bandIndexOf, bandsFor, type ReleaseParameters } from "./release-parameters.js";
import {
  assertReleased,
  makeNumber,
  makeShare,
  type ReleasedBand,
  type ReleasedNumber,
  type ReleasedShare,
  type Withheld,
  withheld,
} from "./released.js";

/** Numbers that stand alone, outside a table. They follow the same thresholds. Cost: constant. */

/** A count on its own, rounded to the nearest step, such as "ongeveer 480 casussen". */
export function releaseCount(
  count: number,
  parameters: ReleaseParameters,
): { readonly status: "number"; readonly number: ReleasedNumber } | Withheld {
  if (count < parameters.caseMinShared) return withheld("below-threshold");
  const value = Math.max(parameters.caseMinShared, Math.round(count / parameters.roundTo) * parameters.roundTo);
  return { status: "number", number: makeNumber(`ongeveer ${value}`, value) };
}

/**
 * Rule: a percentage needs at least 30 cases under it, is rounded, and leaves at least k cases on both of its sides.
 * Rationale: 4 percent of 25 is one case, and 96 percent of 25 leaves one out.
 */
export function releaseShare(
  part: number,
  whole: number,
  parameters: ReleaseParameters,
): { readonly status: "share"; readonly share: ReleasedShare } | Withheld {
  if (whole < parameters.openCasesMin) return withheld("denominator-too-small");
  if (part < parameters.caseMinShared || whole - part < parameters.caseMinShared) return withheld("below-threshold");
  const percent = Math.round((part / whole) * (100 / parameters.roundTo)) * parameters.roundTo;
  return { status: "share", share: makeShare(`ongeveer ${percent} procent`, percent) };
}

/**
 * The band for a single need, as a proposal shows it to the team: no previous release and no neighbours, so it may not
 * be put beside a table of the same window for another audience. Professionals below the minimum: withheld.
 */
export function releaseNeed(
  need: { readonly cases: number; readonly professionals: number },
  parameters: ReleaseParameters,
): { readonly status: "band"; readonly band: ReleasedBand } | Withheld {
  const bands = bandsFor(parameters.caseMinShared, parameters);
  const index = bandIndexOf(need.cases, bands);
  if (index > 0 && need.professionals < parameters.professionalsMin) return withheld("too-few-professionals");
  return { status: "band", band: bands[index] as ReleasedBand };
}

/**
 * Template tag for a sentence with released values in it: a bare number is a type error, and a value that was cast to
 * look released is refused while running.
 */
export function releaseText(
  parts: TemplateStringsArray,
  ...values: readonly (ReleasedBand | ReleasedNumber | ReleasedShare | string)[]
): string {
  return parts
    .map((part, index) => {
      const value = values[index];
      if (value === undefined || typeof value === "string") return part + (value ?? "");
      assertReleased(value);
      return part + value.label;
    })
    .join("");
}
