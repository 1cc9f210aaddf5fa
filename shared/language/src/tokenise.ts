import { writtenWord } from "./written-words.js";

/**
 * Words, numbers, masks and the few marks that carry meaning in a case note, with their place in the text.
 * One pass over the characters, no regular expression per word; cost linear in the length of the text.
 */

export type TokenKind = "word" | "number" | "mask" | "mark";

/** A token with UTF-16 offsets, half-open. `norm` is the comparable form; for a mark it is the mark itself. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  readonly norm: string;
  /** Written in capitals only (two letters or more): the mark of an abbreviation. */
  readonly capitals: boolean;
}

/** Longer "words" are encodings or missing spaces; cut so that no later step pays for them quadratically. */
const WORD_LENGTH_MAX = 40;
/** `[NAAM]`, `[BSN]` and the like, as the privacy gate writes them. */
const MASK_LENGTH_MAX = 24;
const OPENING_BRACKET = 91;
const MARKS = '.,;:?!()/"*';
const OTHER_MARKS = "“”„•";

const LETTER = 1;
const DIGIT = 2;
const APOSTROPHE = 3;
const MARK = 4;

/** Words are found again by the hash of Fowler, Noll & Vo over their characters. */
const FNV_PRIME = 0x01000193;

/** Character classes of the first 0x250 code units, where Dutch lives; the rest is asked of Unicode. */
const classes = new Uint8Array(0x250);
for (let code = 0; code < classes.length; code++) {
  const char = String.fromCharCode(code);
  if (/\p{L}/u.test(char)) classes[code] = LETTER;
  else if (code >= 48 && code <= 57) classes[code] = DIGIT;
  else if (char === "'" || char === "`" || char === "´") classes[code] = APOSTROPHE;
  else if (MARKS.includes(char)) classes[code] = MARK;
}

const OTHER_LETTER = /[\p{L}\p{M}]/u;

function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < classes.length) return classes[code] as number;
  if (code === 0x2019 || code === 0x2018) return APOSTROPHE;
  if (OTHER_MARKS.includes(text.charAt(at))) return MARK;
  // A surrogate half never matches \p{L}; emoji and rare scripts outside the basic plane fall away as separators.
  return OTHER_LETTER.test(text.charAt(at)) ? LETTER : 0;
}

function maskEnd(text: string, start: number, end: number): number {
  const limit = Math.min(end, start + MASK_LENGTH_MAX);
  for (let at = start + 1; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 93) return at > start + 1 ? at + 1 : -1;
    const capital = code >= 65 && code <= 90;
    const digit = code >= 48 && code <= 57;
    if (!capital && !digit && code !== 95 && code !== 45) return -1;
  }
  return -1;
}

/** The tokens of `text` between `from` and `to`, in order. */
export function tokenise(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  let at = from;
  while (at < to) {
    const kind = classOf(text, at);
    if (kind === LETTER || kind === DIGIT || (kind === APOSTROPHE && at + 1 < to && classOf(text, at + 1) === LETTER)) {
      at = pushWord(text, at, to, tokens);
      continue;
    }
    if (kind === MARK) {
      tokens.push({ start: at, end: at + 1, kind: "mark", norm: text.charAt(at), capitals: false });
    } else if (text.charCodeAt(at) === OPENING_BRACKET) {
      const end = maskEnd(text, at, to);
      if (end > 0) {
        tokens.push({ start: at, end, kind: "mask", norm: text.slice(at, end).toLowerCase(), capitals: false });
        at = end;
        continue;
      }
    }
    at++;
  }
  return tokens;
}

function pushWord(text: string, start: number, to: number, tokens: Token[]): number {
  const limit = Math.min(to, start + WORD_LENGTH_MAX);
  let at = start;
  let letters = 0;
  let hash = 0;
  while (at < limit) {
    const code = text.charCodeAt(at);
    const kind = code < classes.length ? classes[code] : classOf(text, at);
    if (kind === LETTER) letters++;
    else if (kind === APOSTROPHE) {
      // An apostrophe belongs to the word between letters (`auto's`) or before the first (`'t`); else it is a quote.
      if (at !== start && (at + 1 >= limit || classOf(text, at + 1) !== LETTER)) break;
    } else if (kind !== DIGIT) break;
    hash = Math.imul(hash ^ code, FNV_PRIME);
    at++;
  }
  if (at === start) return start + 1;
  const { kind, norm, capitals } = writtenWord(text, start, at, hash, letters);
  tokens.push({ start, end: at, kind, norm, capitals });
  return at;
}
