import { createHash } from "node:crypto";
import type { Format } from "@rode-draad/catalogue";
import {
  type AreaCode,
  addMonths,
  monthOf,
  REFUSAL_EFFECTS,
  type RefusalEffect,
  type RefusalReason,
  type Signal,
  type ThemeId,
  weekOf,
} from "@rode-draad/domain";
import { SMALL_GROUP_MAX } from "./choose-format.js";
import type { NeedSize } from "./need.js";
import type { EarlierProposal, ProposalInput } from "./proposal-input.js";

/** "Later" means: not this month. */
const LATER_MONTHS = 1;
/** The window is three months: only then do the questions from before the evening no longer count. */
const HELD_MONTHS = 3;
/** A refusal from before reasons were asked counts as the mildest of those that leave nothing. */
const REASON_WHEN_UNKNOWN: RefusalReason = "past-niet-in-deze-wijk";

/** Equal for the same need: the same themes, in whatever order, in the same area, in the same kind of form. */
export function needKeyOf(themeIds: readonly ThemeId[], areaCode: AreaCode, formKind: string): string {
  return [[...themeIds].sort().join("+"), areaCode, formKind].join("|");
}

/** The id follows from the need, so that the same need keeps its id in every run. 96 bits of SHA-256 do not collide here. */
export function proposalIdOf(needKey: string): string {
  return `v-${createHash("sha256").update(needKey, "utf8").digest("hex").slice(0, 24)}`;
}

export type BlockReason = "already-running" | "refused" | "put-off" | "just-held";

/** A need of one or more themes in an area, as history knows it. */
export interface NeedOfThemes {
  readonly themeIds: readonly ThemeId[];
  readonly areaCode: AreaCode;
  readonly size: NeedSize;
}

/**
 * Rule: the same need is never proposed twice.
 *  - somebody works on it (picked up, requested): blocked, also in another form of the same themes;
 *  - refused for a reason that leaves nothing: blocked as long as that reason holds;
 *  - put off: blocked in the month in which that was said;
 *  - its evening was held: blocked for three months;
 *  - still open: not blocked, because renewing it keeps its id and makes no second card.
 */
export function blockedBy(need: NeedOfThemes, input: ProposalInput): BlockReason | undefined {
  for (const earlier of earlierOf(need, input)) {
    if (isRunning(earlier)) return "already-running";
    if (earlier.state === "later" && isWithin(LATER_MONTHS, earlier, input)) return "put-off";
    if (earlier.state === "held" && isWithin(HELD_MONTHS, earlier, input)) return "just-held";
  }
  return refusalsInForce(need, input).some(({ effect }) => effect.stillProposed === "nothing") ? "refused" : undefined;
}

/** What the refusals in force leave of the forms for a need. */
export interface FormsLeft {
  readonly allows: (format: Format) => boolean;
  /** A colleague found it too delicate, so the team is asked first. */
  readonly careNeeded: boolean;
  /** Why this form and not the one that was refused, in Dutch sentences for the card. */
  readonly reasons: readonly string[];
}

/** Rule: the form that was refused does not come back, and the reason says which others may (`REFUSAL_EFFECTS`). */
export function formsLeft(need: NeedOfThemes, input: ProposalInput): FormsLeft {
  const refusals = refusalsInForce(need, input);
  const kinds = new Set(refusals.map(({ earlier }) => input.catalogue.format(earlier.proposal.formatId)?.kind));
  const effects = refusals.map(({ effect }) => effect.stillProposed);
  return {
    allows: (format) => !kinds.has(format.kind) && effects.every((effect) => STILL[effect].allows(format)),
    careNeeded: effects.includes("small-forms"),
    reasons: [...new Set(effects)].map((effect) => STILL[effect].reason),
  };
}

/** Who can hold it without asking anybody outside. */
const OWN_ORGANISERS = new Set(["opbouwwerker", "vrijwilligers", "bewoners"]);

const STILL: Readonly<
  Record<RefusalEffect["stillProposed"], { readonly allows: (format: Format) => boolean; readonly reason: string }>
> = {
  nothing: { allows: () => false, reason: "" },
  "small-forms": {
    allows: ({ capacity }) => capacity.max <= SMALL_GROUP_MAX,
    reason: "Een collega vond dit te gevoelig voor een open avond. Daarom is dit een kleine vorm.",
  },
  "forms-without-partner": {
    allows: ({ organisers }) => organisers.every((organiser) => OWN_ORGANISERS.has(organiser)),
    reason: "Een collega vond geen partner. Deze vorm kan zonder partner.",
  },
};

function refusalsInForce(need: NeedOfThemes, input: ProposalInput) {
  return earlierOf(need, input).flatMap((earlier) => {
    const effect = REFUSAL_EFFECTS[earlier.refusal ?? REASON_WHEN_UNKNOWN];
    const isInForce =
      earlier.state === "refused" &&
      isWithin(effect.months, earlier, input) &&
      !(effect.endsWhenWorse && gotWorse(earlier, need.size, input.signals));
    return isInForce ? [{ earlier, effect }] : [];
  });
}

/** What was said of the same themes in the same area, in whatever form. */
function earlierOf({ themeIds, areaCode }: NeedOfThemes, { earlier }: ProposalInput): readonly EarlierProposal[] {
  const byNeed = grouped.get(earlier) ?? groupByNeed(earlier);
  grouped.set(earlier, byNeed);
  return byNeed.get(needKeyOf(themeIds, areaCode, "")) ?? [];
}

/** Grouped once for a run, which asks for every need; years of proposals are thousands. */
const grouped = new WeakMap<readonly EarlierProposal[], ReadonlyMap<string, readonly EarlierProposal[]>>();

function groupByNeed(earlier: readonly EarlierProposal[]): ReadonlyMap<string, readonly EarlierProposal[]> {
  const byNeed = new Map<string, EarlierProposal[]>();
  for (const one of earlier) {
    const need = needKeyOf(one.proposal.themeIds, one.proposal.areaCode, "");
    byNeed.set(need, [...(byNeed.get(need) ?? []), one]);
  }
  return byNeed;
}

function isWithin(months: number, { stateSince }: EarlierProposal, { month }: ProposalInput): boolean {
  return month < addMonths(monthOf(stateSince), months);
}

/** The themes that somebody works on in an area, alone or in a bundle: they are no reason for a further evening. */
export function runningThemes(areaCode: AreaCode, earlier: readonly EarlierProposal[]): ReadonlySet<ThemeId> {
  const running = earlier.filter((entry) => isRunning(entry) && entry.proposal.areaCode === areaCode);
  return new Set(running.flatMap(({ proposal }) => proposal.themeIds));
}

function isRunning({ state }: EarlierProposal): boolean {
  return state === "picked-up" || state === "requested";
}

/** Rule: worse means a higher released band than on the refused card, or a new alarm after the refusal. */
function gotWorse(refused: EarlierProposal, size: NeedSize, signals: readonly Signal[]): boolean {
  const { themeIds, areaCode, evidence } = refused.proposal;
  if (size.band !== undefined && lowerBound(size.band.label) > lowerBound(evidence.band)) return true;
  const since = weekOf(refused.stateSince);
  return signals.some(
    (signal) =>
      themeIds.includes(signal.themeId) &&
      signal.areaCode === areaCode &&
      (signal.kind === "rising" || signal.kind === "back") &&
      signal.week > since,
  );
}

/** The lower bound that a band's label tells: 15 for "15 tot 24", 0 for "minder dan 10" and for what was not shown. */
function lowerBound(label: string): number {
  return /^\d/.test(label) ? Number.parseInt(label, 10) : 0;
}
