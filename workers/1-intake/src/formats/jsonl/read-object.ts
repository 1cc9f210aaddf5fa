import { ProductError } from "@rode-draad/domain";
import { columnKey } from "../../columns/field-names.js";
import { type ColumnPlan, guessColumns, planColumns } from "../../columns/plan-columns.js";
import { COLUMNS_MAX } from "../../limits.js";
import { isBlankRow, type TableRow } from "../../row/table-row.js";
import type { ReadContext } from "../read-context.js";

export const TOO_MANY_FIELDS = `Deze notitie heeft meer dan ${COLUMNS_MAX} velden. Stuur alleen de velden van de notitie.`;

/**
 * Reads one JSON object as a row; its keys are the headings. Made once per source, since rows mostly have the same keys
 * and then share one plan.
 */
export function createObjectReader(context: ReadContext): (row: number, value: unknown) => TableRow | undefined {
  let lastKeys = "";
  let lastPlan: ColumnPlan | undefined;
  const planFor = (keys: readonly string[]): ColumnPlan => {
    const joined = keys.join("\u0000");
    if (lastPlan !== undefined && joined === lastKeys) return lastPlan;
    // An optional field may be absent from some objects, so a mapping only speaks of the keys that are there.
    const present = new Set(keys.map(columnKey));
    const mapping = Object.fromEntries(
      Object.entries(context.mapping).filter(([column]) => present.has(columnKey(column))),
    );
    const plan = context.isLook === true ? guessColumns(keys) : planColumns(keys, mapping);
    context.onPlan(plan);
    [lastKeys, lastPlan] = [joined, plan];
    return plan;
  };
  return (row, value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      return {
        row,
        broken: 'Hier staat geen notitie. Een notitie is een JSON-object, zoals {"bronId": …, "tekst": …}.',
      };
    }
    const keys = Object.keys(value);
    if (keys.length > COLUMNS_MAX) {
      return { row, broken: TOO_MANY_FIELDS };
    }
    let plan: ColumnPlan;
    try {
      plan = planFor(keys);
    } catch (error) {
      if (error instanceof ProductError) return { row, broken: error.message };
      throw error;
    }
    const cells: string[] = [];
    for (const [index, cell] of Object.values(value).entries()) {
      const text = toCell(cell);
      if (text === undefined && plan.fieldOfColumn[index] !== undefined) {
        return {
          row,
          broken: `Het veld "${plan.fieldOfColumn[index]}" is geen tekst, getal of ja/nee. Stuur een gewone waarde.`,
        };
      }
      cells.push(text ?? "");
    }
    return isBlankRow(cells) ? undefined : { row, cells, plan, dateSystem: 1900 };
  };
}

function toCell(value: unknown): string | undefined {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
