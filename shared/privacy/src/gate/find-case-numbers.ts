import type { Candidate } from "./candidate.js";
import type { ReadableNote } from "./readable-note.js";

/**
 * Numbers of files, cases, customers, contracts and reports: by the word before them, or by a shape that only such
 * numbers have. Reads at most 60 characters after each word: O(n).
 */
const CASE_WORD =
  /(?<!\p{L})(?:zaak|dossier|casus|kenmerk|ken merk|klant|cli[eë]nt|contract|parket|incasso|polis|referentie|meldcode|meldnummer|beschikking|schade|claim|aangifte|proces-?verbaal|pv|mutatie|melding|verzoek|aanvraag|beroep|bezwaar|vonnis|rol|cjib|svb|uwv|duo|debiteur|relatie|lid(?=nr|nummer)|lidmaatschap|registratie|cli[eë]ntnummer|factuur|vordering|betalings ?kenmerk|personeels ?dossier|personeels|patient|pati[eë]nt|inschrijf|inschrijvings|document|rijbewijs|paspoort|herstel|nummer|leerplicht|nr|verzekerden?|relatie|toewijzing|woningnet|indicatie|opdracht)[\p{L}]{0,14}(?![\p{L}\d])/giu;
/** What may stand between the word and its number. */
const FILLER =
  /^[\s:=.#(-]*(?:(?:(?:nr|nummer|no|is|onder|met|van|bij|de|het|ind|heeft|loopt|staat|als|zaak|dossier|kredietbank|luidt|nu|besluit)(?![\p{L}\d])|over)[\s:.=#(-]*){0,5}/iu;
const CODE =
  /^[A-Za-z]{0,5}\d?(?:[ ]?[-/.][ ]?)?[ ]?[A-Za-z]{0,4}[-/. ]{0,3}\d[A-Za-z0-9]*(?:(?:[ ]?[-/][ ]?|\.|[ ](?=\d))[A-Za-z0-9]+){0,12}/;
/** "klantnummer bij de voedselbank: VB0391", "contractnr energie 8837": a word that says "number" may say whose behind it. */
const WHOSE = /^ (?:(?:bij|van|voor) (?:de |het )?)?\p{Ll}{3,15}(?=:? [A-Z]{0,4}[-/]?\d)/u;
const CODE_DIGITS_MIN = 4;
const REACH = 60;
/** Words whose number is a thing's, and legal articles: the word "nummer" after them names no file. */
const PRODUCT_BEFORE =
  /(?:serie|artikel|order|bestel|product|type|model|huis|kamer|telefoon|tel|mobiele?|rekening|kvk|btw|meter|lot|volg|rug|lijn|bus|tram|burgerservice|bsn|sofi|v-?|a-?|onderwijs|ticket|track|wacht)[\s-]{0,2}$/iu;
/** The same further off: "fout code E18 en nummer 912…", "nummer 912… staat op de sticker". */
const PRODUCT_NEAR = /fout\s?code|storing|wasmachine|apparaat|toestel|sticker|zending|pakket|bestelling|meterstand/iu;
const NEAR = 50;
const GENERIC = /^(?:nummer|nr)/iu;

const SHAPES = [
  /(?<![\p{L}\d])PL\d{4}[-/ ]?\d{4,10}(?:-\d{1,3})?(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])[A-Z]\/\d{2}\/\d{4,8}(?:\s?[A-Z/]{0,8}\s?\d{0,5})?(?![\p{L}\d])/gu,
  /(?<![\p{L}\d/])\d{2}\/\d{5,6}-\d{2}(?!\d)/gu,
  /(?<![\p{L}\d])[A-Z]{3}\s\d{2}\/\d{3,5}(?!\d)/gu,
  /(?<![\p{L}\d])\d{4}\/[A-Z]{2,6}\/\d{2,8}(?!\d)/gu,
  /(?<![\p{L}\d])[A-Z]{1,6}[-/]\d{2,4}[-/.]\d{3,10}(?:[-/]\d{1,4})?(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])[A-Z]{2,6}[-/](?:[A-Z]{1,6}[-/])?\d{4,12}(?:[-/][A-Z0-9]{1,4})?(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])(?:III|II|IV|I|V)-V[A-NP-Z1-9]{8}(?![\p{L}\d])/gu,
  /(?<![\p{L}\d])Z[-/ ]?\d{2,4}[-/.]\d{4,10}(?!\d)/gu,
] as const;
/** Shapes that look like a file number and are a standard's, a medicine's or a virus' name. */
const NOT_A_FILE = /^(?:COVID|DSM|ICD|ISO|NEN|VV|MMSE|REF|LOT|EAN|NTA|PGB|HBO|MBO|VMBO|VWO|HAVO|WK|BU|SARS|B\d)\b/;

export function findCaseNumbers(note: ReadableNote): Candidate[] {
  const { text, digits } = note;
  const found: Candidate[] = [];
  for (const match of text.matchAll(CASE_WORD)) {
    const wordEnd = match.index + match[0].length;
    if (GENERIC.test(match[0]) && PRODUCT_BEFORE.test(text.slice(Math.max(0, match.index - 14), match.index))) continue;
    const rest = digits.slice(wordEnd, wordEnd + REACH);
    if (GENERIC.test(match[0]) && PRODUCT_NEAR.test(text.slice(Math.max(0, match.index - NEAR), match.index))) continue;
    const whose = /.(?:nummer|nr)$/i.test(match[0]) ? (WHOSE.exec(rest)?.[0].length ?? 0) : 0;
    const filler = whose + (FILLER.exec(rest.slice(whose))?.[0].length ?? 0);
    const code = CODE.exec(rest.slice(filler))?.[0].replace(/[-/. ]+$/, "");
    if (!code || code.replace(/\D/g, "").length < CODE_DIGITS_MIN || !isCode(match[0], code)) continue;
    const start = wordEnd + filler;
    // "factuur van 2.310,55 euro" is an amount, "nummer 0800-0113" is everybody's.
    if (/^,\d/.test(rest.slice(filler + code.length)) || /^0[89]00/.test(code)) continue;
    if (
      /[€%]/.test(rest.slice(0, filler)) ||
      /^\s?(?:euro|%|uur|keer|jaar|dagen|weken|maanden|mensen)/i.test(text.slice(start + code.length))
    )
      continue;
    found.push({ start, end: start + code.length, type: "CASE_NUMBER" });
  }
  for (const shape of SHAPES) {
    for (const match of digits.matchAll(shape)) {
      if (NOT_A_FILE.test(match[0])) continue;
      found.push({ start: match.index, end: match.index + match[0].length, type: "CASE_NUMBER" });
    }
  }
  return found;
}

/** A date, a time, an amount or a year after the word is no file number. */
function isCode(word: string, code: string): boolean {
  if (/^\d{1,2}[-/. ]\d{1,2}(?:[-/. ]\d{2,4})?$/.test(code) || /^\d{1,2}[.:]\d{2}$/.test(code)) return false;
  if (/^(?:19|20)\d{2}$/.test(code) || /^(?:19|20)\d{2}-\d{2}-\d{2}$/.test(code)) return false;
  const explicit = /(?:nummer|nr|kenmerk)$/i.test(word);
  if (/^[a-z]+ /.test(code)) return false;
  return explicit || /[-/.A-Z]/.test(code) || code.replace(/\D/g, "").length >= 6;
}
