import { COMMON, FUNCTION_WORD, KIN, NEVER_NAME, PERSON_VERB, ROLE, WORD } from "./lexicon.js";
import { isTrustedSurname } from "./name-context.js";
import { isPartOfName } from "./organisation-kinds.js";
import type { NameRange, OrganisationWords } from "./organisation-words.js";
import type { Word } from "./words.js";

/** What stands in front of a kind when a name follows; an article there makes it an ordinary word. */
const KIND_PREPOSITION = /(?:^|[.,:;(\n]|(?<!\p{L})(?:op|bij|van|naar|in|vanuit|aan|met|via|voor|werkgever))\s*$/iu;
/** Nouns that follow an article behind a school without being its name: "naar bso de kinderen gebracht". */
const NO_NAME = /^(?:kinderen|ouders|hele|laatste|eerste|tweede|les|lessen|juf|meester|leerkracht|deur|tijd|week|dag)$/;
/** Kinds that stand without an article in hurried notes, so that the article behind them need not begin a name. */
const BARE_KIND =
  /^(?:kerk|moskee|apotheek|garage|bakker|slager|kapper|tandarts|huisartsen|gemeente|praktijk|koor|club|college|vereniging|tempel|kapel|fabriek|universiteit|supermarkt|basisschool|kringloop|internaat)$/;
/** Clubs by their letters: "vv oranje zwart". */
const CLUB_LETTERS = /^(?:vv|sv|fc|kv|hc|tc|rksv|vvv)$/;

/** In small letters: "garage vd heuvel", "garage verkerk", "obs de bolster", and what no list knows right behind a kind. */
export function findSmallOrganisation(note: OrganisationWords, index: number): NameRange | undefined {
  const word = note.words[index];
  const next = note.words[index + 1];
  if (!word || !next || !note.adjacent(index + 1) || !isSmall(note, next)) return undefined;
  const particles =
    /^ (?:van (?:de[rn]? |het )?|vd )/
      .exec(note.text.slice(word.end, word.end + 10))?.[0]
      .trim()
      .split(" ").length ?? 0;
  const owner = note.words[index + 1 + particles];
  if (
    particles > 0 &&
    owner &&
    isOwner(note, owner) &&
    (particles > 1 || (note.flagsAt(index + 1 + particles) & COMMON) === 0 || /vd/.test(next.folded))
  )
    return [index + 1, index + 1 + particles, 0];
  const isIntroduced = KIND_PREPOSITION.test(note.before(index, 12));
  if (/^(?:de|het|t)$/.test(next.folded))
    return isIntroduced && (isPartOfName(word.folded) || !BARE_KIND.test(word.folded))
      ? smallNoun(note, index)
      : undefined;
  const flags = note.lexicon.flags(next.folded);
  if (isIntroduced && isOwner(note, next) && (flags & WORD) === 0)
    return [isPartOfName(word.folded) ? index : index + 1, index + 1, note.corporate(index + 1)];
  if (isIntroduced && CLUB_LETTERS.test(word.folded) && isNoun(note, index + 1))
    return [index, isNoun(note, index + 2) ? index + 2 : index + 1, 0];
  if ((flags & (COMMON | NEVER_NAME | FUNCTION_WORD)) !== 0 || next.folded.length < 5) return undefined;
  const isSchool = isPartOfName(word.folded) || /school|college|lyceum|moskee|apotheek/.test(word.folded);
  if (isPartOfName(word.folded)) return [index, index + 1, 0];
  const isUnknown = !note.lexicon.isDutch(next.folded) && (isSchool || !note.lexicon.isTypo(next.folded));
  return isUnknown && (isSchool || isIntroduced) ? [index, index + 1, 0] : undefined;
}

/** "de bolster", "de kleine prins": an article with a noun, and an adjective between them. */
function smallNoun(note: OrganisationWords, index: number): NameRange | undefined {
  if (!isNoun(note, index + 2)) return undefined;
  const isAdjective = /e$/.test(note.words[index + 2]?.folded ?? "") && isNoun(note, index + 3);
  return [index, index + (isAdjective ? 3 : 2), 0];
}

/** A word right behind the one before that can name something, by what it is not. */
function isNoun(note: OrganisationWords, index: number): boolean {
  const word = note.words[index];
  if (!word || !note.adjacent(index) || !isSmall(note, word) || NO_NAME.test(word.folded)) return false;
  return word.folded.length > 2 && (note.lexicon.flags(word.folded) & (FUNCTION_WORD | PERSON_VERB | KIN | ROLE)) === 0;
}

function isSmall(note: OrganisationWords, word: Word): boolean {
  return !word.opaque && (word.shape === "lower" || note.shouted);
}

function isOwner(note: OrganisationWords, word: Word): boolean {
  const flags = note.lexicon.flags(word.folded);
  return isTrustedSurname(flags) && (flags & (KIN | ROLE)) === 0;
}
