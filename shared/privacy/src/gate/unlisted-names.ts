import { KIN, PROPER_NAME, ROLE, TITLE } from "./lexicon.js";
import {
  flagsAt,
  gapBefore,
  isFollowedByPersonVerb,
  isFollowedByVerbOfAll,
  isNameish,
  isTrustedName,
  isUnknownUnmarked,
  type NameContext,
  wordAt,
} from "./name-context.js";

/**
 * Names that no list holds and no capital marks. A word that is no Dutch is a slip, an abbreviation, a word of the trade or a
 * name; its letters and its neighbours each speak for one or the other, and together they decide. The weights
 * are natural logarithms like the letters' own, set by hand on the development half of the name templates and on the corpus of notes
 * without names.
 */
const WEIGHTS = {
  verbBehind: 2,
  verbOfThings: 0.8,
  genitive: 2,
  companyBefore: 2,
  message: 1,
  proper: 1,
  besideName: 1.5,
  listedWithName: 2,
  opens: 0.5,
  derived: -0.5,
  typo: -3,
  abbreviation: -2,
  article: -5,
  hyphen: -4,
} as const;
const EVIDENCE_MIN = 1.6;
const LENGTH_MIN = 3;
const LENGTH_MAX = 14;
/** A stop behind a shorter word is that of an abbreviation. */
const FULL_LENGTH_MIN = 5;

/** After these stands a person, or a thing with its article: "met akosua", "gister wiebrand gezien". */
const COMPANY = new Set(
  "met bij van aan door volgens voor namens tegen gister gisteren vandaag vanmorgen vanochtend vanmiddag ook en of zonder spreek gesproken gebeld bel belde zag sprak aldus dat omdat als toen waar is was heet samen moeder vader dossier casus overleg contact intake huisbezoek".split(
    " ",
  ),
);
const ARTICLES = new Set(
  "de het een t n deze die dit dat geen elke iedere onze ons mijn haar zijn hun uw jouw je veel meer nieuwe oude via per in op uit te naar twee drie vier vijf beide alle".split(
    " ",
  ),
);

/** What is done with people rather than with dishes: "heb charlotte gesproken". */
const DONE_WITH_PEOPLE = new Set(
  "gesproken gezien gebeld gemaild geappt ontmoet bezocht geholpen bereikt opgehaald aangemeld uitgenodigd gevraagd verteld gerustgesteld uitgelegd".split(
    " ",
  ),
);
const HAVE = new Set("heb had heeft hebben".split(" "));
const MESSAGES = new Set(
  "stem mail mailtje app appje bericht berichtje brief briefje telefoontje belletje sms voicemail verhaal vraag verzoek".split(
    " ",
  ),
);

/** "met ype", "heb charlotte gesproken": a person or a thing with its article comes next. */
export function isAfterCompany(context: NameContext, index: number): boolean {
  const previous = wordAt(context, index - 1);
  if (gapBefore(context, index) !== " ") return false;
  if (!HAVE.has(previous.folded)) return COMPANY.has(previous.folded);
  return [1, 2, 3].some((ahead) => DONE_WITH_PEOPLE.has(wordAt(context, index + ahead).folded));
}

/** "stem van gisette", "app van ype": what only people leave behind. */
function isAfterMessage(context: NameContext, index: number): boolean {
  return wordAt(context, index - 1).folded === "van" && MESSAGES.has(wordAt(context, index - 2).folded);
}

/** "mees en lotte", "rico, milan en jaydon": what is listed with a name is a name when it can be one. */
export function isBesideName(context: NameContext, index: number): boolean {
  const isName = (other: number): boolean => isTrustedName(flagsAt(context, other));
  const isAnd = (and: number): boolean =>
    wordAt(context, and).folded === "en" && gapBefore(context, and) === " " && gapBefore(context, and + 1) === " ";
  return (
    (isAnd(index + 1) && isName(index + 2)) ||
    (isAnd(index - 1) && isName(index - 2)) ||
    (gapBefore(context, index + 1) === ", " && isName(index + 1)) ||
    (gapBefore(context, index) === ", " && isName(index - 1))
  );
}

/** What speaks for a name in a word without a capital. O(letters), and only asked about words that are in no list. */
function evidenceFor(context: NameContext, index: number): number {
  const word = wordAt(context, index);
  const { folded } = word;
  const previous = wordAt(context, index - 1);
  const next = wordAt(context, index + 1);
  const close = gapBefore(context, index) === " ";
  let evidence = context.lexicon.nameShape(folded);
  const isDerived = context.lexicon.isDutch(folded);
  if (isDerived) evidence += WEIGHTS.derived;
  // "de stoel met rugleuning wordt bezorgd": what a Dutch compound is or does, things are and do.
  const isOfThings = isDerived && isFollowedByVerbOfAll(context, index);
  if (isFollowedByPersonVerb(context, index)) evidence += isOfThings ? WEIGHTS.verbOfThings : WEIGHTS.verbBehind;
  if (/^['’]s?\s/.test(context.text.slice(word.end, word.end + 3))) evidence += WEIGHTS.genitive;
  if (word.opens) evidence += WEIGHTS.opens;
  if (word.joined === "-" || next.joined === "-") evidence += WEIGHTS.hyphen;
  if (close) {
    const before = flagsAt(context, index - 1);
    if (ARTICLES.has(previous.folded)) evidence += WEIGHTS.article;
    else if (isAfterCompany(context, index) || (before & (TITLE | KIN | ROLE)) !== 0) evidence += WEIGHTS.companyBefore;
    else if (isNameLike(context, index - 1)) evidence += WEIGHTS.besideName;
  }
  if (isProper(context, index)) evidence += WEIGHTS.proper;
  if (isAfterMessage(context, index)) evidence += WEIGHTS.message;
  if (isBesideName(context, index)) evidence += WEIGHTS.listedWithName;
  if (gapBefore(context, index + 1) === " " && isNameLike(context, index + 1)) evidence += WEIGHTS.besideName;
  if (evidence > EVIDENCE_MIN && context.lexicon.isAbbreviation(folded)) evidence += WEIGHTS.abbreviation;
  if (evidence > EVIDENCE_MIN && context.lexicon.isTypo(folded)) evidence += WEIGHTS.typo;
  return evidence;
}

function isNameLike(context: NameContext, index: number): boolean {
  const word = wordAt(context, index);
  if (word.folded.length < LENGTH_MIN) return false;
  if (isNameish(flagsAt(context, index)) && !context.lexicon.isDutch(word.folded)) return true;
  return isUnknownUnmarked(context, index) && context.lexicon.nameShape(word.folded) > 0;
}

/** A person's name by the spelling list, of which nobody says that people here bear it, and nothing else. */
function isProper(context: NameContext, index: number): boolean {
  return flagsAt(context, index) === PROPER_NAME;
}

export function isUnlistedName(context: NameContext, index: number): boolean {
  const word = wordAt(context, index);
  if (word.folded.length < LENGTH_MIN || word.folded.length > LENGTH_MAX || context.fragmented) return false;
  if (!/[aeiouy]/.test(word.folded)) return false;
  if (word.folded.length < FULL_LENGTH_MIN && context.text.charAt(word.end) === ".") return false;
  return (isUnknownUnmarked(context, index) || isProper(context, index)) && evidenceFor(context, index) > EVIDENCE_MIN;
}
