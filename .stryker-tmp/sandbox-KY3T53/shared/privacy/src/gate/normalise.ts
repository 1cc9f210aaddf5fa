import { findPlaceholders } from "./find-placeholders.js";
import type { ReadableNote } from "./readable-note.js";
import { repairDigits } from "./repair-digits.js";

/** Characters that show nothing: soft hyphen, joiners, direction marks, byte order mark, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** Anything but plain letters and signs; a note without it is taken as it stands, which is nearly every note. */
const UNUSUAL = /[^\t\n\r -~¡-¬®-ıĴ-ʯḀ-ỿ‘’“”„•…€]/;
const MARK = /\p{M}/u;
const SPACE = /\p{Zs}|\p{Cc}/u;
const LINE = /\p{Zl}|\p{Zp}/u;
const DASH = /\p{Pd}|−/u;
const DIGIT = /\p{Nd}/u;

/** One raw character as the detectors read it: a plain space, dash, digit or letter for its many look-alikes. */
function plain(character: string): string {
  if (/^[\t\n\r -~]$/.test(character)) return character;
  if (LINE.test(character)) return "\n";
  if (SPACE.test(character)) return " ";
  if (DASH.test(character)) return "-";
  const compatible = character.normalize("NFKC");
  if (/^[ -~]$/.test(compatible)) return compatible;
  return DIGIT.test(character) ? digitOf(character) : character;
}

/** Decimal digits of every script stand in runs of ten that begin with zero. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

/**
 * Makes a raw text readable. A text of n characters costs O(n) time; the offset map is only made when something
 * changed. The ligature ĳ is read as two letters that both point at the one raw character.
 */
export function normalise(raw: string): ReadableNote {
  if (!UNUSUAL.test(raw))
    return readable(
      raw,
      (offset) => offset,
      (offset) => offset,
    );
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  const put = (characters: string, start: number, end: number): void => {
    for (let index = 0; index < characters.length; index++) {
      starts.push(start);
      ends.push(end);
    }
    text += characters;
  };
  let at = 0;
  while (at < raw.length) {
    const character = String.fromCodePoint(raw.codePointAt(at) ?? 0);
    let end = at + character.length;
    if (!INVISIBLE.test(character)) {
      while (end < raw.length && MARK.test(raw.charAt(end)) && !INVISIBLE.test(raw.charAt(end))) end++;
      if (end > at + character.length) put(raw.slice(at, end).normalize("NFC"), at, end);
      else if (character === "ĳ" || character === "Ĳ") put(character === "ĳ" ? "ij" : "IJ", at, end);
      else put(plain(character), at, end);
    }
    at = end;
  }
  const length = text.length;
  return readable(
    text,
    (offset) => (offset < length ? (starts[offset] ?? raw.length) : raw.length),
    (offset) => (offset > 0 ? (ends[offset - 1] ?? 0) : 0),
  );
}

function readable(
  text: string,
  rawStart: (offset: number) => number,
  rawEnd: (offset: number) => number,
): ReadableNote {
  return { text, digits: repairDigits(text), placeholders: findPlaceholders(text), rawStart, rawEnd };
}
