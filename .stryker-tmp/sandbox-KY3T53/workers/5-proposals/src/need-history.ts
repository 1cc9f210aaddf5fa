import { createHash } from "node:crypto";
import { type AreaCode, addMonths, monthOf, type Signal, type ThemeId, weekOf } from "@rode-draad/domain";
import type { NeedSize } from "./need.js";
import type { EarlierProposal, ProposalInput } from "./proposal-input.js";

/** How long a "no" holds. Half a year: long enough to be respected, short enough for a new season. */
const REFUSAL_MONTHS = 6;
/** "Later" means: not this month. */
const LATER_MONTHS = 1;

/** Equal for the same need: the same themes, in whatever order, in the same area, in the same kind of form. */
export function needKeyOf(themeIds: readonly ThemeId[], areaCode: AreaCode, formKind: string): string {
  return [[...themeIds].sort().join("+"), areaCode, formKind].join("|");
}

/** The id follows from the need, so that the same need keeps its id in every run. 96 bits of SHA-256 do not collide here. */
export function proposalIdOf(needKey: string): string {
  return `v-${createHash("sha256").update(needKey, "utf8").digest("hex").slice(0, 24)}`;
}

export type BlockReason = "already-running" | "refused" | "put-off";

/**
 * Rule: the same need is never proposed twice.
 *  - somebody works on it (picked up, requested): blocked, also in another form of the same themes;
 *  - refused: blocked for six months in every form, unless it got worse since;
 *  - put off: blocked in the month in which that was said;
 *  - still open: not blocked, because renewing it keeps its id and makes no second card.
 */
export function blockedBy(
  need: { readonly themeIds: readonly ThemeId[]; readonly areaCode: AreaCode; readonly size: NeedSize },
  input: ProposalInput,
): BlockReason | undefined {
  const themes = needKeyOf(need.themeIds, need.areaCode, "");
  for (const earlier of input.earlier) {
    const { themeIds, areaCode } = earlier.proposal;
    if (needKeyOf(themeIds, areaCode, "") !== themes) continue;
    if (isRunning(earlier)) return "already-running";
    const age = (months: number) => input.month < addMonths(monthOf(earlier.stateSince), months);
    if (earlier.state === "later" && age(LATER_MONTHS)) return "put-off";
    if (earlier.state === "refused" && age(REFUSAL_MONTHS) && !gotWorse(earlier, need.size, input.signals)) {
      return "refused";
    }
  }
  return undefined;
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
