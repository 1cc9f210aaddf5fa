import { stem, tokenise } from "@rode-draad/language";

/** The language of the texts: Dutch words are compared by stem; texts in no known language by the word itself. */
export type TermLanguage = "nl" | "none";

/** Called with each word: the form to compare by, and the word in lower case as it stands in the text. */
export type TermVisitor = (term: string, surface: string) => void;

/** No text needs more terms than this to be placed, and a 20,000-word text must not cost more than a long one. */
const TERMS_MAX = 200;
/** About 200 words of the longest kind; the rest of an endless text is not even cut into words. */
const CHARACTERS_MAX = 4_000;

/** The part of a text that is read. */
export function readableStart(text: string): string {
  return text.length <= CHARACTERS_MAX ? text : text.slice(0, CHARACTERS_MAX);
}

/**
 * The words of a text in order. Masks such as `[NAAM]` and bare numbers are left out: they are identifiers or amounts,
 * and never what a theme is about. One scan of the text.
 */
export function readTerms(text: string, language: TermLanguage, visit: TermVisitor): void {
  let terms = 0;
  for (const token of tokenise(text, 0, Math.min(text.length, CHARACTERS_MAX))) {
    if (token.kind !== "word") continue;
    // One letter is an initial or a slip, in Dutch and elsewhere.
    if (token.norm.length < 2) continue;
    visit(language === "nl" ? stem(token.norm) : token.norm, token.norm);
    if (++terms === TERMS_MAX) return;
  }
}
