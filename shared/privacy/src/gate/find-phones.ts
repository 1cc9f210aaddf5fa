import type { Candidate } from "./candidate.js";
import type { DigitGroup, NumberRun } from "./number-runs.js";
import type { ReadableNote } from "./readable-note.js";

/**
 * Telephone numbers. Source: the Dutch numbering plan (Nummerplan telefoon- en ISDN-diensten): ten digits from 0, or
 * the country code 31 and nine. Foreign numbers need a plus or 00. Costs O(groups²) a run of at most 40 groups.
 */
const PHONE_WORD =
  /(?:tel(?:efoon)?|tele foon|mobiel|mob|gsm|bel(?:t|len|de)?|nummer|nr|bereik(?:baar)?|app(?:en|t)?|whatsapp|fax|[tm])\b[^\d\n]{0,25}$/i;
/** "Zendingnummer 0034…": the number of a thing. */
const PRODUCT_BEFORE =
  /(?:zending|track\S*|barcode|pakket|ean|imei|serie|artikel|bestel)[\s-]{0,2}(?:nummer|nr|code)?\.?[:\s]{0,2}$/i;
const NATIONAL_DIGITS = 10;
/** A number without its area code, or a mobile one with a digit too few or too many. */
const LOCAL = /^[2-9]\d{5,7}$/;
const MOBILE = /^06\d{6,9}$/;

const digitsOf = (run: NumberRun): string => run.map(({ digits }) => digits).join("");

/** A plus before the number, with at most a bracket or a space between. */
function hasPlus(text: string, group: DigitGroup): number | undefined {
  const match = /\+[( ]{0,2}$/.exec(text.slice(Math.max(0, group.start - 3), group.start));
  return match ? group.start - match[0].length : undefined;
}

function isNational(digits: string): boolean {
  return digits.length === NATIONAL_DIGITS && /^0[1-9]/.test(digits);
}

function isInternational(digits: string): boolean {
  if (digits.startsWith("31")) return /^31(?:0?[1-9]\d{8})$/.test(digits);
  return /^[1-9]\d{7,14}$/.test(digits);
}

export function findPhones(
  note: ReadableNote,
  runs: readonly NumberRun[],
  isPublicNumber: (digits: string) => boolean,
): Candidate[] {
  const found: Candidate[] = [];
  for (const run of runs) {
    for (let rest = run; rest.length > 0; ) {
      const phone = rest.slice(0, groupsOfPhone(note, rest, rest === run));
      rest = rest.slice(Math.max(1, phone.length));
      const [first] = phone;
      const last = phone.at(-1);
      if (!first || !last || isPublicNumber(digitsOf(phone))) continue;
      if (!PRODUCT_BEFORE.test(note.text.slice(Math.max(0, first.start - 24), first.start))) {
        const plus = hasPlus(note.text, first);
        const bracket =
          note.text.charAt(first.start - 1) === "(" && note.text.slice(first.end, last.start + 1).includes(")");
        found.push({ start: plus ?? (bracket ? first.start - 1 : first.start), end: last.end, type: "PHONE" });
      }
    }
  }
  return found;
}

/** How many groups the phone number has that starts at the first of these; 0 if none does. */
function groupsOfPhone(note: ReadableNote, groups: NumberRun, isWholeRun: boolean): number {
  const start = groups[0]?.start ?? 0;
  const plus = groups[0] && hasPlus(note.text, groups[0]) !== undefined;
  let digits = "";
  let best = 0;
  for (const [index, group] of groups.entries()) {
    const between = note.text.slice(groups[index - 1]?.end, group.start);
    // After a line break a new number may start, so a complete number is not stretched over it.
    if (best > 0 && /[\n\r]/.test(between)) break;
    digits += group.digits;
    if (plus ? isInternational(digits) : isNational(digits)) best = index + 1;
    else if (digits.startsWith("00") && isInternational(digits.slice(2))) best = index + 1;
  }
  if (best > 0) return best;
  // Only all the digits there are: what stands behind others may be the rest of another number.
  const before = note.text.slice(Math.max(0, start - 40), start);
  if (!isWholeRun || !PHONE_WORD.test(before)) return 0;
  const named = /(?:tel|telefoon|telnr|mobiel|bel(?:t|len)? op|bereikbaar op)\W{0,4}$/i.test(before);
  return MOBILE.test(digits) || (named && LOCAL.test(digits)) ? groups.length : 0;
}

const DIGIT_WORD = "(?:nul|nulzes|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|dubbel)";
const SPOKEN = new RegExp(`(?<!\\p{L})${DIGIT_WORD}(?:[ ,.\\-\\n]{1,3}${DIGIT_WORD}){6,20}(?!\\p{L})`, "giu");

/** A number spelled out digit by digit, as speech recognition writes it; seven words at least. */
export function findSpokenPhones(note: ReadableNote): Candidate[] {
  return [...note.text.matchAll(SPOKEN)]
    .filter((match) => /nul/i.test(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, type: "PHONE" }));
}
