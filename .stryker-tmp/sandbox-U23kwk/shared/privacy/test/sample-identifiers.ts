import fc from "fast-check";

/** Generators of valid identifiers and of the ways in which people, mail programs and scanners write them. */

function bsnFrom(eight: readonly number[]): string | undefined {
  const sum = eight.reduce((total, digit, index) => total + digit * (9 - index), 0);
  const check = sum % 11;
  return check < 10 && sum > 0 ? eight.join("") + check : undefined;
}

export const bsn = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
  .map(bsnFrom)
  .filter((number) => number !== undefined);

const BANKS = ["ABNA", "INGB", "RABO", "TRIO", "SNSB", "ASNB", "KNAB", "BUNQ", "RBRB", "TEST"];
const FOREIGN = [
  ["DE", 18],
  ["BE", 12],
  ["PL", 24],
  ["ES", 20],
  ["PT", 21],
  ["TR", 22],
] as const;

function withCheckDigits(country: string, account: string): string {
  const number = [...`${account}${country}00`].map((character) => Number.parseInt(character, 36)).join("");
  return country + String(98n - (BigInt(number) % 97n)).padStart(2, "0") + account;
}

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(""));

export const iban = fc.oneof(
  fc.tuple(fc.constantFrom(...BANKS), digits(10)).map(([bank, account]) => withCheckDigits("NL", bank + account)),
  fc
    .constantFrom(...FOREIGN)
    .chain(([country, length]) => digits(length).map((account) => withCheckDigits(country, account))),
);

export interface Spelling {
  /** Sizes of the groups, over and over; an empty list is one group. */
  readonly groups: readonly number[];
  readonly separator: string;
  readonly swap: number;
  readonly invisible: number;
  readonly lower: boolean;
}

export const spelling: fc.Arbitrary<Spelling> = fc.record({
  groups: fc.constantFrom<readonly number[]>([], [3], [4], [2], [1], [4, 2, 3], [4, 5], [5, 4], [2, 4]),
  separator: fc.constantFrom(" ", ".", "-", "\u00a0", " \n", "\n", "\u2009", "\u2011"),
  swap: fc.integer({ min: 0, max: 0xffff }),
  invisible: fc.integer({ min: 0, max: 0xffff }),
  lower: fc.boolean(),
});

const INVISIBLES = ["\u200b", "\u00ad", "\u200d", "\ufeff"];

/** Writes an identifier in one of its spellings: grouped, in lower case, with O for 0 and l for 1, cut by the invisible. */
export function spell(value: string, how: Spelling): string {
  let written = "";
  let group = 0;
  let inGroup = 0;
  [...value].forEach((character, index) => {
    const size = how.groups[group % how.groups.length];
    if (size !== undefined && inGroup === size) {
      written += how.separator;
      group++;
      inGroup = 0;
    }
    const swapped = (how.swap >> (index % 16)) & 1;
    if (swapped && character === "0") written += "O";
    else if (swapped && character === "1") written += "l";
    else written += how.lower ? character.toLowerCase() : character;
    if (index < value.length - 1 && (how.invisible >> (index % 16)) % 8 === 7) written += INVISIBLES[index % 4];
    inGroup++;
  });
  return written;
}
