import {
  GIVEN,
  KIN,
  NEVER_NAME,
  PERSON_VERB,
  PLACE,
  PROPER_OTHER,
  ROLE,
  SURNAME,
  TITLE,
  TRUSTED,
  WORD,
} from "./lexicon.js";
import {
  flagsAt,
  follows,
  gapBefore,
  isCommon,
  isFollowedByPersonVerb,
  isFollowedByVerbOfAll,
  isFunctionWord,
  isNameish,
  isNever,
  isOtherProper,
  isParticle,
  isTrustedSurname,
  isUnknown,
  type NameContext,
  wordAt,
} from "./name-context.js";
import type { Word } from "./words.js";

const NAMING_WORDS = new Set(
  "heet heten genaamd geheten voornaam achternaam roepnaam noemt genoemd heette naam".split(" "),
);
const GREETING_WORDS = new Set(["met", "spreekt"]);

type Cue = "title" | "kin" | "naming" | undefined;

/** A title, a family word or "heet" right before the word, or before the particles in front of it. */
function cueBefore(context: NameContext, index: number): Cue {
  let at = index - 1;
  for (let steps = 0; steps < 3 && isParticle(wordAt(context, at)) && follows(context, at + 1); steps++) at--;
  const previous = wordAt(context, at);
  if (previous.opaque) return undefined;
  const flags = flagsAt(context, at);
  const naming = NAMING_WORDS.has(previous.folded);
  const greets = GREETING_WORDS.has(previous.folded);
  if ((flags & (TITLE | KIN | ROLE)) === 0 && !naming && !greets) return undefined;
  const gap = gapBefore(context, at + 1);
  if (!/^[.]?[ ]{0,2}$|^, ?$|^ ?['"‘“]$|^: ?$|^\.?\n$/.test(gap)) return undefined;
  // "Groot gezin. De tuin": a title written in full ends its sentence with a stop, an abbreviation does not.
  if (gap.includes(".") && wordAt(context, at + 1).opens) return undefined;
  if ((flags & TITLE) !== 0 && !gap.includes(",")) return "title";
  if (gap.includes(".")) return undefined;
  if ((flags & (KIN | ROLE)) !== 0) return "kin";
  if (naming) return "naming";
  const greeting =
    greets &&
    /(?:hallo|spreekt u|u spreekt|goedemorgen|goedemiddag|dag|hoi) (?:met|spreekt)$/i.test(
      context.text.slice(Math.max(0, previous.end - 30), previous.end),
    );
  return greeting ? "naming" : undefined;
}

/** Compounds with such an end are surnames behind a title, whatever the dictionary makes of their parts (mw schoenmakers). */
const SURNAME_ENDING =
  /(?:makers?|huizen|kamp|veld|land|berg|bergen|heuvel|broek|dijk|mei?jer|meyer|hout|horst|hof|hoven|veen|boom|donk|burg|brink|mans|steijn|stein|voort|wijk|stra|sma)$/;

/** Brands and peoples that the spelling list holds look less like a name than this (Okan, Tsjitske look more). */
const OTHER_PROPER_SHAPE_MIN = 2;

/** Whether a word is a name because of the title, the family word or the "heet" in front of it. */
export function isNameAfterCue(context: NameContext, index: number): boolean {
  const word = wordAt(context, index);
  const flags = flagsAt(context, index);
  if (word.shape === "letter") return false;
  const cue = cueBefore(context, index);
  if (cue === undefined) return false;
  const directly = gapBefore(context, index).trim() === "";
  const capital = (word.shape === "capital" || (word.shape === "upper" && word.text.length > 3)) && !context.shouted;
  if (cue === "title") {
    if (isFunctionWord(context, index)) return false;
    if (word.shape === "upper" && word.text.length < 6 && !context.shouted && !isNameish(flags))
      return word.text.length > 3 && isUnknown(context, index);
    if (gapBefore(context, index).includes("\n") && !isNameish(flags) && !isUnknown(context, index)) return false;
    if (capital && isParticle(wordAt(context, index - 1)) && isWhereabouts(context, index)) return false;
    if (capital)
      return !isNever(flags) || (flags & (SURNAME | GIVEN | PLACE)) !== 0
        ? !isSentenceAfterTitle(context, index)
        : false;
    if (isNever(flags) && (flags & SURNAME) === 0) return false;
    if (isParticle(wordAt(context, index - 1)) && isWhereabouts(context, index)) return false;
    if (isOldParticle(context, index - 1)) return DER.has(wordAt(context, index - 1).folded) || !isCommon(flags);
    if (isParticle(wordAt(context, index - 1)))
      return (
        isUnknown(context, index) ||
        (isCommon(flags) ? isTrustedSurname(flags) && !isWhereabouts(context, index) : isNameish(flags))
      );
    // "mw bakker gebeld": a frequent surname that is a word too, with something a person does behind it.
    if (
      isTrustedSurname(flags & ~NEVER_NAME) &&
      !isFunctionWord(context, index) &&
      isFollowedByPersonVerb(context, index)
    )
      return true;
    return (
      (isNameish(flags) && (flags & WORD) === 0) ||
      (isNameish(flags) && (flags & TRUSTED) !== 0 && !isCommon(flags)) ||
      isUnknownName(context, index) ||
      ((flags & ~PROPER_OTHER) === 0 && SURNAME_ENDING.test(word.folded))
    );
  }
  if (isNever(flags) || isFunctionWord(context, index)) return false;
  // "partner NAH": three capitals are an abbreviation.
  if (word.shape === "upper" && word.text.length < 4 && !context.shouted && !isNameish(flags)) return false;
  // "Haar man, Leen, ziet slecht": inside a sentence the capital alone makes a name of any word behind a relation.
  // "zat met baby Gewicht is goed": a frequent word right behind it begins something else.
  if (capital && directly && !isNameish(flags) && isCommon(flags)) return false;
  // "Broer Okan geeft toe": a brand or a people does not do what a person does behind a relation.
  if (
    capital &&
    directly &&
    !word.opens &&
    isFollowedByPersonVerb(context, index) &&
    !isFollowedByVerbOfAll(context, index)
  )
    return true;
  if (capital && !word.opens && word.shape === "capital")
    return (
      !isOtherProper(flags) ||
      isNameish(flags) ||
      SURNAME_ENDING.test(word.folded) ||
      context.lexicon.nameShape(word.folded) > OTHER_PROPER_SHAPE_MIN
    );
  const isInField = (cue === "naming" || context.shouted) && gapBefore(context, index).startsWith(":");
  if (!(directly || isInField) || isParticle(wordAt(context, index - 1))) return false;
  if (capital) return isNameish(flags) ? !isOtherProper(flags) || (flags & GIVEN) !== 0 : isUnknown(context, index);
  const given = isNameish(flags) && ((flags & WORD) === 0 || (isInField && isTrustedSurname(flags)));
  // "zoon storm zit weer thuis": a frequent word only in front of what a person does.
  const rareWord =
    (flags & GIVEN) !== 0 && (flags & TRUSTED) !== 0 && (!isCommon(flags) || isFollowedByPersonVerb(context, index));
  return (
    given ||
    rareWord ||
    (word.folded.length > 2 &&
      isUnknownName(context, index) &&
      !context.fragmented &&
      (cue === "naming" || wordAt(context, index + 1).joined !== "-"))
  );
}

const WHEREABOUTS = new Set(
  "hoek overkant boven beneden eerste tweede derde vierde vijfde trap trappen straat buurt galerij gang flat portiek winkel kerk groep school pillen les krant gas post markt".split(
    " ",
  ),
);

/** "mevrouw op de hoek", "dhr te laat": these particles stand before places and times more often than before rare surnames. */
function isWhereabouts(context: NameContext, index: number): boolean {
  const [word, previous] = [wordAt(context, index), wordAt(context, index - 1)];
  const first = previous.folded === "de" || previous.folded === "het" ? wordAt(context, index - 2) : previous;
  if (first.shape !== "lower" && previous.shape !== "lower") return false;
  return first.folded === "op" || first.folded === "te" || (word.shape === "lower" && WHEREABOUTS.has(word.folded));
}

const DER = new Set(["der", "den", "t"]);

/** "dhr van der linde": these particles stand in surnames only, so even an ordinary word behind them is one. */
function isOldParticle(context: NameContext, index: number): boolean {
  const { folded } = wordAt(context, index);
  return folded === "ter" || folded === "ten" || (DER.has(folded) && isParticle(wordAt(context, index - 1)));
}

/** A slip of the keyboard looks like a Dutch word; a name that is one letter away from one looks like a name (Meiling). */
const TYPO_SHAPE_MIN = 0;
/** A stop behind a shorter word is that of an abbreviation. */
const FULL_LENGTH_MIN = 5;

/** "Huisbez. ivm klacht", "Eritr., 46": with a capital and a stop behind which the sentence goes on. */
function isCutOff(context: NameContext, word: Word): boolean {
  return word.shape === "capital" && /^\.(?:,| ?[\p{Ll}\d])/u.test(context.text.slice(word.end, word.end + 3));
}

/** Letters this much like a name's outweigh that a longer word begins with them. */
const CUT_SHORT_SHAPE_MAX = 2.5;

/** "meegek", "opgeh": a participle, however much of it is written. */
const PARTICIPLE = /^(?:aan|af|bij|door|langs|mee|na|om|op|over|terug|toe|uit|voor|weg)ge\p{L}/u;

/** "Apoth", "Kleinz", "Casemgr": the beginning of a word, or one that ends as no word does and looks like no name. */
export function isCutShort(context: NameContext, folded: string, shapeMax = CUT_SHORT_SHAPE_MAX): boolean {
  const shape = context.lexicon.nameShape(folded);
  return (
    (shape < shapeMax && (context.lexicon.isAbbreviation(folded) || PARTICIPLE.test(folded))) ||
    (shape < 0 && /[^aeiouy]{3}$/.test(folded))
  );
}

/** Unknown, and no abbreviation without vowels (zkt, gsprk) such as hurried notes are full of. */
export function isUnknownName(context: NameContext, index: number, unknown = isUnknown): boolean {
  const word = wordAt(context, index);
  if (isCutOff(context, word)) return false;
  const { folded } = word;
  return (
    /[aeiouy]/.test(folded) &&
    unknown(context, index) &&
    !isCutShort(context, folded) &&
    (context.lexicon.nameShape(folded) > TYPO_SHAPE_MIN || !context.lexicon.isTypo(folded)) &&
    (folded.length >= FULL_LENGTH_MIN || context.text.charAt(word.end) !== ".")
  );
}

/** "…, aldus mw. Wil graag": after a title's stop an ordinary word that is no surname opens a new sentence. */
function isSentenceAfterTitle(context: NameContext, index: number): boolean {
  const flags = flagsAt(context, index);
  if (isParticle(wordAt(context, index - 1))) return false;
  // A title that opens the sentence cannot end it.
  if (wordAt(context, index - 1).opens) return (flags & PERSON_VERB) !== 0 && !isNameish(flags);
  if (!gapBefore(context, index).includes(".")) return (flags & PERSON_VERB) !== 0 && !isNameish(flags);
  return isCommon(flags) && (flags & (SURNAME | TRUSTED)) === 0;
}
