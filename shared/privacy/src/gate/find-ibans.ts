import type { Candidate } from "./candidate.js";
import { isIban } from "./checksums.js";
import type { ReadableNote } from "./readable-note.js";

/**
 * IBANs of every kind of spelling. Source: the IBAN registry (SWIFT, ISO 13616): country, then the account part as runs
 * of n (digits), a (letters) and c (either). The scan tries every place where two letters of a known country are
 * followed by two digits and reads on over separators, at most 34 characters: O(n).
 */
const REGISTRY = `AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BR23n1a1c BY4c4n16c CH5n12c CR18n
CY8n16c CZ20n DE18n DJ23n DK14n DO4c20n EE16n EG25n ES20n FI14n FO14n FR10n11c2n GB4a14n GE2a16n GI4a15c GL14n GR7n16c
GT4c20c HR17n HU24n IE4a14n IL19n IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c KZ3n13c LB4n20c LC4a24c LI5n12c LT16n
LU3n13c LV4a13c LY21n MC10n11c2n MD2c18c ME18n MK3n10c2n MR23n MT4a5n18c MU4a19n3a NL4a10n NO11n PK4a16c PL24n PS4a21c
PT21n QA4a21c RO4a16c RS18n SA2n18c SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c ST21n SV4a20n TL19n TN20n TR6n16c UA6n19c
VA18n VG4a16n XK16n MA24n DZ22n SN4a20n CM23n CI4a20n`;

const STRUCTURES = new Map<string, string>();
for (const line of REGISTRY.split(/\s+/)) {
  const kinds = [...line.slice(2).matchAll(/(\d+)([nac])/g)].map((part) => (part[2] ?? "").repeat(Number(part[1])));
  STRUCTURES.set(line.slice(0, 2), kinds.join(""));
}

const ALPHANUMERIC = /[A-Za-z0-9]/;
const SEPARATOR = /[ .\-/\n\r\t_:]/;
/** Two separators in a row and a line break with its indent are the most that one number is broken by. */
const SEPARATORS_MAX = 4;
const DIGIT_FOR: Readonly<Record<string, string>> = { O: "0", Q: "0", I: "1", L: "1", S: "5", B: "8", Z: "2" };
const LETTER_FOR: Readonly<Record<string, string>> = { "0": "O", "1": "I", "5": "S", "8": "B", "2": "Z" };
const ACCOUNT_WORD = /rekening|iban|bank|betal|overma|stort|giro/i;

interface Reading {
  readonly characters: string;
  /** For each character the offset after it. */
  readonly ends: readonly number[];
}

function readOn(text: string, from: number, length: number): Reading | undefined {
  let characters = "";
  const ends: number[] = [];
  let gap = 0;
  for (let at = from; at < text.length && characters.length < length; at++) {
    const character = text.charAt(at);
    if (ALPHANUMERIC.test(character)) {
      characters += character;
      ends.push(at + 1);
      gap = 0;
    } else if (SEPARATOR.test(character) && gap < SEPARATORS_MAX) gap++;
    else return undefined;
  }
  return characters.length === length ? { characters: characters.toUpperCase(), ends } : undefined;
}

/** The spellings that a scan may have meant, by what the country's structure wants in each place. */
function readings(characters: string, structure: string): string[] {
  const country = characters.slice(0, 2);
  const check = [...characters.slice(2, 4)].map((character) => DIGIT_FOR[character] ?? character).join("");
  let exact = "";
  let numeric = "";
  for (let index = 0; index < structure.length; index++) {
    const kind = structure.charAt(index);
    const character = characters.charAt(index + 4);
    const digit = DIGIT_FOR[character] ?? character;
    const letter = LETTER_FOR[character] ?? character;
    exact += kind === "n" ? digit : kind === "a" ? letter : character;
    numeric += kind === "a" ? letter : digit;
  }
  const spellings = [country + check + exact];
  if (numeric !== exact) spellings.push(country + check + numeric);
  const withL = exact.replace(/I/g, "L");
  if (withL !== exact) spellings.push(country + check + withL);
  return spellings;
}

function hasShape(iban: string, structure: string): boolean {
  for (let index = 0; index < structure.length; index++) {
    const isDigit = /\d/.test(iban.charAt(index + 4));
    const kind = structure.charAt(index);
    if ((kind === "n" && !isDigit) || (kind === "a" && isDigit)) return false;
  }
  return /^\d\d$/.test(iban.slice(2, 4));
}

/** Without a single digit nothing is an account number, however badly scanned. */
const DIGITS_MIN = 1;
/** So many look-alikes in a row do not occur in words. */
const LOOK_ALIKE_PLACES_MIN = 8;
const START = /[A-Za-z][\s.-]{0,4}[A-Za-z1][\s.-]{0,4}[0-9OoIlQSBZ]/g;

export function findIbans(note: ReadableNote): Candidate[] {
  const { text } = note;
  if ((text.match(/[0-9]/g)?.length ?? 0) < DIGITS_MIN) return [];
  const found: Candidate[] = [];
  let from = 0;
  START.lastIndex = 0;
  while (from < text.length) {
    START.lastIndex = from;
    const match = START.exec(text);
    if (!match) break;
    from = match.index + 1;
    // "rekening ES…" is no "G E": letters that stand apart begin an account number only at the start of a word.
    if (/^.[\s.-]/.test(match[0]) && ALPHANUMERIC.test(text.charAt(match.index - 1))) continue;
    const first = text.charAt(match.index).toUpperCase();
    const second = text
      .slice(match.index + 1)
      .replace(/^[\s.-]{1,4}/, "")
      .charAt(0)
      .toUpperCase();
    const country = first === "N" && /[1I]/.test(second) ? "NL" : first + second;
    const structure = STRUCTURES.get(country);
    if (structure === undefined) continue;
    const reading = readOn(text, match.index, structure.length + 4);
    if (!reading || !/^[0-9OIQLSBZ]{2}$/.test(reading.characters.slice(2, 4))) continue;
    const spellings = readings(country + reading.characters.slice(2), structure);
    if (!isMostlyDigits(text.slice(match.index, reading.ends.at(-1)), structure)) continue;
    const valid = spellings.some(isIban);
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    const shaped =
      spellings.some((spelling) => hasShape(spelling, structure)) && isTidy(text, match.index, reading.ends);
    if (!valid && !(shaped && (country === "NL" || ACCOUNT_WORD.test(before)))) continue;
    const end = reading.ends.at(-1) ?? match.index;
    found.push({ start: match.index, end, type: "IBAN" });
  }
  return found;
}

/**
 * Words can pass mod 97 once letters may be read as digits. An account number shows nothing but digits and their
 * look-alikes where digits belong, or real digits in half of those places.
 */
function isMostlyDigits(written: string, structure: string): boolean {
  const plain = written.replace(/[^A-Za-z0-9]/g, "");
  const places = [...structure].flatMap((kind, index) => (kind === "n" ? [plain.charAt(index + 4)] : []));
  if (places.length >= LOOK_ALIKE_PLACES_MIN && places.every((character) => /[0-9OolI]/.test(character))) return true;
  return (plain.match(/[0-9]/g)?.length ?? 0) >= ((places.length || structure.length / 2) + 2) / 2;
}

/** An account number with a wrong check digit must at least stand apart: letters and digits glued to it spoil it. */
function isTidy(text: string, start: number, ends: readonly number[]): boolean {
  const end = ends.at(-1) ?? start;
  return !ALPHANUMERIC.test(text.charAt(start - 1)) && !ALPHANUMERIC.test(text.charAt(end));
}
