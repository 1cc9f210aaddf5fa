import type { Theme } from "@rode-draad/catalogue";
import {
  type AreaCode,
  addMonths,
  type EmergentTheme,
  type Month,
  mondayOf,
  monthOf,
  type TeamCode,
  type ThemeId,
  type Week,
} from "@rode-draad/domain";
import { type ReleasedBand, type ReleaseParameters, releaseNeed } from "@rode-draad/privacy";
import { NEED_CASES_MIN } from "./need-floor.js";
import type { NeedCount, ProposalInput } from "./proposal-input.js";

/** How busy it is, as far as a card may know: the released band and nothing finer. */
export interface NeedSize {
  /** Absent when the release gate withholds it. */
  readonly band?: ReleasedBand;
  /** Bounds that every sum about the need works with, so that two needs in one band give the same card. */
  readonly casesAtLeast: number;
  readonly casesAtMost: number;
}

/** Why this moment: what the season, the rules and the signals say about a theme. */
export interface Timing {
  readonly rising: boolean;
  /** The season's reason when the theme is in season now or in the two months in which an evening can be held. */
  readonly season?: string;
  readonly ruleChange?: string;
}

/** A theme in an area that passed the floor. Either a catalogue theme or one that has no name yet. */
export interface Need {
  readonly themeId: ThemeId;
  readonly theme?: Theme;
  readonly emergent?: EmergentTheme;
  readonly areaCode: AreaCode;
  readonly areaName: string;
  readonly teamCodes: readonly TeamCode[];
  readonly size: NeedSize;
  readonly timing: Timing;
}

/** The open top band and a small or withheld need have no upper bound of their own; these stand in for it. */
const TOP_BAND_SPAN = 25;
const SMALL_NEED_AT_MOST = 9;

export function sizeOf(count: Pick<NeedCount, "cases" | "professionals">, parameters: ReleaseParameters): NeedSize {
  const released = releaseNeed(count, parameters);
  if (released.status === "withheld") return { casesAtLeast: NEED_CASES_MIN, casesAtMost: SMALL_NEED_AT_MOST };
  const { band } = released;
  const casesAtLeast = Math.max(NEED_CASES_MIN, band.min);
  return { band, casesAtLeast, casesAtMost: band.max ?? band.min + TOP_BAND_SPAN };
}

/** An evening is held three to six weeks after it is picked up, so the two months that follow count as "now". */
const MONTHS_AHEAD = 2;

export function timingOf(themeId: ThemeId, areaCode: AreaCode, input: ProposalInput): Timing {
  const { catalogue, month } = input;
  const months = monthsAhead(month, MONTHS_AHEAD);
  const season = months.map((ahead) => catalogue.seasonOf(themeId, ahead)).find((found) => found !== undefined);
  const ruleChange = catalogue.ruleChangeOf(themeId, month)?.change.note;
  const rising = input.signals.some(
    (signal) =>
      signal.themeId === themeId &&
      signal.kind !== "falling" &&
      isInWindow(signal.week, month, catalogue.privacyParameters.rollingWindowMonths) &&
      (signal.areaCode === areaCode || (signal.areaCode === undefined && signal.teamCode === undefined)),
  );
  return {
    rising,
    ...(season === undefined ? {} : { season: season.note }),
    ...(ruleChange === undefined ? {} : { ruleChange }),
  };
}

/** Rule: an alarm of an earlier window is no reason now. The week counts to the month of its Monday. */
function isInWindow(week: Week, lastMonth: Month, windowMonths: number): boolean {
  const month = monthOf(mondayOf(week));
  return month >= addMonths(lastMonth, 1 - windowMonths) && month <= lastMonth;
}

function monthsAhead(month: Month, ahead: number): readonly Month[] {
  return Array.from({ length: ahead + 1 }, (_, index) => addMonths(month, index));
}
