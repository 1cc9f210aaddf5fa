import { COMMON, NEVER_NAME } from "./lexicon.js";
import { isNameish } from "./name-context.js";
import { LINKS, type NameRange, type OrganisationWords } from "./organisation-words.js";

/** A field of a form that holds an organisation, besides the kinds of organisation themselves. */
const FIELD =
  /^(?:school|werkgever|werk|stage(?:plek|adres|bedrijf)?|opvang|sport|huisartsenpraktijk|geloofsgemeenschap)$/;
/** "werkt sinds mei bij", "baan gevonden bij", "ontslagen bij": what comes next employs somebody. */
const WORK_BEFORE =
  /(?<!\p{L})(?:werk(?:t|te|en|zaam)?|(?:bij)?baan(?:tje)?|stage|ontslag(?:en)?|schoonma\p{L}+|poetst|bezorg\p{L}*|vrijwilliger\p{L}*|(?:nuluren)?contract|solliciteert|aangenomen|chauffeur|kok|medewerk\p{L}+)(?: [\p{Ll}\d]+){0,5} (?:bij|voor) $/u;
/** "voetbalt bij DSO": a club may be letters only. */
const SPORT_BEFORE =
  /(?<!\p{L})(?:voetbalt|voetbalde|hockeyt|handbalt|korfbalt|turnt|judoot|bokst|zwemt|traint|speelt)(?: \p{Ll}+){0,2} bij $/u;
/** "groep 8 van de", "leerling van het", "de mentor op het": what comes next is a school. */
const SCHOOL_BEFORE =
  /(?<!\p{L})(?:leerling|scholier|klas|klas \d|groep \d|havo|vwo|vmbo|mavo|brugklas\p{L}*|mentor|mentrix|juf|meester|leerkracht|docent|begeleider|conciërge|directeur|rector|spijbelt|geschorst)(?: \p{Ll}+)? (?:van|op|aan|bij|naar) (?:het|de) $/iu;
const SCHOOL_PREPOSITION = / (?:op|van|naar|aan) (?:het|de) $/u;
const SCHOOL_AFTER = /^ in (?:de )?(?:groep|klas|havo|vwo|vmbo|mavo|brugklas|\d ?(?:havo|vwo|vmbo|mavo))(?!\p{L})/u;

/** An organisation by the place where its name stands, whatever the name is made of: a field of a form, an employer's, a school's. */
export function findPlacedOrganisation(note: OrganisationWords, index: number): NameRange | undefined {
  return byField(note, index) ?? byPlace(note, index);
}

/** "School: Het Kompas", "Werkgever: Van Vliet Techniek": all that the field holds, when it is a name. */
function byField(note: OrganisationWords, index: number): NameRange | undefined {
  const word = note.words[index];
  if (!word || !(note.isHead(index) || FIELD.test(word.folded))) return undefined;
  const first = index + 1;
  if (!/^ ?: ?$/.test(note.gapBefore(first)) || !note.isCapitalName(first)) return undefined;
  const last = note.nameEnd(first);
  const rest = (note.words[last]?.end ?? 0) + note.corporate(last);
  if (!/^\s*(?:[.,;|(\n]|$)/.test(note.text.slice(rest))) return undefined;
  return isOrdinary(note, first, last) ? undefined : [first, last, note.corporate(last)];
}

/** "werkt bij Broodhuis Zonneveld", "klas 2 van het Dalton", "op het Segbroek in havo 3": a name in the place of one. */
function byPlace(note: OrganisationWords, index: number): NameRange | undefined {
  const word = note.words[index];
  if (!word || word.opaque || word.opens) return undefined;
  if (word.shape === "upper" && SPORT_BEFORE.test(note.before(index, 40))) return [index, note.nameEnd(index), 0];
  if (word.shape !== "capital") return undefined;
  const before = note.before(index, 80);
  const last = note.nameEnd(index);
  const end = note.words[last]?.end ?? 0;
  const isSchool =
    SCHOOL_BEFORE.test(before) || (SCHOOL_PREPOSITION.test(before) && SCHOOL_AFTER.test(note.text.slice(end)));
  if (!isSchool && (!(WORK_BEFORE.test(before) || SPORT_BEFORE.test(before)) || isPerson(note, index, last)))
    return undefined;
  return isOrdinary(note, index, last) ? undefined : [index, last, note.corporate(last)];
}

/** Words that all are frequent, or one that is a word, a place or an abbreviation: no name of its own. */
function isOrdinary(note: OrganisationWords, first: number, last: number): boolean {
  const words = note.words.slice(first, last + 1);
  const isArticle = /^(?:de|het|t)$/.test(words[0]?.folded ?? "") && words.length > 1;
  if (words.every(({ shape, folded }) => shape === "upper" || (note.lexicon.flags(folded) & NEVER_NAME) !== 0))
    return true;
  return !isArticle && words.every(({ folded }) => (note.lexicon.flags(folded) & COMMON) !== 0 || LINKS.has(folded));
}

function isPerson(note: OrganisationWords, first: number, last: number): boolean {
  return note.words
    .slice(first, last + 1)
    .every(({ folded }) => isNameish(note.lexicon.flags(folded)) || LINKS.has(folded));
}
