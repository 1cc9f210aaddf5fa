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

const STRUCTURES = new Map(
  REGISTRY.split(/\s/).map((line): [string, string] => [
    line.slice(0, 2),
    line.replace(/^../, "").replace(/(\d+)([nac])/g, (_, times: string, kind: string) => kind.repeat(Number(times))),
  ]),
);

const ALPHANUMERIC = /[A-Za-z0-9]/;
const SEPARATOR = /[ .\-/\n\r\t_:]/;
/** Two separators in a row and a line break with its indent are the most that one number is broken by. */
const SEPARATORS_MAX = 4;
const DIGIT_FOR: Readonly<Record<string, string>> = { O: "0", Q: "0", I: "1", L: "1", S: "5", B: "8", Z: "2" };
const LETTER_FOR: Readonly<Record<string, string>> = { "0": "O", "1": "I", "5": "S", "8": "B", "2": "Z" };
const ACCOUNT_WORD = /rekening|iban|bank|betal|overma|stort|giro/i;

interface Reading {
  readonly characters: string;
  readonly end: number;
}

/** So many letters and digits from a place on, over the separators between them; undefined when something else comes first. */
function readOn(text: string, from: number, length: number): Reading | undefined {
  let characters = "";
  let gap = 0;
  for (let at = from; at < text.length; at++) {
    const character = text.charAt(at);
    if (ALPHANUMERIC.test(character)) {
      characters += character;
      gap = 0;
      if (characters.length === length) return { characters: characters.toUpperCase(), end: at + 1 };
    } else if (!SEPARATOR.test(character) || ++gap > SEPARATORS_MAX) return undefined;
  }
  return undefined;
}

/** The spellings that a scan may have meant, by what the country's structure wants in each place. */
function readings(country: string, characters: string, structure: string): string[] {
  const check = characters.slice(2, 4).replace(/\D/g, (letter) => DIGIT_FOR[letter] ?? letter);
  const read = (free: Readonly<Record<string, string>>): string =>
    [...structure]
      .map((kind, index) => {
        const character = characters.charAt(index + 4);
        const table = kind === "n" ? DIGIT_FOR : kind === "a" ? LETTER_FOR : free;
        return table[character] ?? character;
      })
      .join("");
  const account = read({});
  return [account, read(DIGIT_FOR), account.replace(/I/g, "L")].map((spelling) => country + check + spelling);
}

/** Digits and letters stand where the country wants them; what stands where it wants either is free. */
function hasShape(iban: string, structure: string): boolean {
  return [...structure].every((kind, index) => {
    const isDigit = /\d/.test(iban.charAt(index + 4));
    return kind === "c" || isDigit === (kind === "n");
  });
}

/** So many look-alikes in a row do not occur in words. */
const LOOK_ALIKE_PLACES_MIN = 8;
/** Two letters and a digit, or what a scanner makes of them, with what may stand between. */
const START = /([A-Za-z])(?=([\s.-]{0,4})([A-Za-z1])[\s.-]{0,4}[0-9OoIlQSBZ])/g;

export function findIbans(note: ReadableNote): Candidate[] {
  const { text } = note;
  // Without a single digit nothing is an account number, however badly scanned.
  if (!/\d/.test(text)) return [];
  const found: Candidate[] = [];
  for (const { 1: first, 2: gap, 3: second, index: start } of text.matchAll(START)) {
    const isGlued = ALPHANUMERIC.test(text.charAt(start - 1));
    // "rekening ES…" is no "G E": letters that stand apart begin an account number only at the start of a word.
    if (gap !== "" && isGlued) continue;
    const country = `${first}${second}`.toUpperCase().replace("N1", "NL").replace("NI", "NL");
    const structure = STRUCTURES.get(country);
    if (structure === undefined) continue;
    const reading = readOn(text, start, structure.length + 4);
    if (!reading || !/^..[0-9OIQLSBZ]{2}/.test(reading.characters)) continue;
    if (!isMostlyDigits(text.slice(start, reading.end), structure)) continue;
    const spellings = readings(country, reading.characters, structure);
    // One with a wrong check digit must at least stand apart, and a foreign one behind a word for it.
    const isApart = !isGlued && !ALPHANUMERIC.test(text.charAt(reading.end));
    const isExpected = country === "NL" || ACCOUNT_WORD.test(text.slice(Math.max(0, start - 60), start));
    const isShaped = isApart && isExpected && spellings.some((spelling) => hasShape(spelling, structure));
    if (isShaped || spellings.some(isIban)) found.push({ start, end: reading.end, type: "IBAN" });
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
  return plain.replace(/\D/g, "").length >= ((places.length || structure.length / 2) + 2) / 2;
}
