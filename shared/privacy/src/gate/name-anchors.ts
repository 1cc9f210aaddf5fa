import { COMMON, GIVEN, KIN, NEVER_NAME, PROPER_NAME, ROLE, SURNAME, TITLE, TRUSTED, WORD } from "./lexicon.js";
import {
  flagsAt,
  follows,
  gapBefore,
  isAfterPlacePreposition,
  isCommon,
  isFollowedByPersonVerb,
  isFollowedByVerbOfAll,
  isFollowedByVerbOfPeople,
  isFunctionWord,
  isNameish,
  isNever,
  isOtherProper,
  isParticle,
  isTrustedName,
  isTrustedSurname,
  isUnknown,
  isUnknownUnmarked,
  type NameContext,
  wordAt,
} from "./name-context.js";
import { isCutShort, isNameAfterCue, isUnknownName } from "./name-cues.js";
import { isAfterArticle, isArticle, isFlower, isHomograph, isMonth, isNamedThing, isThing } from "./name-things.js";
import { isAfterCompany, isBesideName, isUnlistedName } from "./unlisted-names.js";
import type { Word } from "./words.js";

/**
 * Which words surely belong to a person's name. Dutch writes ordinary nouns without a capital, so inside a sentence a
 * capital on a word that is no place, institution or brand is a name; at the start of a sentence and in lower case the
 * lists and the words around it decide. One look at each word and its neighbours: O(words).
 */
export function isNameAnchor(context: NameContext, index: number): boolean {
  const word = wordAt(context, index);
  if (word.opaque || word.folded.length < 2 || isParticle(word)) return false;
  // Most words are ordinary and small; they are names only behind the particle of a surname (mw van der linde).
  const flags = flagsAt(context, index);
  if (word.shape === "lower" && (flags & WORD) !== 0 && !isNameish(flags) && !isParticle(wordAt(context, index - 1)))
    return false;
  if (isPartOfCompound(context, index)) return false;
  if (isGluedGenitive(context, index)) return true;
  if (isNameAfterCue(context, index)) return true;
  if (isAfterCapitalParticle(context, index)) return true;
  // "Guillain-Barré": joined to a thing's name.
  if (word.joined === "-" && isNever(flagsAt(context, index - 1)) && !isNameish(flagsAt(context, index - 1)))
    return false;
  // "Saba en Winta", "Santiago appte": a place that people are called after, beside a name or before what only people do.
  if (
    isNever(flags) &&
    word.shape === "capital" &&
    (flags & GIVEN) !== 0 &&
    (flags & TRUSTED) !== 0 &&
    (flags & KIN) === 0 &&
    (isBesideName(context, index) || isFollowedByVerbOfPeople(context, index))
  )
    return true;
  if (isNever(flags) || isFunctionWord(context, index) || followsDigit(context, word) || isNamedThing(context, index))
    return false;
  if (isMonth(context, index)) return false;
  if (word.shape !== "lower" && isAfterDen(context, index)) return false;
  if (context.shouted || word.shape === "lower") return isLowerCaseName(context, index, word);
  if (word.shape === "upper") return isShoutedName(context, index, word);
  if (word.shape === "letter") return false;
  return word.opens ? isOpeningName(context, index, word) : isCapitalName(context, index, word);
}

/** "Barthel-formulier", "WhatsApp-groep": the name of a thing. "ter Braak-Smit" is joined by capitals and stays. */
function isPartOfCompound(context: NameContext, index: number): boolean {
  const word = wordAt(context, index);
  const next = wordAt(context, index + 1);
  if (word.shape === "lower") return false;
  return next.joined === "-" && next.shape === "lower" && !isNameish(flagsAt(context, index + 1));
}

/**
 * "met Ter Horst", "collega Van As", "De Bruin wil": a particle with a capital inside the sentence makes a surname of a town or a
 * word, too. "De" does so with listed surnames only, and where it opens the sentence a person must do what follows.
 */
function isAfterCapitalParticle(context: NameContext, index: number): boolean {
  const word = wordAt(context, index);
  const particle = wordAt(context, index - 1);
  if (word.shape !== "capital" || particle.shape !== "capital" || !isParticle(particle)) return false;
  if (gapBefore(context, index) !== " " || isAfterDen(context, index) || isNamedThing(context, index - 1)) return false;
  // "in Ter Apel", "naar Ter Apel".
  if (isAfterPlacePreposition(context, index - 1)) return false;
  const isListed = isTrustedSurname(flagsAt(context, index) & ~NEVER_NAME);
  if (particle.opens) return isListed && isFollowedByPersonVerb(context, index);
  const isInTitle = isAfterCapital(context, index - 1) && !wordAt(context, index - 2).opens;
  return isListed || (NAME_OPENERS.has(particle.folded) && !isInTitle);
}

const NAME_OPENERS = new Set("van ter ten te von".split(" "));

/** "2555CA", "4e": letters behind a digit are part of the number. */
function followsDigit(context: NameContext, word: Word): boolean {
  return /\d/.test(context.text.charAt(word.start - 1));
}

const DEN_TOWNS = new Set("haag helder bosch ham dolder hoorn oever burg ilp hout".split(" "));

/** "Den Haag", "Den Helder", "Den Bosch" are towns unless a title or a first name stands in front. */
function isAfterDen(context: NameContext, index: number): boolean {
  const den = wordAt(context, index - 1);
  return den.text === "Den" && gapBefore(context, index) === " " && DEN_TOWNS.has(wordAt(context, index).folded);
}

/** In a broken-up note short lower-case pieces are pieces, not names (afreke ning). */
const FRAGMENTED_NAME_MIN = 6;

/** "Lente de Graaf": the article stands behind a name, so it is a particle. */
function isAfterCapital(context: NameContext, index: number): boolean {
  const before = wordAt(context, index - 1);
  return before.shape === "capital" && gapBefore(context, index) === " " && !isNever(flagsAt(context, index - 1));
}

/** A capital inside a sentence. */
function isCapitalName(context: NameContext, index: number, word: Word): boolean {
  const flags = flagsAt(context, index);
  // "slaapt 4 u. Wil geen pillen": the stop of an abbreviation may be that of the sentence, and then a frequent word says nothing.
  if (isCommon(flags) && /^\.? ?\. ?$/.test(gapBefore(context, index))) return isOpeningName(context, index, word);
  if (isAfterPlacePreposition(context, index))
    return (flags & GIVEN) !== 0 && (flags & TRUSTED) !== 0 && (flags & WORD) === 0;
  if (isOtherProper(flags) && (flags & GIVEN) === 0) return false;
  if (isCommon(flags) && !isAfterCapital(context, index - 1) && isAfterArticle(context, index)) return false;
  // Names of elsewhere that are Dutch words (Yoga, Opera) are words, unless a person does what follows.
  // "moet Luchten, dan Bellen": a frequent word that is a surname too needs somebody around it.
  if (
    isCommon(flags) &&
    (flags & SURNAME) !== 0 &&
    (flags & GIVEN) === 0 &&
    !isInCapitalRow(context, index + 1, index + 1)
  )
    return isAfterCompany(context, index) || isFollowedByPersonVerb(context, index) || isGenitive(context, word);
  // "Langer Thuis", "Samen Sterk": a word with a capital in front of another is a title.
  if ((flags & WORD) !== 0 && (flags & GIVEN) === 0 && isInCapitalRow(context, index + 1, index + 1)) return false;
  if (isNameish(flags))
    return (flags & WORD) === 0 || (flags & TRUSTED) !== 0 || isFollowedByPersonVerb(context, index);
  if (isUnknown(context, index)) return !isThing(context, index, word) && !isCutShort(context, word.folded, 0);
  return (
    isFollowedByPersonVerb(context, index) &&
    !(isCommon(flags) && isFollowedByVerbOfAll(context, index)) &&
    isLoneCapital(context, index, word)
  );
}

/** Names that are words too are short and simple (Beer, Joy, Storm); institutions are long or stand in a row. */
const WORD_NAME_LENGTH_MAX = 8;

/** "dat Beer slaapt": an ordinary word with a capital that nothing around it explains. */
function isLoneCapital(context: NameContext, index: number, word: Word): boolean {
  const flags = flagsAt(context, index);
  if ((flags & (WORD | COMMON)) === 0 || word.folded.length < 3 || word.folded.length > WORD_NAME_LENGTH_MAX)
    return false;
  if (!/^(?: |, |,? en | \()$/.test(gapBefore(context, index)) || /^['’]s/.test(context.text.slice(word.start - 3)))
    return false;
  return !isInCapitalRow(context, index - 1, index) && !isInCapitalRow(context, index + 1, index + 1);
}

/** Whether the word beside it is a capitalised ordinary word or institution, so that both are one title (Haag Wonen). */
function isInCapitalRow(context: NameContext, beside: number, gapAt: number): boolean {
  const word = wordAt(context, beside);
  if (!/^[ -]$/.test(gapBefore(context, gapAt)) || word.shape === "lower" || word.shape === "letter") return false;
  const flags = flagsAt(context, beside);
  // "Met Beer gewandeld": the small word has its capital from the sentence.
  if (word.opens && isFunctionWord(context, beside)) return false;
  return !isNameish(flags) && (isNever(flags) || !isUnknown(context, beside)) && (flags & (KIN | ROLE | TITLE)) === 0;
}

/** Unlisted names have about this many letters; longer unknown words are compounds of the trade. */
const UNKNOWN_NAME_MIN = 4;
const UNKNOWN_NAME_MAX = 11;

/** Letters like these are a name's at the start of a sentence, whatever follows ("Oumnia: wil graag zwemmen"). */
const SURE_SHAPE_MIN = 0;

/** The first word of a sentence, a line, a table cell or a quote. */
function isOpeningName(context: NameContext, index: number, word: Word): boolean {
  const flags = flagsAt(context, index);
  const next = wordAt(context, index + 1);
  const nextIsName =
    follows(context, index + 1) &&
    next.shape === "capital" &&
    (isNameish(flagsAt(context, index + 1)) || isUnknown(context, index + 1)) &&
    !isNever(flagsAt(context, index + 1));
  const verb = isFollowedByPersonVerb(context, index);
  const field = isWholeField(context, index);
  if (isOtherProper(flags) && (flags & GIVEN) === 0) return false;
  // "Ma zegt nee": a relation, though some are called so.
  if ((flags & KIN) !== 0) return false;
  if ((flags & GIVEN) !== 0) {
    if (isFollowedByVerbOfPeople(context, index)) return true;
    if ((flags & WORD) === 0 || ((flags & TRUSTED) !== 0 && !isCommon(flags))) return true;
    return verb || nextIsName || field;
  }
  if ((flags & (SURNAME | PROPER_NAME)) !== 0) {
    if ((flags & WORD) === 0)
      return (flags & SURNAME) !== 0 || verb || nextIsName || field || isGenitive(context, word);
    return (
      (nextIsName && !isCommon(flags)) ||
      (verb && !isCommon(flags)) ||
      ((field || isLabel(context, word)) && (flags & SURNAME) !== 0 && !isCommon(flags))
    );
  }
  if (!isUnknownName(context, index, isUnknownUnmarked))
    return isFollowedByVerbOfPeople(context, index) && isUnknownName(context, index);
  if (context.lexicon.nameShape(word.folded) > SURE_SHAPE_MIN && isBareOpening(context, index)) return true;
  if (verb || nextIsName || field || isGenitive(context, word) || isFollowedByPersonalFact(context, word)) return true;
  // What is left is no Dutch, no slip and no abbreviation: in front of a sentence that goes on, a name.
  const usual = word.folded.length >= UNKNOWN_NAME_MIN && word.folded.length <= UNKNOWN_NAME_MAX;
  if (usual && next.shape === "lower" && gapBefore(context, index + 1) === " " && !context.fragmented)
    return !context.lexicon.isAbbreviation(word.folded);
  return /^ ?[('"‘“]$/.test(gapBefore(context, index)) || /:\s?$/.test(gapBefore(context, index));
}

/** "Arvin (8 mrt 2011)", "Ama, geb.", "Oksana en haar zoon", "Semhar T.": what stands behind a person only. */
function isFollowedByPersonalFact(context: NameContext, word: Word): boolean {
  return /^(?: \(\d|,? geb| en (?:haar|zijn|hun|ik|cli[eë]nt)(?!\p{L})| \p{Lu}\.(?: |$)|, (?:die|wat|een|\d))/u.test(
    context.text.slice(word.end, word.end + 14),
  );
}

/** "Hoving: nieuwe afspraak". */
function isLabel(context: NameContext, word: Word): boolean {
  return /^: \p{L}/u.test(context.text.slice(word.end, word.end + 3));
}

function isGenitive(context: NameContext, word: Word): boolean {
  return /^['’]s?\s/.test(context.text.slice(word.end, word.end + 3));
}

/** Alone, or with one or two more capitalised words, between the borders of a line or a table cell. */
function isWholeField(context: NameContext, index: number): boolean {
  const word = wordAt(context, index);
  const before = context.text.slice(Math.max(0, word.start - 3), word.start);
  const after = context.text.slice(word.end, word.end + 40);
  return (
    /(?:^|[\n|;\t])\s*$/.test(before) &&
    /^(?: \p{Lu}[\p{L}.'-]*){0,2}\s*(?:[\n|;\t(,]|$)/u.test(after) &&
    /[\n|;\t]/.test(context.text)
  );
}

/** A name without a capital, or in a text where capitals say nothing. */
function isLowerCaseName(context: NameContext, index: number, word: Word): boolean {
  const flags = flagsAt(context, index);
  if (context.fragmented && word.folded.length < FRAGMENTED_NAME_MIN) return false;
  // "zet er een mark in", "de iris bloeit": with an article in front a name that is a thing too is the thing.
  if (!context.shouted && isArticle(wordAt(context, index - 1)) && !isFollowedByVerbOfPeople(context, index))
    return false;
  if (isAfterPlacePreposition(context, index) && !((flags & GIVEN) !== 0 && isTrustedName(flags))) return false;
  if (isFlower(context, index) || isHomograph(context, index)) return false;
  const verb = isFollowedByPersonVerb(context, index);
  if ((flags & GIVEN) !== 0 && (flags & WORD) === 0 && !isOtherProper(flags)) {
    if ((flags & TRUSTED) !== 0)
      return (
        word.folded.length > 3 ||
        verb ||
        word.opens ||
        (word.folded.length > 2 && (isAfterCompany(context, index) || isBesideName(context, index)))
      );
    return word.folded.length > 4 && (verb || word.opens || isGenitive(context, word));
  }
  if ((flags & GIVEN) !== 0 && (flags & TRUSTED) !== 0 && isCommon(flags))
    return word.opens && isFollowedByVerbOfPeople(context, index);
  if ((flags & GIVEN) !== 0 && (flags & TRUSTED) !== 0)
    return (
      verb ||
      isGenitive(context, word) ||
      isBesideName(context, index) ||
      (word.folded.length > 4 && isAfterCompany(context, index))
    );
  if (context.shouted && isUnlistedName(context, index)) return true;
  if (context.shouted)
    return (
      (flags & (SURNAME | PROPER_NAME)) !== 0 && (flags & WORD) === 0 && !isOtherProper(flags) && word.folded.length > 3
    );
  if ((flags & SURNAME) !== 0 && (flags & TRUSTED) !== 0 && (flags & WORD) === 0)
    return (
      word.folded.length > 4 &&
      (verb || isAfterCompany(context, index) || (word.opens && wordAt(context, index + 1).shape === "lower"))
    );
  if (isUnlistedName(context, index)) return true;
  if (isGenitive(context, word) && isUnknownName(context, index) && word.folded.length > 3) return true;
  return verb && word.folded.length > 3 && isUnknownName(context, index) && isBareOpening(context, index);
}

/** "wouters zus", "Sjoerds moeder": a first name with the s of the genitive, in front of a relation. */
function isGluedGenitive(context: NameContext, index: number): boolean {
  const { folded } = wordAt(context, index);
  const flags = context.lexicon.flags(folded.slice(0, -1));
  return (
    folded.endsWith("s") &&
    (flags & GIVEN) !== 0 &&
    isTrustedName(flags) &&
    gapBefore(context, index + 1) === " " &&
    (flagsAt(context, index + 1) & KIN) !== 0
  );
}

/** An unknown lower-case word at the very start of a note or line, before a verb: "akosua heeft brief gekregen". */
function isBareOpening(context: NameContext, index: number): boolean {
  return index === 0 || /[.\n]\s*$/.test(gapBefore(context, index));
}

/** A word in capitals inside an ordinary note: VISSER, ÜLKÜ; short ones are abbreviations. */
function isShoutedName(context: NameContext, index: number, word: Word): boolean {
  const flags = flagsAt(context, index);
  if (word.folded.length < 4) return false;
  if (isTrustedName(flags) || (word.folded.length > 4 && isUnlistedName(context, index))) return true;
  return (flags & (SURNAME | GIVEN)) !== 0 && (flags & TRUSTED) !== 0 && (word.joined === "" || !isCommon(flags));
}
