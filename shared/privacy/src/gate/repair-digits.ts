/** A stretch of digits and the letters that a scanner writes for 0 and 1. */
const NUMERIC_STRETCH = /[0-9OolI]*[0-9][0-9OolI]*/g;
/** Stretches in a row, each of digits and such letters only: "9 9 l O 2", "O6-OOOO l723". */
const CHAIN = /(?<![\p{L}\p{N}])[0-9OolI]{1,20}(?:[ .\-/()\n\r]{1,4}[0-9OolI]{1,20}){1,40}(?![\p{L}\p{N}])/gu;
/** A chain with one digit in it is a number only when it is as long as one. */
const CHAIN_LENGTH_MIN = 8;
const LETTER = /\p{L}/u;
/** A number of eight places or more in which a scanner took a few digits for letters that look like them: 99993687G, 29OO 114 47B. */
const MISREAD = /(?<![\p{L}\p{N}])[0-9OolIBSZG](?:[ .-]?[0-9OolIBSZG]){7,15}(?![\p{L}\p{N}])/gu;
const LOOK_ALIKES: Readonly<Record<string, string>> = { B: "8", S: "5", Z: "2", G: "6" };
const MISREAD_SHARE_MAX = 0.25;

function asDigits(stretch: string): string {
  return stretch.replace(/[Oo]/g, "0").replace(/[lI]/g, "1");
}

/** Digits on both sides of a letter, or in front of one at the end, and few letters among many digits. */
function readMisread(number: string): string {
  const places = number.replace(/[ .-]/g, "");
  const letters = places.match(/[BSZG]/g)?.length ?? 0;
  if (letters === 0 || letters > places.length * MISREAD_SHARE_MAX || !/^\d/.test(places)) return number;
  return number.replace(/[BSZG]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
}

/**
 * Reads O as 0 and l or I as 1 inside numbers, without changing the length. Letters at the edge of a number that belong
 * to a word glued to it stay letters (`tel0600…` keeps its l). Costs O(n).
 */
export function repairDigits(text: string): string {
  if (!/[0-9]/.test(text) || !/[OolIBSZG]/.test(text)) return text;
  const repaired = text.replace(MISREAD, readMisread).replace(NUMERIC_STRETCH, (stretch, at: number) => {
    const first = stretch.search(/[0-9]/);
    let last = stretch.length - 1;
    while (!/[0-9]/.test(stretch.charAt(last))) last--;
    const gluedBefore = first > 0 && LETTER.test(text.charAt(at - 1));
    const gluedAfter = last < stretch.length - 1 && LETTER.test(text.charAt(at + stretch.length));
    const from = gluedBefore ? first : 0;
    const to = gluedAfter ? last + 1 : stretch.length;
    return stretch.slice(0, from) + asDigits(stretch.slice(from, to)) + stretch.slice(to);
  });
  return repaired.replace(CHAIN, (chain) => {
    const real = chain.match(/[0-9]/g)?.length ?? 0;
    const long = (chain.match(/[0-9OolI]/g)?.length ?? 0) >= CHAIN_LENGTH_MIN;
    return real > 1 || (real === 1 && long) ? asDigits(chain) : chain;
  });
}
