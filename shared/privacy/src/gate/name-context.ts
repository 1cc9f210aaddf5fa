import {
  COMMON,
  FUNCTION_WORD,
  GIVEN,
  type Lexicon,
  NEVER_NAME,
  PERSON_VERB,
  PLACE,
  PROPER_NAME,
  PROPER_OTHER,
  SURNAME,
  TRUSTED,
  WORD,
} from "./lexicon.js";
import { PARTICLES, PLACE_PREPOSITIONS } from "./name-particles.js";
import type { Word } from "./words.js";

/** A note's words with everything the name rules ask about them; made once per note. */
export interface NameContext {
  readonly text: string;
  readonly words: readonly Word[];
  readonly flags: readonly number[];
  readonly lexicon: Lexicon;
  /** The note is in capitals throughout, so that a capital says nothing. */
  readonly shouted: boolean;
  /** The note is broken up by a scanner (Mev rouw, op en staan), so that pieces are put together. */
  readonly fragmented: boolean;
}

const SHOUTED_SHARE = 0.6;
const FRAGMENT_LENGTH_MAX = 4;
/** "t briefje", "in n keer", "z zoon": small words that people cut short themselves. */
const CLITIC = /^[tnmzdk]$/;
const FRAGMENTED_SHARE = 0.07;
const FRAGMENTED_MIN = 3;
/** A space before a stop or a comma: scanners put it there, people do not. */
const LOOSE_STOP = /[\p{L}\d] [.,:](?= |\n|$)/gu;
const LOOSE_STOPS_MIN = 2;

/** Mostly capitals, so that a capital says nothing. */
export function isShouted(words: readonly Word[]): boolean {
  const long = words.filter((word) => word.text.length > 2 && !word.opaque);
  return long.length > 2 && long.filter((word) => word.shape === "upper").length / long.length > SHOUTED_SHARE;
}

export function makeNameContext(text: string, words: readonly Word[], lexicon: Lexicon): NameContext {
  const flags = words.map((word) => (word.opaque ? NEVER_NAME : flagsOf(word, lexicon)));
  const pieces = words.flatMap((word, index) =>
    word.shape === "lower" &&
    word.folded.length <= FRAGMENT_LENGTH_MAX &&
    word.joined === " " &&
    !CLITIC.test(word.folded) &&
    flags[index] === 0 &&
    !text.startsWith(".", word.end)
      ? [index]
      : [],
  );
  return {
    text,
    words,
    flags,
    lexicon,
    shouted: isShouted(words),
    fragmented:
      (pieces.length >= FRAGMENTED_MIN &&
        pieces.length / words.length > FRAGMENTED_SHARE &&
        pieces.some((index) => isPieceOfWord(text, words, index, lexicon))) ||
      (text.match(LOOSE_STOP)?.length ?? 0) >= LOOSE_STOPS_MIN,
  };
}

/** Letters that no Dutch word has, though without their marks some become one: staś, Çiçek, Đorđe. */
const FOREIGN_LETTER = /[^\0-\x7fàáâäçèéêëíîïñòóôöúûü’]/iu;

function flagsOf(word: Word, lexicon: Lexicon): number {
  const flags = lexicon.flags(word.folded);
  return FOREIGN_LETTER.test(word.text) && isNameish(flags) ? flags & ~(WORD | COMMON) : flags;
}

/** Put together with the word before or behind it, a piece is a word again (afreke ning); a short unlisted name is not. */
function isPieceOfWord(text: string, words: readonly Word[], index: number, lexicon: Lexicon): boolean {
  return [index, index + 1].some((at) => {
    const left = words[at - 1];
    const right = words[at];
    if (!left || !right || text.slice(left.end, right.start) !== " ") return false;
    return lexicon.isDutch(left.folded + right.folded);
  });
}

/** Stands before the first word and behind the last, so that a rule can look beside a word without asking whether there is one. */
const NO_WORD: Word = {
  start: 0,
  end: 0,
  text: "",
  folded: "",
  shape: "letter",
  opens: false,
  joined: " ",
  opaque: true,
};

export function wordAt(context: NameContext, index: number): Word {
  return context.words[index] ?? NO_WORD;
}

export function flagsAt(context: NameContext, index: number): number {
  return context.flags[index] ?? 0;
}

export function isNameish(flags: number): boolean {
  return (flags & (GIVEN | SURNAME | PROPER_NAME)) !== 0;
}

/** In the lists as a name that people here bear, and as nothing else. */
export function isTrustedName(flags: number): boolean {
  return (flags & TRUSTED) !== 0 && (flags & (GIVEN | SURNAME)) !== 0 && (flags & (NEVER_NAME | WORD)) === 0;
}

/** A frequent surname that is a word too: enough for a piece in capitals glued to a word (eigenaarVISSER). */
export function isTrustedSurname(flags: number): boolean {
  return (flags & TRUSTED) !== 0 && (flags & SURNAME) !== 0 && (flags & NEVER_NAME) === 0;
}

export function isNever(flags: number): boolean {
  return (flags & NEVER_NAME) !== 0;
}

export function isPlace(flags: number): boolean {
  return (flags & PLACE) !== 0;
}

export function isCommon(flags: number): boolean {
  return (flags & COMMON) !== 0;
}

/** Known to the spelling list as something else than a person and to no list of names that people here bear. */
export function isOtherProper(flags: number): boolean {
  return (flags & PROPER_OTHER) !== 0 && (flags & TRUSTED) === 0;
}

/** Compounds and inflections of Dutch words mostly look like no name by more than this (Kindpakket: -9). */
const DERIVED_SHAPE_MIN = -2;
/** The same where no capital inside the sentence and no title speaks for a name. */
const DERIVED_SHAPE_MIN_UNMARKED = -1;
/** A word that no list explains looks less like a name than this when it is a compound of rare words with a capital. */
const FOREIGN_SHAPE_MIN = -4;
/** A word that no list explains and that looks less like a name is a compound of rare words (Straathoekwerker: -7). */
const FOREIGN_SHAPE_MIN_UNMARKED = -2;
/** Longer ones are compounds of the trade (crisisplek, casusregie). */
const DERIVED_LENGTH_MAX_UNMARKED = 12;

/** A compound or an inflection of Dutch words; none has a letter that no Dutch word has (Taşdelen). */
function isDerived({ lexicon }: NameContext, word: Word): boolean {
  return lexicon.isDutch(word.folded) && !FOREIGN_LETTER.test(word.text);
}

/**
 * In no list, and no compound or inflection of Dutch words either, unless its letters look like a name: Wiebrand is no
 * wie-brand and Nieuwenkamp no new camp.
 */
export function isUnknown(context: NameContext, index: number): boolean {
  const word = wordAt(context, index);
  if (flagsAt(context, index) !== 0) return false;
  const least = isDerived(context, word) ? DERIVED_SHAPE_MIN : FOREIGN_SHAPE_MIN;
  return context.lexicon.nameShape(word.folded) > least;
}

/** The same for a word that neither a capital inside the sentence nor a title marks. */
export function isUnknownUnmarked(context: NameContext, index: number): boolean {
  const word = wordAt(context, index);
  if (flagsAt(context, index) !== 0) return false;
  const shape = context.lexicon.nameShape(word.folded);
  if (!isDerived(context, word)) return shape > FOREIGN_SHAPE_MIN_UNMARKED;
  return word.folded.length <= DERIVED_LENGTH_MAX_UNMARKED && shape > DERIVED_SHAPE_MIN_UNMARKED;
}

/** With these letters and in no list of words or places, a word is a name rather than a village abroad. */
function isUnlistedShape(context: NameContext, index: number): boolean {
  return isUnknown(context, index) && context.lexicon.nameShape(wordAt(context, index).folded) > 0;
}

/** The characters between two neighbouring words. */
export function gapBefore(context: NameContext, index: number): string {
  const word = context.words[index];
  const previous = context.words[index - 1];
  if (!word || !previous) return "\n";
  return context.text.slice(previous.end, Math.min(word.start, previous.end + 6));
}

/** Whether a word stands right behind the one before: a space, or an abbreviation's stop and a space. */
export function follows(context: NameContext, index: number): boolean {
  return /^\.?[ ]{1,2}$|^-$|^['’]$|^\.$|^$/.test(gapBefore(context, index)) || isShortArticle(context, index);
}

/** "van 't Hof": the apostrophe of the article stands apart from the word before. */
export function isShortArticle(context: NameContext, index: number): boolean {
  return wordAt(context, index).folded === "t" && /^ ['’]$/.test(gapBefore(context, index));
}

export function isAfterPlacePreposition(context: NameContext, index: number): boolean {
  let at = index - 1;
  const previous = wordAt(context, at);
  if (gapBefore(context, index) !== " ") {
    // "via Izmir en Athene", "Kumasi, Londen": a list of places goes on.
    return (
      gapBefore(context, index) === ", " &&
      !isUnlistedShape(context, index) &&
      isPlace(flagsAt(context, at)) &&
      !isNameish(flagsAt(context, at))
    );
  }
  // "Naar Oumnia toe": people are gone to as well; places that are in no list are few.
  if (PLACE_PREPOSITIONS.has(previous.folded) && previous.shape !== "capital")
    return previous.folded !== "naar" || !isUnlistedShape(context, index);
  if (previous.folded === "en" || previous.folded === "of") at--;
  else return false;
  return isPlace(flagsAt(context, at)) && gapBefore(context, index - 1) === " " && !isNameish(flagsAt(context, at));
}

export function isParticle(word: Word): boolean {
  return PARTICLES.has(word.folded);
}

/** Verbs that only people are the subject of; a storm can come, be and go, but Storm tells and wants something. */
const VERBS_OF_PEOPLE = new Set(
  "wil wilde vertelt vertelde zegt zei belt belde vraagt vroeg mailt mailde appt appte denkt dacht voelt huilt lacht klaagt hoopt weigert snapt begrijpt kookt studeert tekent".split(
    " ",
  ),
);

export function isFollowedByVerbOfPeople(context: NameContext, index: number): boolean {
  return gapBefore(context, index + 1) === " " && VERBS_OF_PEOPLE.has(wordAt(context, index + 1).text);
}

/** What things do as well as people: "Taal is goed", "Huur wordt ingehouden". */
const VERBS_OF_ALL = new Set(
  "is was gaat ging wordt werd kan kon moet moest mag mocht komt kwam doet deed blijft bleef staat stond ligt lag loopt liep heeft had krijgt kreeg".split(
    " ",
  ),
);
export function isFollowedByVerbOfAll(context: NameContext, index: number): boolean {
  return VERBS_OF_ALL.has(wordAt(context, index + 1).folded);
}

/** The next word, when only a space (or a comma, or a closing quote) stands between, is something a person does. */
export function isFollowedByPersonVerb(context: NameContext, index: number): boolean {
  if (wordAt(context, index + 1).shape === "capital" || (flagsAt(context, index + 1) & PERSON_VERB) === 0) return false;
  return /^['"’”]?,? $/.test(gapBefore(context, index + 1));
}

export function isFunctionWord(context: NameContext, index: number): boolean {
  return (flagsAt(context, index) & FUNCTION_WORD) !== 0;
}
