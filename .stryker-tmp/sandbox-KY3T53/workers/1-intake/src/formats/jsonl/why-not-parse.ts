import { COLUMNS_MAX, JSON_DEPTH_MAX } from "../../limits.js";
import { TOO_MANY_FIELDS } from "./read-object.js";

/** Short lines cost nothing to parse, whatever stands in them. */
const LOOK_FROM_CHARACTERS = 16 * 1024;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * Why a line is not worth parsing: brackets upon brackets, or more values than a note has. Parsed, such a line takes a
 * hundred times its size in memory. One pass over a long line; a note's text is one value, however long.
 */
export function whyNotParse(line: string): string | undefined {
  if (line.length < LOOK_FROM_CHARACTERS) return undefined;
  let depth = 0;
  let values = 1;
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if (code === QUOTE) index = endOfString(line, index);
    else if (code === COMMA) values += 1;
    else if (OPENING.has(code)) depth += 1;
    else if (CLOSING.has(code)) depth -= 1;
    if (depth > JSON_DEPTH_MAX) return "Deze notitie heeft velden in velden in velden. Stuur alleen gewone waarden.";
    if (values > COLUMNS_MAX) return TOO_MANY_FIELDS;
  }
  return undefined;
}

function endOfString(line: string, start: number): number {
  for (let index = start + 1; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if (code === BACKSLASH) index += 1;
    else if (code === QUOTE) return index;
  }
  return line.length;
}
