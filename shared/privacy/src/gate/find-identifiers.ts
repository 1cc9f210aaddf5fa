import type { Candidate } from "./candidate.js";
import { findAddresses } from "./find-addresses.js";
import { findAges } from "./find-ages.js";
import { findBirthDates } from "./find-birth-dates.js";
import { findCaseNumbers } from "./find-case-numbers.js";
import { findCitizenNumbers } from "./find-citizen-numbers.js";
import { findIbans } from "./find-ibans.js";
import { findLicensePlates } from "./find-license-plates.js";
import { findNames } from "./find-names.js";
import { findOrganisations } from "./find-organisations.js";
import { findPhones, findSpokenPhones } from "./find-phones.js";
import { findWeb } from "./find-web.js";
import type { Lexicon } from "./lexicon.js";
import { isTrustedName, isTrustedSurname } from "./name-context.js";
import { findNumberRuns } from "./number-runs.js";
import { overlaps } from "./overlap.js";
import type { PublicList } from "./public-list.js";
import type { ReadableNote } from "./readable-note.js";
import { resolveSpans } from "./resolve-spans.js";
import { findWords, type Word } from "./words.js";

/** The layers of the gate by name; a test puts a failing one in the place of each to see that the note is held back. */
export const DETECTORS = {
  findWeb,
  findIbans,
  findNumberRuns,
  findPhones,
  findSpokenPhones,
  findWords,
  findOrganisations,
  findAddresses,
  findNames,
  findBirthDates,
  findCaseNumbers,
  findCitizenNumbers,
  findLicensePlates,
  findAges,
  resolveSpans,
};
export type Detectors = typeof DETECTORS;

/** Everything in a readable text that identifies somebody: the layers in order, then one settlement of overlaps. */
export function findIdentifiers(
  note: ReadableNote,
  lexicon: Lexicon,
  publicList: PublicList,
  detectors: Detectors = DETECTORS,
): Candidate[] {
  const {
    findWeb,
    findIbans,
    findNumberRuns,
    findPhones,
    findSpokenPhones,
    findWords,
    findOrganisations,
    findAddresses,
    findNames,
    findBirthDates,
    findCaseNumbers,
    findCitizenNumbers,
    findLicensePlates,
    findAges,
    resolveSpans,
  } = detectors;
  const web = findWeb(note, publicList);
  const ibans = findIbans(note);
  const runs = findNumberRuns(note);
  const phones = [...findPhones(note, runs, publicList.isPublicNumber), ...findSpokenPhones(note)];
  const words = findWords(
    note,
    (folded) => isTrustedName(lexicon.flags(folded)) || isTrustedSurname(lexicon.flags(folded)),
  );
  const organisations = findOrganisations(note, words, lexicon);
  const addresses = findAddresses(note, words, lexicon);
  const names = findNames(note, besides(words, [...web, ...ibans, ...organisations, ...addresses]), lexicon);
  const places = { endsBefore: (offset: number) => endsBefore(note.text, names, offset) };
  const births = findBirthDates(note, places);
  const claimed = [...web, ...ibans, ...phones, ...births];
  const caseNumbers = findCaseNumbers(note).filter((found) => !claimed.some((other) => overlaps(other, found)));
  const numbers = findCitizenNumbers(note, runs, [
    ...claimed,
    ...caseNumbers.filter((found) => !isNineDigits(note, found)),
  ]);
  return resolveSpans(note, [
    ...web,
    ...ibans,
    ...phones,
    ...births,
    ...numbers,
    ...caseNumbers,
    ...findLicensePlates(note),
    ...addresses,
    ...organisations,
    ...names,
    ...findAges(note, places),
  ]);
}

/** Whether a name ends shortly before an offset, with nothing but brackets, commas or a table bar between. */
function endsBefore(text: string, names: readonly Candidate[], offset: number): boolean {
  return names.some(({ end }) => end <= offset && /^['’"”]?[\s,;|(:-]{0,5}$/.test(text.slice(end, offset)));
}

/** The words with those inside other finds marked as taken, so that no name grows into an address or a school. */
function besides(words: readonly Word[], claimed: readonly Candidate[]): readonly Word[] {
  return words.map((word) => (claimed.some((other) => overlaps(other, word)) ? { ...word, opaque: true } : word));
}

/** A file number of nine bare digits may be a BSN, and the check digit decides. */
function isNineDigits(note: ReadableNote, found: Candidate): boolean {
  return /^(?:\d[ .]?){9}$/.test(note.digits.slice(found.start, found.end));
}
