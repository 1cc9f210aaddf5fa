import { createHash } from "node:crypto";
import type { FieldName } from "./fields.js";

/** How every planted word begins; no other word does. */
const START = "zwiepel";
const SYLLABLES = ["bak", "dor", "kam", "lin", "mof", "nes", "pur", "rol", "sim", "tak", "vos", "wep"];

/** A word or number that stands in one field and came in on one way. */
interface Canary {
  readonly field: FieldName;
  readonly way: string;
  /** Random of our own making, which nobody guesses, so that it may be kept as a plain hash. */
  readonly isRandom?: true;
}

/** What was planted, and which field and way a find belongs to. The same for the same field and way. */
export interface Canaries {
  /** A word of letters, which the gate takes for an ordinary one. */
  word(field: FieldName, way: string): string;
  /** Numbers that anybody can check: a citizen service number, a bank account, a telephone. */
  numbers(field: FieldName, way: string): { readonly bsn: string; readonly iban: string; readonly phone: string };
  /** A secret that the product made itself, to be searched for like the others. */
  secret(field: FieldName, way: string, value: string): void;
  readonly planted: ReadonlyMap<string, Canary>;
}

export function openCanaries(): Canaries {
  const planted = new Map<string, Canary>();
  const keep = <Value extends string>(value: Value, field: FieldName, way: string): Value => {
    planted.set(value.toLowerCase(), { field, way });
    return value;
  };
  return {
    planted,
    word: (field, way) => keep(START + wordFor(`${field}/${way}`), field, way),
    numbers(field, way) {
      const digits = digitsFor(`${field}/${way}`);
      return {
        bsn: keep(bsnFrom(digits), field, way),
        iban: keep(ibanFrom(digits), field, way),
        phone: keep(`06${digits.slice(0, 8)}`, field, way),
      };
    },
    secret: (field, way, value) => void planted.set(value.toLowerCase(), { field, way, isRandom: true }),
  };
}

function wordFor(name: string): string {
  const bytes = createHash("sha256").update(name).digest();
  return [0, 1, 2, 3, 4].map((at) => SYLLABLES[(bytes[at] ?? 0) % SYLLABLES.length]).join("");
}

function digitsFor(name: string): string {
  return BigInt(`0x${createHash("sha256").update(name).digest("hex")}`)
    .toString()
    .slice(-12);
}

/** Eight digits and the one that makes it valid; where none does, the next eight. */
function bsnFrom(digits: string): string {
  for (let eight = Number(`1${digits.slice(0, 7)}`); ; eight += 1) {
    const sum = [...String(eight)].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
    if (sum % 11 < 10) return `${eight}${sum % 11}`;
  }
}

function ibanFrom(digits: string): string {
  const account = `RABO${digits.slice(0, 10)}`;
  const number = [...`${account}NL00`].map((sign) => Number.parseInt(sign, 36)).join("");
  return `NL${String(98n - (BigInt(number) % 97n)).padStart(2, "0")}${account}`;
}

/** Something that is searched. */
export interface Haystack {
  readonly place: string;
  readonly content: Buffer | string;
}

/** The planted words in it, also in base64, hex, UTF-16 and percent-encoding, and as an unkeyed hash. */
export function canariesIn({ content }: Pick<Haystack, "content">, { planted }: Canaries): Set<string> {
  const found = new Set<string>();
  const text = typeof content === "string" ? content : content.toString("latin1");
  for (const reading of readings(text)) {
    const lower = reading.toLowerCase();
    for (const word of lower.match(WORD) ?? []) for (const known of startsOf(word, planted)) found.add(known);
    for (const value of planted.keys()) if (!value.startsWith(START) && lower.includes(value)) found.add(value);
  }
  return found;
}

/** The words that stand in it only as a plain hash, which anybody can make who guesses the word. Made once, when all is planted. */
export function openHashSearch({ planted }: Canaries): (haystack: Pick<Haystack, "content">) => Set<string> {
  const words = new Map<string, string>();
  for (const [value, { isRandom }] of planted) {
    if (isRandom === true) continue;
    for (const kind of ["sha256", "sha1", "md5"])
      for (const form of ["hex", "base64", "base64url"] as const)
        words.set(createHash(kind).update(value).digest(form).replace(/=+$/, ""), value);
  }
  return ({ content }) => {
    const text = typeof content === "string" ? content : content.toString("latin1");
    const found = (text.match(/[A-Za-z0-9+/_-]{22,64}/g) ?? []).map((run) => words.get(run));
    return new Set(found.filter((value) => value !== undefined));
  };
}

const WORD = new RegExp(`${START}[a-z]+`, "g");

/** Something may follow the word without a space in between. */
function startsOf(word: string, planted: ReadonlyMap<string, Canary>): string[] {
  for (let length = word.length; length > START.length; length -= 1) {
    const start = word.slice(0, length);
    if (planted.has(start)) return [start];
  }
  return [];
}

/** The beginning of a planted word in base64, at each of the three places where a group can start, and in hex. */
const ENCODED = [0, 1, 2].map((offset) =>
  Buffer.from("\0".repeat(offset) + START)
    .toString("base64")
    .slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + START.length) * 8) / 6)),
);
const HEX = Buffer.from(START).toString("hex");

function readings(text: string): string[] {
  const found = [text];
  if (text.includes("z\0w\0i\0")) found.push(text.replaceAll("\0", ""));
  if (/%7a|%77/i.test(text))
    found.push(text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
  if (ENCODED.some((start) => text.includes(start)))
    found.push(
      text.replace(/[A-Za-z0-9+/_-]{8,}/g, (run) =>
        [0, 1, 2, 3].map((skip) => Buffer.from(run.slice(skip), "base64").toString("latin1")).join(" "),
      ),
    );
  if (text.toLowerCase().includes(HEX))
    found.push(text.replace(/(?:[0-9a-f]{2}){7,}/gi, (run) => Buffer.from(run, "hex").toString("latin1")));
  return found;
}
