import type { SourceReader } from "../reading-thread/open-source-reader.js";
import { parseDay } from "../row/parse-day.js";
import { parseYesNo } from "../row/parse-yes-no.js";
import type { NoteSource } from "../source/note-source.js";
import { columnKey, type FieldName } from "./field-names.js";
import { shownHeading } from "./plan-columns.js";

/** What a column seems to hold. A kind and never a value: a column of notes must not show on a screen. */
export type ColumnKind = "empty" | "date" | "yes-no" | "number" | "short" | "text";

export interface LookedColumn {
  /** As it stands in the file. */
  readonly heading: string;
  /** What may be shown of it; absent when it reads like a sentence, which can be a note in the wrong place. */
  readonly name?: string;
  readonly guess: FieldName | undefined;
  readonly kind: ColumnKind;
}

/** Enough rows to tell a column of dates from one of texts. */
const ROWS_LOOKED_AT = 50;
/** Longer than any code or name of a place. */
const SHORT_CHARACTERS_MAX = 60;
const ANY_DAY = "9999-12-31";

/**
 * Looks at the headings of a file and at what its first rows hold. Throws a `ProductError` for what cannot be read at all. Cost: the
 * first rows; a workbook is unpacked as far as them.
 */
export async function lookAtColumns(
  source: Exclude<NoteSource, { kind: "values" }>,
  reader: SourceReader,
): Promise<readonly LookedColumn[]> {
  const columns = new Map<string, { heading: string; guess: FieldName | undefined; cells: string[] }>();
  let rows = 0;
  for await (const row of reader.read(source, { mapping: {}, isLook: true, onProgress: () => undefined })) {
    if ("broken" in row) continue;
    rows += 1;
    for (const [index, heading] of row.plan.headings.entries()) {
      const key = columnKey(heading);
      if (key === "") continue;
      const column = columns.get(key) ?? { heading, guess: row.plan.fieldOfColumn[index], cells: [] };
      columns.set(key, column);
      column.cells.push(row.cells[index] ?? "");
    }
    if (rows >= ROWS_LOOKED_AT) break;
  }
  return [...columns.values()].map(({ heading, guess, cells }) => {
    const name = shownHeading(heading);
    return { heading, ...(name !== undefined && { name }), guess, kind: kindOf(cells) };
  });
}

function kindOf(cells: readonly string[]): ColumnKind {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (filled.length === 0) return "empty";
  if (filled.every((cell) => parseYesNo(cell) !== undefined)) return "yes-no";
  if (filled.every((cell) => /^\d+$/.test(cell))) return "number";
  if (filled.every((cell) => "day" in parseDay(cell, ANY_DAY))) return "date";
  return filled.some((cell) => cell.length > SHORT_CHARACTERS_MAX) ? "text" : "short";
}
