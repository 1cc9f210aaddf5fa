import type { Theme } from "@rode-draad/catalogue";
import {
  type AreaCode,
  addMonths,
  type EmergentTheme,
  type Month,
  mondayOf,
  monthOf,
  type Signal,
  type TeamCode,
  type ThemeId,
  type Week,
} from "@rode-draad/domain";
import type { ReleasedBand, ReleaseParameters } from "@rode-draad/privacy";
import { NEED_CASES_MIN } from "./need-floor.js";
import type { NeedCount, ProposalInput } from "./proposal-input.js";

/** How busy it is, as far as a card may know: the released band and nothing finer. */
export interface NeedSize {
  /** Absent when the release gate withholds it, and when its lower bound is too small to be shown. */
  readonly band?: ReleasedBand;
  /** Bounds that every sum about the need works with, so that two needs in one band give the same card. */
  readonly casesAtLeast: number;
  readonly casesAtMost: number;
}

/** Why this moment: what the season, the rules and the signals say about a theme. */
export interface Timing {
  readonly rising: boolean;
  /** The nearest place that a signal stands for; a card says no more than that. */
  readonly risingIn?: RisingIn;
  /** What the season brings in this month or the next, in one sentence. */
  readonly season?: string;
  /** The change of rules and whether it has started, in Dutch sentences. */
  readonly ruleChange?: string;
}

export type RisingIn = "area" | "team" | "municipality";

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

export function sizeOf({ shown: released }: Pick<NeedCount, "shown">, parameters: ReleaseParameters): NeedSize {
  // "Minder dan 10" above the floor of a card would tell "5 to 9", so such a card shows no number at all.
  if (released.status === "withheld" || released.band.min < parameters.caseMinShared) {
    return { casesAtLeast: NEED_CASES_MIN, casesAtMost: SMALL_NEED_AT_MOST };
  }
  const { band } = released;
  const casesAtLeast = Math.max(NEED_CASES_MIN, band.min);
  return { band, casesAtLeast, casesAtMost: band.max ?? band.min + TOP_BAND_SPAN };
}

/** An evening is held three to six weeks after it is picked up, so this month and the next count as "now". */
const MONTHS_AHEAD = 1;

export function timingOf(
  { themeId, areaCode, teamCodes }: Pick<NeedCount, "themeId" | "areaCode" | "teamCodes">,
  input: ProposalInput,
): Timing {
  const { catalogue, month } = input;
  const months = monthsAhead(month, MONTHS_AHEAD);
  const season = months.map((ahead) => catalogue.seasonMomentOf(themeId, ahead)).find((found) => found !== undefined);
  const rule = catalogue.ruleChangeOf(themeId, month);
  const signals = input.signals.filter(
    (signal) =>
      signal.themeId === themeId &&
      signal.kind !== "falling" &&
      isInWindow(signal.week, month, catalogue.privacyParameters.rollingWindowMonths),
  );
  const risingIn = nearestPlace(signals, areaCode, teamCodes);
  return {
    rising: risingIn !== undefined,
    ...(risingIn === undefined ? {} : { risingIn }),
    ...(season === undefined ? {} : { season: season.text }),
    ...(rule === undefined
      ? {}
      : { ruleChange: `De regels ${rule.startMonth > month ? "veranderen" : "zijn veranderd"}. ${rule.change.note}` }),
  };
}

/** Rule: a signal counts for a wijk when it stands for that wijk, for its team or for the whole municipality. */
function nearestPlace(
  signals: readonly Signal[],
  areaCode: AreaCode,
  teamCodes: readonly TeamCode[],
): RisingIn | undefined {
  if (signals.some((signal) => signal.areaCode === areaCode)) return "area";
  const wider = signals.filter((signal) => signal.areaCode === undefined);
  if (wider.some(({ teamCode }) => teamCode !== undefined && teamCodes.includes(teamCode))) return "team";
  return wider.some(({ teamCode }) => teamCode === undefined) ? "municipality" : undefined;
}

/** Rule: an alarm of an earlier window is no reason now. The week counts to the month of its Monday. */
function isInWindow(week: Week, lastMonth: Month, windowMonths: number): boolean {
  const month = monthOf(mondayOf(week));
  return month >= addMonths(lastMonth, 1 - windowMonths) && month <= lastMonth;
}

function monthsAhead(month: Month, ahead: number): readonly Month[] {
  return Array.from({ length: ahead + 1 }, (_, index) => addMonths(month, index));
}
