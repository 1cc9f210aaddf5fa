import type { Candidate } from "./candidate.js";
import type { ReadableNote } from "./readable-note.js";

/** Dutch plates. Source: RDW, sidecodes 1 to 14. With dashes the shape is enough; without, a word or a sidecode that no
 * postcode or product has. O(n). */
const PARTS = [
  "AA-99-99",
  "99-99-AA",
  "99-AA-99",
  "AA-99-AA",
  "AA-AA-99",
  "99-AA-AA",
  "99-AAA-9",
  "9-AAA-99",
  "AA-999-A",
  "A-999-AA",
  "AAA-99-A",
  "A-99-AAA",
  "9-AA-999",
  "999-AA-9",
];

function pattern(separator: string): string {
  return PARTS.map((parts) =>
    parts
      .split("-")
      .map((part) => (part.startsWith("9") ? `\\d{${part.length}}` : `[A-Z]{${part.length}}`))
      .join(separator),
  ).join("|");
}

const DASHED = new RegExp(`(?<![\\p{L}\\d-])(?:${pattern("-")})(?![\\p{L}\\d-])`, "giu");
const COMPACT = new RegExp(`(?<![\\p{L}\\d-])(?:${pattern("[- .]?")})(?![\\p{L}\\d-])`, "gu");
const LOWER = new RegExp(`(?<![\\p{L}\\d-])(?:${pattern("[-.]?")})(?![\\p{L}\\d-])`, "giu");
/** "0 0 - X L - B Z", "O0-KFP-O": spaced or misread, behind a word for a plate only. */
const SPACED = /(?<![\p{L}\d-])[A-Z\d](?:[ .-]{0,3}[A-Z\d]){5}(?![\p{L}\d])/gu;
const MISREAD_SHAPES = new RegExp(
  `^(?:${pattern("").replaceAll("\\d", "[\\dOIBSZ]").replaceAll("[A-Z]", "[A-Z0-9]")})$`,
);
const GLUED = new RegExp(`(?<=kenteken[ :]{0,2})(?:${pattern("-?")})(?!\\d)`, "gu");
const PLATE_WORD = /(?:kenteken(?:plaat|s)?|plaat|nummerbord)[^\n.;]{0,40}$/iu;
const CAR_WORD =
  /(?:auto|bus(?:je)?|scooter|brommer|motor|golf|kia|wagen|taxi|voertuig|aanhanger|caravan|camper)[^\n.;]{0,30}\(?$/iu;
const VEHICLE_WORD =
  /kenteken|plaat|nummerbord|auto|bus|scooter|brommer|motor|golf|kia|wagen|taxi|voertuig|aanhanger|caravan|camper/i;
const WORD_BEFORE = 60;

export function findLicensePlates(note: ReadableNote): Candidate[] {
  const { text } = note;
  const found: Candidate[] = [];
  for (const match of text.matchAll(DASHED)) {
    const letters = match[0].replace(/[^A-Za-z]/g, "");
    const before = text.slice(Math.max(0, match.index - WORD_BEFORE), match.index);
    // In lower case, or with vowels, the shape is also that of words and codes, so a word must say it is a plate.
    const plain = /^[A-Z]+$/.test(letters) && !/[AEIOU]{2}/.test(letters);
    if (plain || PLATE_WORD.test(before) || CAR_WORD.test(before))
      found.push({ start: match.index, end: match.index + match[0].length, type: "LICENSE_PLATE" });
  }
  if (!VEHICLE_WORD.test(text)) return found;
  for (const [form, isCapital] of [
    [COMPACT, true],
    [LOWER, false],
  ] as const) {
    for (const match of text.matchAll(form)) {
      const before = text.slice(Math.max(0, match.index - WORD_BEFORE), match.index);
      if (PLATE_WORD.test(before) || (isCapital && CAR_WORD.test(before)))
        found.push({ start: match.index, end: match.index + match[0].length, type: "LICENSE_PLATE" });
    }
  }
  for (const match of text.matchAll(SPACED)) {
    const before = text.slice(Math.max(0, match.index - WORD_BEFORE), match.index);
    if (
      /\d/.test(match[0]) &&
      /[A-Z]/.test(match[0]) &&
      PLATE_WORD.test(before) &&
      MISREAD_SHAPES.test(match[0].replace(/[ .-]/g, ""))
    )
      found.push({ start: match.index, end: match.index + match[0].length, type: "LICENSE_PLATE" });
  }
  for (const match of text.matchAll(GLUED))
    found.push({ start: match.index, end: match.index + match[0].length, type: "LICENSE_PLATE" });
  return found;
}
