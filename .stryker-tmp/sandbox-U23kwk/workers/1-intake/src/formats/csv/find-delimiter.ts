import { ProductError } from "@rode-draad/domain";
import { fieldOf } from "../../columns/plan-columns.js";
import { COLUMNS_MAX } from "../../limits.js";

const DELIMITERS = [",", ";", "\t", "|"] as const;

export interface Delimiter {
  readonly delimiter: string;
  /** Characters before the row of headings: Excel's `sep=` line with its line end. */
  readonly skip: number;
}

/**
 * Which sign parts the columns. Excel's `sep=` line says so; else it is the sign that cuts the first line into the most
 * headings we know, and with equal scores into the most headings. `known` are headings that a person mapped.
 */
export function findDelimiter(head: string, known: readonly string[] = []): Delimiter {
  const stated = /^"?sep=(.)"?(\r\n|\n|\r)/i.exec(head);
  if (stated !== null) return { delimiter: stated[1] ?? ",", skip: stated[0].length };
  const mapped = new Set(known);
  let best: string = ",";
  let bestScore = -1;
  for (const delimiter of DELIMITERS) {
    const headings = cutFirstLine(head, delimiter);
    const hits = headings.filter((heading) => fieldOf(heading) !== undefined || mapped.has(heading.trim())).length;
    const score = hits * 1_000 + Math.min(headings.length, 999);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return { delimiter: best, skip: 0 };
}

/** Throws when the part of the first line in hand already holds more headings than we read. */
export function checkWidth(head: string, { delimiter, skip }: Delimiter): void {
  if (cutFirstLine(head.slice(skip), delimiter).length > COLUMNS_MAX) throw tooManyColumns();
}

export function tooManyColumns(): ProductError {
  return new ProductError(
    "intake.too-many-columns",
    `Het bestand heeft meer dan ${COLUMNS_MAX} kolommen. Laat alleen de kolommen van de notitie staan en probeer het opnieuw.`,
  );
}

function cutFirstLine(head: string, delimiter: string): string[] {
  const headings: string[] = [];
  let quoted = false;
  let start = 0;
  let index = 0;
  for (; index < head.length; index += 1) {
    const sign = head[index];
    if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === delimiter) {
      headings.push(unquote(head.slice(start, index)));
      start = index + 1;
    } else if (sign === "\n" || sign === "\r") break;
  }
  headings.push(unquote(head.slice(start, index)));
  return headings;
}

function unquote(heading: string): string {
  return heading.trim().replace(/^"(.*)"$/s, "$1");
}
