import { addWeeks, type Signal } from "@rode-draad/domain";
import type { PlantedChange, PlantedGap, Truth } from "@rode-draad/fixtures";

/** What the pipeline's signals make of the planted changes. */
export interface AlarmComparison {
  readonly found: readonly { readonly change: PlantedChange; readonly signal: Signal }[];
  readonly missed: readonly PlantedChange[];
  /** Found, but for another reason than the catalogue gives. */
  readonly wronglyExplained: readonly { readonly change: PlantedChange; readonly signal: Signal }[];
  /** Signals that the silence of one team may have caused. There must be none. */
  readonly fromGap: readonly Signal[];
  /** Signals on nothing planted: chance, season, or a mistake. */
  readonly others: readonly Signal[];
}

/** A signal looks back four weeks, so it may stand up to three weeks after the last week that caused it. */
const LOOK_BACK_WEEKS = 3;

/** Pairs each planted change with the first signal on it. O(changes × signals). */
export function alarmsFound(truth: Pick<Truth, "changes" | "gap">, signals: readonly Signal[]): AlarmComparison {
  const inOrder = [...signals].sort((a, b) => (a.week < b.week ? -1 : a.week > b.week ? 1 : 0));
  const pairs = truth.changes.map((change) => ({ change, signal: inOrder.find((signal) => isAbout(signal, change)) }));
  const found = pairs.flatMap(({ change, signal }) => (signal === undefined ? [] : [{ change, signal }]));
  const unplanted = inOrder.filter((signal) => !truth.changes.some((change) => isAbout(signal, change)));
  return {
    found,
    missed: pairs.filter(({ signal }) => signal === undefined).map(({ change }) => change),
    wronglyExplained: found.filter(({ change, signal }) => signal.explanation.kind !== change.explanation),
    fromGap: unplanted.filter((signal) => mayComeFrom(signal, truth.gap)),
    others: unplanted.filter((signal) => !mayComeFrom(signal, truth.gap)),
  };
}

/** On the same theme, in the same direction, in the wijk or its team, while the change is in the window. */
function isAbout(signal: Signal, change: PlantedChange): boolean {
  const sameScope =
    signal.areaCode === undefined ? signal.teamCode === change.teamCode : signal.areaCode === change.areaCode;
  return (
    sameScope &&
    signal.themeId === change.themeId &&
    signal.kind === change.kind &&
    signal.week >= change.fromWeek &&
    signal.week <= addWeeks(change.toWeek, LOOK_BACK_WEEKS)
  );
}

/** During the silence or while it is still in the window: falling in it, or rising and back when it ends. */
function mayComeFrom(signal: Signal, gap: PlantedGap): boolean {
  const sameScope =
    signal.areaCode === undefined ? signal.teamCode === gap.teamCode : gap.areaCodes.includes(signal.areaCode);
  return sameScope && signal.week >= gap.fromWeek && signal.week <= addWeeks(gap.toWeek, LOOK_BACK_WEEKS);
}
