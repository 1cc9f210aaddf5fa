import { readRows as readCsv } from "./formats/csv/read-rows.js";
import { readRows as readJsonl } from "./formats/jsonl/read-rows.js";
import type { ReadContext } from "./formats/read-context.js";
import { readRows as readValues } from "./formats/values/read-rows.js";
import { readRows as readXlsx } from "./formats/xlsx/read-rows.js";
import type { ReadRow } from "./row/data-row.js";
import { explainFileError, type NoteSource, openSource, type TableFormat } from "./source/note-source.js";

const READERS: Readonly<Record<TableFormat, typeof readCsv>> = { csv: readCsv, xlsx: readXlsx, jsonl: readJsonl };

export interface SourceRows {
  readonly rows: AsyncIterable<ReadRow>;
  readonly totalBytes: number | undefined;
}

/** Opens a source with the reader of its format. */
export async function readSource(source: NoteSource, context: ReadContext): Promise<SourceRows> {
  if (source.kind === "values") return { rows: readValues(source.values, context), totalBytes: undefined };
  const open = await openSource(source);
  return { rows: explained(READERS[open.format](open, context), open.name), totalBytes: open.totalBytes };
}

async function* explained(rows: AsyncIterable<ReadRow>, name: string): AsyncGenerator<ReadRow> {
  try {
    yield* rows;
  } catch (error) {
    throw explainFileError(error, name);
  }
}
