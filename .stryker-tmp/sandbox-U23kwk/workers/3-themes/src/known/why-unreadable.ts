import type { UnreadableKind } from "@rode-draad/domain";
import { tokenise } from "@rode-draad/language";

/**
 * Below this share of words that the model knows a stretch is in another language, or no language: letters that happen to look
 * like a theme must not decide. Badly misspelt Dutch notes of the corpus stay above one half.
 */
export const FAMILIAR_MIN = 0.4;
/** English shares so many words with Dutch that it may pass for it; from this share of known words on it never does. */
const FAMILIAR_IF_ENGLISH_MAX = 0.8;
/** One word in five that only English has is more than a Dutch sentence borrows. */
const ENGLISH_SHARE_MIN = 0.2;
/** Fewer words than this show no language. */
const LANGUAGE_WORDS_MIN = 4;

/** Frequent English words that are no Dutch ones. */
const ENGLISH = new Set(
  (
    "the and with she her his they them their this that these from has have not for are were would because about which who" +
    " when where needs wants asks there you your my to be it its a on as at by but if or so he i"
  ).split(" "),
);

/** Capitals in groups of two or three. A Dutch sentence in capitals has a longer word. */
const ONLY_ABBREVIATIONS = /^(?:\P{L}*\p{Lu}{2,3}(?!\p{L}))+\P{L}*$/u;

const LETTER = /\p{L}/u;

/**
 * Why a stretch cannot be read; undefined when it can.
 *
 * @param familiarity share of its words that the model knows.
 */
export function whyUnreadable(stretch: string, familiarity: number): UnreadableKind | undefined {
  if (ONLY_ABBREVIATIONS.test(stretch)) return "no-words";
  if (familiarity >= FAMILIAR_IF_ENGLISH_MAX) return undefined;
  // A very long run of letters comes in pieces; it is still one word.
  const words = tokenise(stretch).filter(
    ({ kind, start }) => kind === "word" && !LETTER.test(stretch.charAt(start - 1)),
  );
  const showsLanguage = words.length >= LANGUAGE_WORDS_MIN;
  if (familiarity < FAMILIAR_MIN) return showsLanguage ? "other-language" : "no-words";
  const english = words.filter(({ norm }) => ENGLISH.has(norm)).length;
  return showsLanguage && english >= ENGLISH_SHARE_MIN * words.length ? "other-language" : undefined;
}
