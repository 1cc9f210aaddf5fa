import type { Lexicon } from "./lexicon.js";
import { isShouted } from "./name-context.js";
import { isKindBefore } from "./organisation-kinds.js";
import type { Word } from "./words.js";

/** First and last word of a name, and how many characters behind the last one belong to it ("B.V."). */
export type NameRange = readonly [first: number, last: number, extra: number];

export const NAME_WORDS_MAX = 6;
export const LINKS = new Set("van de der den het t en voor in op aan bij te ten ter by and of".split(" "));
/** Links that join two things as often as two words of one name. */
const LOOSE_LINK = /^(?:en|op|aan|bij|in|voor)$/;
const CORPORATE_AFTER =
  /^ (?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|& (?:[Zz]n|[Zz]oon|[Zz]onen|Co|[Zz]oons?|[Pp]artners)\b\.?|en (?:Zn|Zoon|Zonen|Partners)\b)/u;

/** A note's words with what the rules for organisations ask about them. */
export class OrganisationWords {
  /** In a note of capitals only the rules for small letters tell a name from a word. */
  readonly shouted: boolean;

  constructor(
    readonly text: string,
    readonly words: readonly Word[],
    readonly lexicon: Lexicon,
  ) {
    this.shouted = isShouted(words);
  }

  flagsAt(index: number): number {
    return this.lexicon.flags(this.words[index]?.folded ?? "");
  }

  /** So many characters in front of a word. */
  before(index: number, reach: number): string {
    const start = this.words[index]?.start ?? 0;
    return this.text.slice(Math.max(0, start - reach), start);
  }

  gapBefore(index: number): string {
    const [previous, word] = [this.words[index - 1], this.words[index]];
    return previous && word ? this.text.slice(previous.end, word.start) : "\n";
  }

  isHead(index: number): boolean {
    return isKindBefore(this.lexicon, this.words[index]?.folded ?? "");
  }

  corporate(last: number): number {
    const end = this.words[last]?.end ?? 0;
    return CORPORATE_AFTER.exec(this.text.slice(end, end + 12))?.[0].length ?? 0;
  }

  /** The last word of the capitalised name that goes on behind a word; linking words inside it are taken along, "B.V." is not. */
  nameEnd(index: number): number {
    let last = index;
    for (let at = index + 1; at - index <= NAME_WORDS_MAX && this.adjacent(at); at++) {
      if (this.corporate(at - 1) > 0) break;
      const word = this.words[at];
      if (!word || word.opaque) break;
      if (word.shape === "lower") {
        if (this.isLink(at) && this.isCapitalName(at + 1) && this.adjacent(at + 1)) continue;
        break;
      }
      last = at;
    }
    return last;
  }

  adjacent(index: number): boolean {
    const word = this.words[index];
    const previous = this.words[index - 1];
    if (!word || !previous) return false;
    const gap = this.text.slice(previous.end, Math.min(word.start, previous.end + 4));
    // "obs 't Startblok", "Schildersbedrijf J. de Rooij".
    return (
      /^ $|^-$|^ & $|^['’]$/.test(gap) ||
      (word.folded === "t" && /^ ['’]$/.test(gap)) ||
      (previous.shape === "letter" && gap === ". ")
    );
  }

  isCapitalName(index: number): boolean {
    const word = this.words[index];
    return word !== undefined && !word.opaque && (word.shape === "capital" || word.shape === "upper");
  }

  /** "van der", "by": a small word in the middle of a name. */
  isLink(index: number): boolean {
    const folded = this.words[index]?.folded ?? "";
    return LINKS.has(folded) && !LOOSE_LINK.test(folded);
  }
}
