import type { IdentifierSpan } from "@rode-draad/domain";
import { MASKS } from "./masks.js";

/** Puts a mask in the place of every span. Spans are in order and do not overlap; no character of one is left. O(n). */
export function applyMasks(text: string, spans: readonly IdentifierSpan[]): string {
  let masked = "";
  let from = 0;
  for (const span of spans) {
    masked += text.slice(from, span.start);
    // A mask glued to a letter would read as part of that word, so a space parts them.
    if (/\p{L}$/u.test(masked)) masked += " ";
    masked += MASKS[span.type];
    from = span.end;
    if (/^\p{L}/u.test(text.slice(from, from + 1))) masked += " ";
  }
  return masked + text.slice(from);
}
