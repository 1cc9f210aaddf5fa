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
import { findNumberRuns } from "./number-runs.js";
import { overlaps } from "./overlap.js";
import type { PublicList } from "./public-list.js";
import type { ReadableNote } from "./readable-note.js";
import { resolveSpans } from "./resolve-spans.js";
import { findWords } from "./words.js";

/** Everything in a readable text that identifies somebody: the layers in order, then one settlement of overlaps. */
export function findIdentifiers(note: ReadableNote, lexicon: Lexicon, publicList: PublicList): Candidate[] {
  const web = findWeb(note, publicList);
  const ibans = findIbans(note);
  const runs = findNumberRuns(note);
  const phones = [...findPhones(note, runs, publicList.isPublicNumber), ...findSpokenPhones(note)].filter(
    (phone) => ![...ibans, ...web].some((other) => overlaps(other, phone)),
  );
  const words = findWords(note);
  const organisations = findOrganisations(note, words, lexicon);
  const addresses = findAddresses(note, words, lexicon);
  const names = findNames(note, words, lexicon).filter(
    (name) =>
      ![...web, ...organisations, ...addresses].some((other) => other.start <= name.start && name.end <= other.end),
  );
  const places = { endsBefore: (offset: number) => endsBefore(note.text, names, offset) };
  const births = findBirthDates(note, places);
  const claimed = [...web, ...ibans, ...phones, ...births];
  const numbers = findCitizenNumbers(note, runs, claimed);
  const caseNumbers = findCaseNumbers(note).filter(
    (found) => ![...claimed, ...numbers].some((other) => overlaps(other, found)),
  );
  const plates = findLicensePlates(note).filter((plate) => ![...web, ...ibans].some((other) => overlaps(other, plate)));
  return resolveSpans(note, [
    ...web,
    ...ibans,
    ...phones,
    ...births,
    ...numbers,
    ...caseNumbers,
    ...plates,
    ...addresses,
    ...organisations,
    ...names,
    ...findAges(note, places),
  ]);
}

/** Whether a name ends shortly before an offset, with nothing but brackets, commas or a table bar between. */
function endsBefore(text: string, names: readonly Candidate[], offset: number): boolean {
  return names.some(
    (name) => name.end <= offset && offset - name.end <= 5 && /^['’"”]?[\s,;|(:-]*$/.test(text.slice(name.end, offset)),
  );
}
