import type { ColumnPlan } from "../columns/plan-columns.js";
import type { BrokenRow } from "./data-row.js";
import type { DateSystem } from "./parse-day.js";

/**
 * A row as a reader takes it out of a file: plain cells, which can cross from one thread to another. Nobody but
 * `toDataRow` looks into them further.
 */
export type TableRow = CellRow | BrokenRow;

interface CellRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly plan: ColumnPlan;
  readonly dateSystem: DateSystem;
}

/** True for a row in which every cell is blank: no row at all. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === "");
}
