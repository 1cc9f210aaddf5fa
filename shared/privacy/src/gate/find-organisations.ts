import type { Candidate } from "./candidate.js";
import { COMMON, FUNCTION_WORD, type Lexicon, NEVER_NAME, ORGANISATION_TAIL, WORD } from "./lexicon.js";
import { isTrustedName } from "./name-context.js";
import { isKindBehind, isPartOfName, isPublicBody } from "./organisation-kinds.js";
import { LINKS, NAME_WORDS_MAX, type NameRange, OrganisationWords } from "./organisation-words.js";
import { findPlacedOrganisation } from "./placed-organisations.js";
import type { ReadableNote } from "./readable-note.js";
import { findSmallOrganisation } from "./small-organisations.js";
import type { Word } from "./words.js";

const AFTER_SCHOOL_PREPOSITION =
  /(?:^|[^\p{L}])(?:op|bij|van|naar|in|vanuit|aan|volgens|door|met|school,?|werkgever,|club,|voor|klas|dat)\s$/iu;

/**
 * Schools, employers, places of worship, clubs, practices and pharmacies that pin the client down: a word for the kind
 * with a proper name beside it, or a name with an article in the place where a school or club stands. Public bodies
 * and national organisations are no identifiers and stay. One look at each word and at most eight neighbours: O(words).
 */
export function findOrganisations({ text }: ReadableNote, words: readonly Word[], lexicon: Lexicon): Candidate[] {
  const note = new OrganisationWords(text, words, lexicon);
  const found: Candidate[] = [];
  for (let index = 0; index < words.length; index++) {
    const range = organisationAt(note, index);
    if (!range) continue;
    const [first, last, extra] = range;
    const start = words[first]?.start ?? 0;
    const end = (words[last]?.end ?? start) + extra;
    if (isPublicBody(lexicon, text.slice(start, end))) continue;
    found.push({ start, end, type: "ORGANISATION" });
    index = Math.max(index, last);
  }
  return found;
}

function organisationAt(note: OrganisationWords, index: number): NameRange | undefined {
  if (note.words[index]?.opaque) return undefined;
  if (note.shouted) return note.isHead(index) ? findSmallOrganisation(note, index) : undefined;
  return (
    byHead(note, index) ??
    byTail(note, index) ??
    byArticle(note, index) ??
    byCompany(note, index) ??
    findPlacedOrganisation(note, index)
  );
}

/** "Basisschool De Wilgenhoek", "obs De Skeakel", "Slagerij Van Putten", "hogeschool zuidrand". */
function byHead(note: OrganisationWords, index: number): NameRange | undefined {
  const word = note.words[index];
  if (!word || !note.isHead(index)) return undefined;
  const last = note.nameEnd(index);
  // "gemeente X": a letter names nothing.
  if (last === index + 1 && note.words[last]?.shape === "letter") return undefined;
  if (last === index) return findSmallOrganisation(note, index);
  const own = word.shape !== "lower" || isPartOfName(word.folded);
  let first = own ? index : index + 1;
  if (own) while (note.isCapitalName(first - 1) && note.adjacent(first) && !note.words[first - 1]?.opens) first--;
  if (
    own &&
    note.words[first - 1]?.folded === "v" &&
    /v\. ?v\. ?$|v\.v\. $/i.test(note.text.slice(0, note.words[first]?.start ?? 0).slice(-6))
  )
    first--;
  return [first, last, note.corporate(last)];
}

/** "Achterdijk Lyceum", "Yeni Bahar Moskee", "Aksu Groothandel", "Bethelkapel Zuid", "v.v. Laakse Boys". */
function byTail(note: OrganisationWords, index: number): NameRange | undefined {
  const word = note.words[index];
  if (!word || word.shape === "letter" || !isKindBehind(note.lexicon, word.folded)) return undefined;
  if (word.shape === "lower") return isLetters(note, index - 1) ? undefined : byLowerTail(note, index);
  let first = index;
  while (index - first < NAME_WORDS_MAX && isNameWord(note, first - 1) && note.adjacent(first)) first--;
  while (first < index && LINKS.has(note.words[first]?.folded ?? "") && note.words[first]?.shape === "lower") first++;
  const compound =
    word.folded.length > 8 &&
    (note.lexicon.flags(word.folded) & ORGANISATION_TAIL) === 0 &&
    (note.lexicon.flags(word.folded) & COMMON) === 0;
  const last = note.nameEnd(index);
  if (first + 1 === index && last === index && isLetters(note, first)) return undefined;
  if (first === index && last === index && !(compound && !word.opens)) return undefined;
  if (
    first < index &&
    note.words[first]?.opens &&
    first + 1 === index &&
    (note.lexicon.flags(note.words[first]?.folded ?? "") & COMMON) !== 0
  )
    return undefined;
  // "v.v. Laakse Boys": the abbreviation is two words with stops.
  const before = note.text.slice(Math.max(0, (note.words[first]?.start ?? 0) - 5), note.words[first]?.start ?? 0);
  if (/^v\. ?v\. $/i.test(before.trimStart())) first -= 2;
  return [first, last, note.corporate(last)];
}

/** "Medhane Alem gemeente", "haagland college": a kind in lower case behind two or more capitalised words, or ones no list knows. */
function byLowerTail(note: OrganisationWords, index: number): NameRange | undefined {
  if (/^(?:lyceum|college|moskee|mandir|tempel|gemeente|kerk|parochie)$/.test(note.words[index]?.folded ?? "")) {
    let start = index;
    while (index - start < NAME_WORDS_MAX && note.adjacent(start) && isForeign(note, note.words[start - 1])) start--;
    if (start < index) return [start, index, 0];
  }
  let first = index;
  while (
    index - first < NAME_WORDS_MAX &&
    note.isCapitalName(first - 1) &&
    note.adjacent(first) &&
    !note.words[first - 1]?.opens
  )
    first--;
  if (
    index - first < 2 &&
    !(index - first === 1 && /kerk|moskee|tempel|school|lyceum|college/.test(note.words[index]?.folded ?? ""))
  )
    return undefined;
  const known = note.words.slice(first, index).every((word) => (note.lexicon.flags(word.folded) & NEVER_NAME) !== 0);
  return known ? undefined : [first, index, 0];
}

/** "VO school", "PO-school": letters say what kind of school it is. */
function isLetters(note: OrganisationWords, index: number): boolean {
  const word = note.words[index];
  return word?.shape === "upper" && word.text.length < 4;
}

function isForeign(note: OrganisationWords, word: Word | undefined): boolean {
  const flags = note.lexicon.flags(word?.folded ?? "");
  if (word?.shape === "lower" && !word.opaque && isTrustedName(flags)) return true;
  if (word?.shape !== "lower" || word.opaque || (flags & (WORD | NEVER_NAME | FUNCTION_WORD)) !== 0) return false;
  return !note.lexicon.isDutch(word.folded) && !note.lexicon.isTypo(word.folded) && word.folded.length > 3;
}

/** "zit op De Tandem", "bij De Waterratten", "School, Het Waterland College": an article with a capital inside a sentence. */
function byArticle(note: OrganisationWords, index: number): NameRange | undefined {
  const word = note.words[index];
  if (word?.shape !== "capital" || !/^(?:de|het|t)$/.test(word.folded)) return undefined;
  const isNamed = note.isHead(index - 1) && /^, $|^: ?$/.test(note.gapBefore(index));
  if (!isNamed && (word.opens || !AFTER_SCHOOL_PREPOSITION.test(note.before(index, 14)))) return undefined;
  const last = note.nameEnd(index);
  if (last === index) return undefined;
  return [index, last, 0];
}

/** "Snelpost Oost BV", "Koppers & Zn". */
function byCompany(note: OrganisationWords, index: number): NameRange | undefined {
  const word = note.words[index];
  if (!word || word.opens) return undefined;
  const last = word.shape === "capital" ? note.nameEnd(index) : index;
  const extra = note.corporate(last);
  return extra > 0 ? [index, last, extra] : undefined;
}

function isNameWord(note: OrganisationWords, index: number): boolean {
  const word = note.words[index];
  if (!word || word.opaque) return false;
  if (note.isCapitalName(index)) return !word.opens || (note.lexicon.flags(word.folded) & COMMON) === 0;
  return note.isLink(index) && note.isCapitalName(index - 1) && note.adjacent(index);
}
