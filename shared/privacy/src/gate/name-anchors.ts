import { WORD } from "./lexicon.js";
import { flagsAt, gapBefore, isNameish, isParticle, type NameContext } from "./name-context.js";
import { isNameAfterCue } from "./name-cues.js";
import { isCandidate, nameEvidence } from "./name-evidence.js";
import type { Word } from "./words.js";

/** Log-odds over which a word is masked: rather three ordinary words than one name that passes. */
const EVIDENCE_MIN = -0.5;
/** In a broken-up note short lower-case pieces are pieces, not names (afreke ning). */
const FRAGMENTED_NAME_MIN = 6;

/**
 * Which words surely belong to a person's name: behind a title or a relation by rule, and everywhere else when the lists, the letters
 * and the words around speak for it together. One look at each word and its neighbours: O(words).
 */
export function isNameAnchor(context: NameContext, index: number): boolean {
  const word = context.words[index];
  if (!word || word.opaque || word.folded.length < 2 || isParticle(word)) return false;
  // Most words are ordinary and small; they are names only behind the particle of a surname (mw van der linde).
  const flags = flagsAt(context, index);
  if (word.shape === "lower" && (flags & WORD) !== 0 && !isNameish(flags) && !isParticle(context.words[index - 1]))
    return false;
  if (isPartOfCompound(context, index) || followsDigit(context, word)) return false;
  if (isNameAfterCue(context, index)) return true;
  if (context.fragmented && word.shape === "lower" && word.folded.length < FRAGMENTED_NAME_MIN) return false;
  return (
    isCandidate(context, index) &&
    !isAfterDen(context, index) &&
    nameEvidence(context, index, EVIDENCE_MIN) > EVIDENCE_MIN
  );
}

/** "Barthel-formulier", "WhatsApp-groep": the name of a thing. "ter Braak-Smit" is joined by capitals and stays. */
function isPartOfCompound(context: NameContext, index: number): boolean {
  const word = context.words[index];
  const next = context.words[index + 1];
  if (word?.shape === "lower") return false;
  return next !== undefined && next.joined === "-" && next.shape === "lower" && !isNameish(flagsAt(context, index + 1));
}

/** "2555CA", "4e": letters behind a digit are part of the number. */
function followsDigit(context: NameContext, word: Word): boolean {
  return /\d/.test(context.text.charAt(word.start - 1));
}

/** "Den Haag", "Den Helder", "Den Bosch" are towns unless a title or a first name stands in front. */
function isAfterDen(context: NameContext, index: number): boolean {
  const den = context.words[index - 1];
  return (
    den?.text === "Den" &&
    gapBefore(context, index) === " " &&
    /^(?:haag|helder|bosch|ham|dolder|hoorn|oever|burg|ilp|hout)$/.test(context.words[index]?.folded ?? "")
  );
}
