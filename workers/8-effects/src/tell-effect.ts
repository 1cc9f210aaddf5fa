import {
  type AreaCode,
  addMonths,
  type EffectUnclear,
  type Judgement,
  type Month,
  monthOf,
  type ThemeId,
  type ToldEffect,
  type ToldQuarter,
} from "@rode-draad/domain";
import { type ReleasedBand, releaseOutcome, type Withheld } from "@rode-draad/privacy";
import type { HeldEvening } from "./compare-wijken.js";
import { FIRST_LOOK_MONTHS } from "./judge-effect.js";

/** What a report shows of a theme in a wijk over three months. */
export type ReleasedQuarter = { readonly status: "band"; readonly band: ReleasedBand } | Withheld;

const QUARTER_MONTHS = 3;

type Circumstances = Pick<ToldEffect, "comparedWith" | "leftOut" | "otherDays" | "ruleChanges">;

/** What may be told of a judgement: the release gate decides, from what the reports show before and after. */
export function tellEffect(
  { initiativeId, areaCode, heldOn }: HeldEvening,
  themeId: ThemeId,
  judgement: Judgement,
  after: readonly Month[],
  { shownIn }: { shownIn(themeId: ThemeId, areaCode: AreaCode, month: Month): ReleasedQuarter | undefined },
  circumstances: Circumstances,
): ToldEffect {
  const about = {
    ...{ initiativeId, themeId, areaCode, heldOn },
    sayableAfter: addMonths(monthOf(heldOn), FIRST_LOOK_MONTHS),
    ...circumstances,
  };
  const tooEarly = (because: EffectUnclear): ToldEffect => ({ ...about, outcome: "too-early", because });
  if (judgement.outcome === "too-early") return tooEarly(judgement.because);
  const ends = { before: addMonths(monthOf(heldOn), -1), after: after.at(-1) ?? "" };
  const before = shownIn(themeId, areaCode, ends.before);
  const later = shownIn(themeId, areaCode, ends.after);
  // The months are counted, but no report of them was made yet.
  if (before === undefined || later === undefined) return tooEarly("months-to-come");
  const released = releaseOutcome(judgement.outcome, { before, after: later });
  // Whether it was withheld or could not be judged reads the same: which of the two it was would tell of a small number.
  if (released.status === "withheld" || before.status === "withheld" || later.status === "withheld") {
    return tooEarly("few-questions");
  }
  const quarters = { before: quarterOf(ends.before, before.band), after: quarterOf(ends.after, later.band) };
  return { ...about, outcome: released.outcome.word, quarters };
}

/** A released band as plain data: what is told outlives the process that released it. */
function quarterOf(last: Month, { label, min, max }: ReleasedBand): ToldQuarter {
  return { first: addMonths(last, 1 - QUARTER_MONTHS), last, band: { label, min, max } };
}
