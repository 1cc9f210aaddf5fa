import type { ReadableNote } from "./readable-note.js";

/** Digits that stand together, and the groups they form with single separators between them. */
export interface DigitGroup {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
}

/** Groups in a row with nothing but number separators between them: one number, or a few beside each other. */
export type NumberRun = readonly DigitGroup[];

/** Up to four separators, as in "06 - 12" or ") \n"; a comma, a semicolon, a bar and a tab part two numbers. */
const SEPARATORS = /^[ .\-/()\n\r_]{1,4}$/;
/** A run longer than this is a table or an attack, not a number; it is cut so that windows stay few. */
const GROUPS_MAX = 40;

export function findNumberRuns(note: ReadableNote): NumberRun[] {
  const runs: DigitGroup[][] = [];
  for (const match of note.digits.matchAll(/[0-9]+/g)) {
    const group = { start: match.index, end: match.index + match[0].length, digits: match[0] };
    const run = runs.at(-1);
    if (run && run.length < GROUPS_MAX && SEPARATORS.test(note.digits.slice(run.at(-1)?.end, group.start)))
      run.push(group);
    else runs.push([group]);
  }
  return runs;
}
