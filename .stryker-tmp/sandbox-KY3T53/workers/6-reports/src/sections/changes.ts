import type { Direction, Explanation } from "@rode-draad/domain";
import { DIRECTION_WORDS } from "../dutch-words.js";
import type { ReportSignal } from "../report-input.js";
import type { ChangeGroup, ChangeItem, ThemeRow } from "../theme-report.js";

/** What asks for attention comes first; "gelijk" and "nog niet te zeggen" close the list. */
const ORDER: readonly Direction[] = ["rising", "new", "back", "falling", "steady", "unclear"];

/** What asks for no sentence of its own, unless the catalogue or the weekly alarm has something to say about it. */
const QUIET: ReadonlySet<Direction> = new Set(["steady", "unclear"]);

/** The themes that moved, or that are worth a note; the others need one sentence together. */
export function worthSaying(groups: readonly ChangeGroup[]): ChangeGroup[] {
  return groups
    .map((group) =>
      QUIET.has(group.direction) ? { ...group, items: group.items.filter((item) => item.note !== undefined) } : group,
    )
    .filter((group) => group.items.length > 0);
}

/** Section 3: the published themes by direction, with what the catalogue says about the change. */
export function describeChanges(
  rows: readonly ThemeRow[],
  signals: readonly ReportSignal[],
): { readonly groups: readonly ChangeGroup[] } {
  const alarms = new Map(signals.map((signal) => [signal.themeId, signal]));
  const groups = ORDER.map((direction) => ({
    direction,
    word: DIRECTION_WORDS[direction],
    items: rows.filter((row) => row.direction === direction).map((row) => changeItem(row, alarms.get(row.themeId))),
  }));
  return { groups: groups.filter((group) => group.items.length > 0) };
}

function changeItem(row: ThemeRow, signal: ReportSignal | undefined): ChangeItem {
  const item = { themeId: row.themeId, name: row.name };
  if (signal === undefined) return item;
  const note = `${recentMove(row, signal)}${explain(signal.explanation)}`.trim();
  return note === "" ? item : { ...item, note };
}

/** The weekly alarm is quicker than the direction over two windows; it is said apart when the direction does not show it yet. */
function recentMove(row: ThemeRow, signal: ReportSignal): string {
  if (signal.kind === "rising" && row.direction !== "rising" && row.direction !== "new") {
    return "De laatste vier weken komen er meer vragen. ";
  }
  if (signal.kind === "falling" && row.direction !== "falling") return "De laatste vier weken komen er minder vragen. ";
  return "";
}

function explain(explanation: Explanation): string {
  if (explanation.kind === "season") return "Dat hoort bij het seizoen.";
  if (explanation.kind === "rule-change") return "Dat past bij een nieuwe regel.";
  return "Wij weten nog niet waarom.";
}
