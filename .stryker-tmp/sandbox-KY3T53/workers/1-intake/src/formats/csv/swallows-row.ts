import type { ColumnPlan } from "../../columns/plan-columns.js";
import { parseDay } from "../../row/parse-day.js";

/** Later than any date in a file: here only the form of a date counts. */
const ANY_DAY = "9999-12-31";

/**
 * True when a cell holds a line that looks like a row of this file: as many cells as there are columns, with a date in
 * the place of the date. That happens when a quote was opened and not closed, and the next note became part of this one:
 * one client's words in another client's note. A parser cannot see it, since the next quote closes the cell.
 */
export function swallowsRow(record: readonly string[], plan: ColumnPlan, delimiter: string): boolean {
  const columns = plan.fieldOfColumn.length;
  const dateColumn = plan.fieldOfColumn.indexOf("datum");
  return record.some((cell) => {
    if (!cell.includes("\n") || !cell.includes(delimiter)) return false;
    return cell
      .split("\n")
      .slice(1)
      .some((inner) => {
        const pieces = inner.split(delimiter);
        if (pieces.length < columns) return false;
        return "day" in parseDay((pieces[dateColumn] ?? "").replaceAll('"', ""), ANY_DAY);
      });
  });
}
