import { RawText } from "@rode-draad/domain";
import type { FieldName } from "../columns/field-names.js";
import { TEXT_CHARACTERS_MAX } from "../limits.js";
import type { DateSystem } from "./parse-day.js";
import type { TableRow } from "./table-row.js";

/** One thing that is wrong with a row: where, and what to do about it. Never holds a value of the row. */
export interface RowProblem {
  readonly row: number;
  /** The heading in the file, or the field's own name when the file has no heading for it; absent for the row as a whole. */
  readonly column?: string;
  readonly field?: FieldName;
  readonly reason: string;
}

/** A row whose cells have found their fields. The text is already out of reach. */
export interface DataRow {
  readonly row: number;
  readonly fields: Readonly<Partial<Record<Exclude<FieldName, "tekst">, string>>>;
  readonly text: RawText | undefined;
  /** Keyed hash of the text, made while the text was still in hand. */
  readonly textHash: string;
  readonly columnOfField: ReadonlyMap<FieldName, string>;
  readonly dateSystem: DateSystem;
  /** What the reader saw was wrong with single cells. */
  readonly problems: readonly RowProblem[];
}

/** A row that could not be taken apart. */
export interface BrokenRow {
  readonly row: number;
  readonly broken: string;
}

export type ReadRow = DataRow | BrokenRow;

const ZERO = "\u0000";
const REPLACEMENT = "\uFFFD";

/** Makes the keyed hash of a text. */
export type HashText = (text: string) => string;

/** Gives cells their fields and wraps the text, which is out of reach from here on. */
export function toDataRow(table: TableRow, hashText: HashText): ReadRow {
  if ("broken" in table) return table;
  const { row, cells, plan, dateSystem } = table;
  if (
    cells.length > plan.fieldOfColumn.length &&
    cells.slice(plan.fieldOfColumn.length).some((cell) => cell.trim() !== "")
  ) {
    return {
      row,
      broken:
        "Deze rij heeft meer cellen dan er kolomnamen zijn. Zet aanhalingstekens om een tekst met scheidingstekens.",
    };
  }
  const fields: Partial<Record<Exclude<FieldName, "tekst">, string>> = {};
  const problems: RowProblem[] = [];
  let text: RawText | undefined;
  let textHash = "";
  for (const [index, field] of plan.fieldOfColumn.entries()) {
    if (field === undefined) continue;
    const value = cells[index] ?? "";
    const reason = characterProblem(value);
    if (reason !== undefined) problems.push({ row, column: plan.columnOfField.get(field) ?? field, field, reason });
    if (field !== "tekst") {
      fields[field] = value;
      continue;
    }
    text = new RawText(value);
    // A text over the limit is refused further on; hashing it would be work for nothing.
    if (value.length <= TEXT_CHARACTERS_MAX) textHash = hashText(value);
  }
  return { row, fields, text, textHash, columnOfField: plan.columnOfField, dateSystem, problems };
}

function characterProblem(value: string): string | undefined {
  if (value.includes(ZERO)) {
    return "Deze cel heeft nul-tekens. Dat is geen gewone tekst. Exporteer de notitie opnieuw.";
  }
  if (value.includes(REPLACEMENT) || hasLoneSurrogate(value)) {
    return "Deze cel heeft tekens die wij niet kunnen lezen. Sla het bestand op als CSV (UTF-8) of als .xlsx.";
  }
  return undefined;
}

/** Half of a character pair: it cannot be written as UTF-8. */
function hasLoneSurrogate(value: string): boolean {
  return /[\uD800-\uDFFF]/u.test(value);
}
