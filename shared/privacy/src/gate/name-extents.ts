import { GIVEN, KIN, NEVER_NAME, NICKNAME_KIN, PROPER_NAME, ROLE, SURNAME, TITLE, TRUSTED, WORD } from "./lexicon.js";
import {
  flagsAt,
  gapBefore,
  isCommon,
  isFunctionWord,
  isNameish,
  isNever,
  isOtherProper,
  isParticle,
  isPlace,
  isShortArticle,
  isTrustedName,
  isTrustedSurname,
  isUnknown,
  type NameContext,
  wordAt,
} from "./name-context.js";
import { FOREIGN_PARTICLES } from "./name-particles.js";
import type { Stretch } from "./readable-note.js";

/** From one word that is surely a name to the whole name: first names, initials, particles, double surnames. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

const NAME_WORDS_MAX = 8;

export function nameAround(context: NameContext, anchor: number): WordRange {
  let first = anchor;
  let last = anchor;
  for (
    let next = extendRight(context, last);
    next > last && next - first < NAME_WORDS_MAX;
    next = extendRight(context, last)
  )
    last = next;
  for (
    let next = extendLeft(context, first);
    next < first && last - next < NAME_WORDS_MAX;
    next = extendLeft(context, first)
  )
    first = next;
  return { first, last };
}

function isClose(context: NameContext, index: number): boolean {
  return /^(?: {1,2}|[-'’]?)$/.test(gapBefore(context, index)) || isShortArticle(context, index);
}

/** Whether a word can be the rest of a name that has begun. */
function canContinue(context: NameContext, index: number, afterParticle: boolean): boolean {
  const word = wordAt(context, index);
  if (word.opaque || word.shape === "letter") return false;
  const flags = flagsAt(context, index);
  const capital =
    word.shape === "capital" ||
    (word.shape === "upper" && wordAt(context, index - 1).shape === "upper" && !context.shouted);
  if (word.joined === "-" && (capital || wordAt(context, index - 1).shape === word.shape))
    return !isNever(flags) || capital;
  if (capital && !context.shouted) {
    // "Rianne Bloemendaal": behind a first name a town is a surname, as many are.
    if (afterParticle || (isPlace(flags) && isTrustedName(flagsAt(context, index - 1)))) return true;
    const isSurname = isTrustedSurname(flags & ~NEVER_NAME);
    return (!isNever(flags) || isSurname) && !isFunctionWord(context, index) && (flags & (TITLE | KIN | ROLE)) === 0;
  }
  if (isNever(flags) || isCommon(flags)) return false;
  if (afterParticle) return isNameish(flags) || isUnknown(context, index);
  if (wordAt(context, index - 1).shape === "capital" && !context.shouted) return false;
  // "hensley hart": behind a first name that is nothing else a frequent surname may be a rare word.
  if (isTrustedSurname(flags) && isTrustedName(flagsAt(context, index - 1))) return true;
  if ((flags & (SURNAME | GIVEN | PROPER_NAME)) !== 0) return (flags & WORD) === 0 && !isOtherProper(flags);
  return (
    isUnknown(context, index) &&
    word.folded.length > 3 &&
    !context.fragmented &&
    context.lexicon.nameShape(word.folded) > 0 &&
    !context.lexicon.isTypo(word.folded)
  );
}

function extendRight(context: NameContext, last: number): number {
  const next = last + 1;
  const word = wordAt(context, next);
  if (word.opaque) return last;
  if (word.shape === "letter" && /^ {1,2}$/.test(gapBefore(context, next)) && isLoneInitial(context, next)) return next;
  if (!isClose(context, next)) return last;
  // The s of a genitive belongs to the apostrophe, not to the name.
  if (/^['’]$/.test(word.joined) && word.folded.length < 3) return last;
  let at = next;
  while (at - next < 3 && isParticle(wordAt(context, at)) && isClose(context, at)) at++;
  if (at > next) {
    const capital = wordAt(context, at).shape !== "lower";
    const foreign = FOREIGN_PARTICLES.has(wordAt(context, at - 1).folded);
    if (wordAt(context, at).shape === "letter" && gapBefore(context, at) === " " && isLoneInitial(context, at))
      return at;
    // "aukje de wit": behind a first name that is nothing else even a frequent word is a surname.
    const isListed =
      isTrustedName(flagsAt(context, last)) && isTrustedSurname(flagsAt(context, at)) && !isFunctionWord(context, at);
    if (
      isClose(context, at) &&
      (isListed || canContinue(context, at, capital || foreign || !isCommon(flagsAt(context, at))))
    )
      return at;
    return last;
  }
  return canContinue(context, next, false) ? next : last;
}

/** "Semhar T.": one capital, alone, that ends the name. */
function isLoneInitial(context: NameContext, index: number): boolean {
  const word = wordAt(context, index);
  return (
    word.shape === "letter" && word.text !== "X" && /^[.\s,;)"'”’]?$/.test(context.text.slice(word.end, word.end + 1))
  );
}

function extendLeft(context: NameContext, first: number): number {
  const at = first - 1;
  const word = wordAt(context, at);
  if (word.opaque || !isClose(context, first)) return first;
  // "D'Angelo", "O'Brien".
  if (word.shape === "letter" && /^['’]$/.test(gapBefore(context, first))) return at;
  // "Dhr J Bakker": an initial without its stop, behind a title.
  if (word.shape === "letter" && isCueWord(context, at - 1) && /^\.? $/.test(gapBefore(context, at))) return at;
  if (isParticle(word)) {
    let start = at;
    // "de hond van Ten Have": a particle with a capital begins the name, whatever small one stands before it.
    const goesOn = (): boolean =>
      isParticle(wordAt(context, start - 1)) &&
      isClose(context, start) &&
      (wordAt(context, start).shape === "lower" || wordAt(context, start - 1).shape !== "lower");
    while (at - start < 2 && goesOn()) start--;
    const before = wordAt(context, start - 1);
    const capital = wordAt(context, start).shape !== "lower" && !context.shouted;
    const foreign = FOREIGN_PARTICLES.has(word.folded);
    const title = isCueWord(context, start - 1) && /^\.? {0,2}$/.test(gapBefore(context, start));
    const name = isClose(context, start) && canLead(context, start - 1) && !context.shouted && before.shape !== "lower";
    const anchor = flagsAt(context, first);
    if (
      foreign ||
      title ||
      name ||
      (capital && (!wordAt(context, start).opens || (anchor & (SURNAME | PROPER_NAME)) !== 0)) ||
      // "de Vries niet thuis": a note that opens with it means a person.
      (wordAt(context, start).opens &&
        wordAt(context, first).shape === "capital" &&
        isTrustedSurname(anchor) &&
        !isCommon(anchor))
    )
      return start;
    return first;
  }
  return canLead(context, at) || isNicknameKin(context, at) ? at : first;
}

function isCueWord(context: NameContext, index: number): boolean {
  return (flagsAt(context, index) & (TITLE | KIN | ROLE)) !== 0;
}

function isNicknameKin(context: NameContext, index: number): boolean {
  const word = wordAt(context, index);
  const flags = flagsAt(context, index);
  // Without a capital only a word that Dutch does not have ("umm khalil"); a "kleine adam" is a small one.
  if ((flags & NICKNAME_KIN) === 0) return false;
  // "Oma Let": a relation that many bear is part of the name only when it has a capital of its own.
  if ((flags & KIN) !== 0) return word.shape === "capital" && !word.opens;
  return word.shape === "capital" || (flags & WORD) === 0;
}

/** Whether a word can stand in front of a name as part of it: a first name, or a capital inside the sentence. */
function canLead(context: NameContext, index: number): boolean {
  const word = wordAt(context, index);
  if (word.opaque || isCueWord(context, index) || isFunctionWord(context, index)) return false;
  const flags = flagsAt(context, index);
  // "Dirk-Jan": joined to a name, even the name of a shop is half of a first name.
  if (wordAt(context, index + 1).joined === "-" && word.shape === "capital") return true;
  // "Mei Wang": inside a sentence no month has a capital.
  if (isNever(flags))
    return (
      word.shape === "capital" && !word.opens && !context.shouted && (flags & GIVEN) !== 0 && (flags & TRUSTED) !== 0
    );
  if (word.shape === "lower" || context.shouted)
    return isTrustedName(flags) || ((flags & GIVEN) !== 0 && (flags & TRUSTED) !== 0 && !isCommon(flags));
  if (word.shape === "letter") return false;
  if (word.opens)
    return (
      (isNameish(flags) && !isCommon(flags)) ||
      ((flags & GIVEN) !== 0 && (flags & TRUSTED) !== 0) ||
      (flags === 0 && isUnknown(context, index))
    );
  // Inside a sentence a capital in front of a name belongs to it, whatever the word (Lente de Graaf).
  return true;
}

/** The characters of a range of words, with the stop of an initial at the end. */
export function stretchOf(context: NameContext, range: WordRange): Stretch {
  const last = wordAt(context, range.last);
  const stop = last.shape === "letter" && context.text.charAt(last.end) === ".";
  const end = stop ? last.end + 1 : last.end;
  // "weiming58": digits stuck to a name make an account of it.
  const digits = /^\d{1,4}(?![\p{L}\d])/u.exec(context.text.slice(end, end + 5))?.[0].length ?? 0;
  return { start: wordAt(context, range.first).start, end: end + digits };
}
