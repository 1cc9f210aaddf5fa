import { LINE_CHARACTERS_MAX } from "../../limits.js";

/** One line of a text, or the news that it was too long to keep. */
export type Line =
  | { readonly number: number; readonly text: string }
  | { readonly number: number; readonly tooLong: true };

/** Cuts a text into lines and leaves empty ones out, though they count. A line over the limit is dropped while it streams by, so it never stands in memory whole. */
export async function* readLines(
  parts: AsyncIterable<string>,
  charactersMax = LINE_CHARACTERS_MAX,
): AsyncGenerator<Line> {
  let pending: string[] = [];
  let pendingLength = 0;
  let tooLong = false;
  let number = 1;
  const keep = (piece: string): void => {
    pendingLength += piece.length;
    if (pendingLength <= charactersMax) pending.push(piece);
    else [tooLong, pending] = [true, []];
  };
  const close = (): Line => {
    const line: Line = tooLong ? { number, tooLong: true } : { number, text: pending.join("") };
    [pending, pendingLength, tooLong] = [[], 0, false];
    number += 1;
    return line;
  };
  for await (const part of parts) {
    let start = 0;
    for (let end = part.indexOf("\n"); end >= 0; end = part.indexOf("\n", start)) {
      if (end > start) keep(part.slice(start, end));
      start = end + 1;
      // A file of nothing but line ends must not cost a turn per line.
      if (pendingLength > 0) yield close();
      else number += 1;
    }
    if (start < part.length) keep(part.slice(start));
  }
  if (pendingLength > 0) yield close();
}
