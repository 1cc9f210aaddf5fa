import type { TableRow } from "../../row/table-row.js";
import { createObjectReader } from "../jsonl/read-object.js";
import type { ReadContext } from "../read-context.js";

/** Reads notes that are already parsed, such as the body of an API call. The first value is row 1. */
export async function* readRows(
  values: Iterable<unknown> | AsyncIterable<unknown>,
  context: ReadContext,
): AsyncGenerator<TableRow> {
  const readObject = createObjectReader(context);
  let row = 0;
  for await (const value of values) {
    row += 1;
    const read = readObject(row, value);
    // A note without any value is a mistake of the sender here, not an empty line of a sheet.
    yield read ?? { row, broken: "Deze notitie is leeg. Vul de velden bronId, datum, team, wijk en tekst in." };
  }
}
