/** A stretch of digits and the letters that a scanner writes for 0 and 1. */
const NUMERIC_STRETCH = /[0-9OolI]*[0-9][0-9OolI]*/g;
/** A stretch of such letters alone; it counts as digits only right beside a number. */
const LETTERS_ONLY = /(?<![\p{L}\p{N}])[OolI]{1,6}(?![\p{L}\p{N}])/gu;
const LETTER = /\p{L}/u;
const NEIGHBOUR_BEFORE = /[0-9][ .\-/()\n]{1,2}$/;
const NEIGHBOUR_AFTER = /^[ .\-/()\n]{1,2}[0-9]/;

function asDigits(stretch: string): string {
  return stretch.replace(/[Oo]/g, "0").replace(/[lI]/g, "1");
}

/**
 * Reads O as 0 and l or I as 1 inside numbers, without changing the length. Letters at the edge of a number that belong
 * to a word glued to it stay letters (`tel0600…` keeps its l). Costs O(n).
 */
export function repairDigits(text: string): string {
  if (!/[0-9]/.test(text) || !/[OolI]/.test(text)) return text;
  const repaired = text.replace(NUMERIC_STRETCH, (stretch, at: number) => {
    const first = stretch.search(/[0-9]/);
    let last = stretch.length - 1;
    while (!/[0-9]/.test(stretch.charAt(last))) last--;
    const gluedBefore = first > 0 && LETTER.test(text.charAt(at - 1));
    const gluedAfter = last < stretch.length - 1 && LETTER.test(text.charAt(at + stretch.length));
    const from = gluedBefore ? first : 0;
    const to = gluedAfter ? last + 1 : stretch.length;
    return stretch.slice(0, from) + asDigits(stretch.slice(from, to)) + stretch.slice(to);
  });
  return repaired.replace(LETTERS_ONLY, (stretch, at: number) => {
    const before = NEIGHBOUR_BEFORE.test(repaired.slice(Math.max(0, at - 3), at));
    const after = NEIGHBOUR_AFTER.test(repaired.slice(at + stretch.length, at + stretch.length + 3));
    // A single letter needs a number on one side and no word on the other: "1 O 5", not "kamer 1 I zie".
    return before || (after && stretch.length > 1) || (after && /[Ol]/.test(stretch)) ? asDigits(stretch) : stretch;
  });
}
