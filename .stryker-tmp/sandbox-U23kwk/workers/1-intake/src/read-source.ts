import { readRows as readValues } from "./formats/values/read-rows.js";
import type { ReadingContext, SourceReader } from "./reading-thread/open-source-reader.js";
import { type HashText, type ReadRow, toDataRow } from "./row/data-row.js";
import type { TableRow } from "./row/table-row.js";
import type { NoteSource } from "./source/note-source.js";

/**
 * The rows of a source, their text wrapped. Files are taken apart in a thread; values that are parsed already, as of an API
 * call, need none.
 */
export async function* readSource(
  source: NoteSource,
  reader: SourceReader,
  context: ReadingContext & { readonly hashText: HashText },
): AsyncGenerator<ReadRow> {
  for await (const row of tableRows(source, reader, context)) yield toDataRow(row, context.hashText);
}

function tableRows(source: NoteSource, reader: SourceReader, context: ReadingContext): AsyncIterable<TableRow> {
  if (source.kind !== "values") return reader.read(source, context);
  const ignored = new Set<string>();
  return readValues(source.values, {
    mapping: context.mapping,
    onPlan(plan) {
      for (const heading of plan.ignored) ignored.add(heading);
      context.onProgress({ bytes: 0, totalBytes: undefined, ignored: [...ignored] });
    },
    onBytes: () => {},
  });
}
