import type { IdentifierType } from "@rode-draad/domain";
import type { Candidate } from "./candidate.js";
import { isANumber, isBsn, isEducationNumber, isOldAccountNumber } from "./checksums.js";
import type { NumberRun } from "./number-runs.js";
import type { ReadableNote } from "./readable-note.js";

/**
 * BSN, A-number, education number, V-number and old account number, by check digit and by the word before it. A number
 * of nine or more digits that no word explains is masked too: fail closed. Costs O(groups) a run, since a window holds
 * at most ten digits.
 */
const BSN_WORD = /(?<!\p{L})(?:b\s?\.?\s?s\s?\.?\s?n|burger\s?service|sofi|fiscaal nummer|bsnnr)/iu;
const EDUCATION_WORD = /onderwijsnummer|onderwijsnr|(?<!\p{L})pgn(?!\p{L})|persoonsgebonden nummer|leerlingnummer/iu;
const A_WORD = /(?<!\p{L})a[-\s]?n(?:umme)?r|administratienummer/iu;
const V_WORD =
  /(?<!\p{L})v\s?[-.]?\s?(?:n\s?u\s?m\s?m\s?e\s?r|nr|document|no)|vreemdelingen\s?n|(?<!\p{L})ind(?!\p{L})/iu;
const ACCOUNT_WORD = /rekening|rek\.?\s?n|(?<!\p{L})giro|bankn/iu;
/** Words that say a long number belongs to a thing, not to a person. */
const PRODUCT_WORD =
  /serie|artikel|art\.\s?n|meterstand|order|bestel|track|pakket|(?<!\p{L})(?:ref|lot|ean|imei|sku|isbn|kvk|btw|batch|barcode|charge)(?!\p{L})|typenummer|type\s?plaat|productn|product\s?n|model|onderdeel|zending|fout\s?code|storing|wasmachine|apparaat|sticker|factuurbedrag|kvk/iu;
const MONEY_BEFORE = /(?:€|eur|euro)\s*$/i;

const CUE_REACH = 45;
const CUE_AFTER_REACH = 70;

interface Window {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly whole: boolean;
  readonly groups: number;
}

function windowsOf(run: NumberRun): Window[] {
  return run.flatMap(({ start }, from) => {
    const windows: Window[] = [];
    let digits = "";
    for (const [more, { digits: next, end }] of run.slice(from).entries()) {
      digits += next;
      if (digits.length >= 8) windows.push({ start, end, digits, whole: more === run.length - 1, groups: more + 1 });
      if (digits.length >= 10) break;
    }
    return windows;
  });
}

export function findCitizenNumbers(
  note: ReadableNote,
  runs: readonly NumberRun[],
  claimed: readonly Candidate[],
): Candidate[] {
  const { text } = note;
  const found: Candidate[] = [];
  const free = (start: number, end: number): boolean =>
    ![...claimed, ...found].some((other) => other.start < end && start < other.end);
  const noteSpeaksOfBsn = BSN_WORD.test(text);
  for (const run of runs) {
    const windows = windowsOf(run);
    // Whole runs first, then longer windows: the part of a number is only looked at when the whole is none.
    windows.sort((a, b) => Number(b.whole) - Number(a.whole) || b.digits.length - a.digits.length);
    for (const window of windows) {
      if (!free(window.start, window.end)) continue;
      const context = contextOf(text, window);
      const type = classify(window, context, noteSpeaksOfBsn);
      if (type === undefined) continue;
      const start = type === "V_NUMBER" && context.gluedV ? window.start - 1 : window.start;
      found.push({ start, end: window.end, type });
    }
  }
  return found;
}

interface Context {
  readonly before: string;
  readonly after: string;
  readonly gluedV: boolean;
}

function contextOf(text: string, window: Window): Context {
  const before = text.slice(Math.max(0, window.start - CUE_REACH), window.start);
  return {
    before,
    after: text.slice(window.end, window.end + CUE_AFTER_REACH),
    gluedV: /(?<!\p{L})v$/iu.test(before),
  };
}

/** Which kind of number a window of digits is; undefined when it is none or when a word explains it as a thing. */
function classify(window: Window, context: Context, noteSpeaksOfBsn: boolean): IdentifierType | undefined {
  const { digits } = window;
  const product = PRODUCT_WORD.test(context.before);
  if (digits.length === 10) return classifyTen(window, context, product);
  if (digits.length === 9) return classifyNine(window, context, product, noteSpeaksOfBsn);
  if (digits.length === 8) return isEightDigitBsn(window, context) ? "BSN" : undefined;
  const unexplained =
    window.groups === 1 && window.whole && digits.length <= 16 && !product && !MONEY_BEFORE.test(context.before);
  return unexplained ? "CASE_NUMBER" : undefined;
}

function isEightDigitBsn(window: Window, context: Context): boolean {
  return (
    window.whole && /(?:bsn|burgerservicen\w*|sofi\w*)\W{0,4}$/iu.test(context.before) && window.digits !== "00000000"
  );
}

function classifyTen(window: Window, context: Context, product: boolean): IdentifierType | undefined {
  const near = context.before.slice(-30);
  if (A_WORD.test(near) && window.whole) return "A_NUMBER";
  if (context.gluedV || V_WORD.test(near)) return "V_NUMBER";
  if (isANumber(window.digits) && (window.groups === 1 || window.whole)) return "A_NUMBER";
  if (product || MONEY_BEFORE.test(context.before) || !window.whole) return undefined;
  if (V_WORD.test(context.before) || V_WORD.test(context.after)) return "V_NUMBER";
  return window.groups === 1 ? "CASE_NUMBER" : undefined;
}

function classifyNine(
  window: Window,
  context: Context,
  product: boolean,
  noteSpeaksOfBsn: boolean,
): IdentifierType | undefined {
  const { digits } = window;
  const near = context.before.slice(-30);
  const bsnNear = BSN_WORD.test(near) || BSN_WORD.test(context.after);
  if (EDUCATION_WORD.test(near)) return "EDUCATION_NUMBER";
  if (ACCOUNT_WORD.test(near) && !bsnNear && isOldAccountNumber(digits)) return "IBAN";
  if (isBsn(digits)) return "BSN";
  if (bsnNear || (noteSpeaksOfBsn && window.whole && !product)) return "BSN";
  if (product || MONEY_BEFORE.test(context.before) || window.groups > 1 || !window.whole) return undefined;
  // "3SKABA771204558": digits and capitals in front are the rest of a code.
  if (/\d\p{Lu}+$/u.test(context.before)) return undefined;
  if (isEducationNumber(digits) && digits.startsWith("1")) return "EDUCATION_NUMBER";
  return "BSN";
}
