import { foldName } from "./fold-name.js";
import type { ReadableNote } from "./readable-note.js";

/** A word of the note as the name finder reads it. Hyphens and apostrophes part words; `joined` tells they stood there. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly folded: string;
  /** lower: no capital in front; capital: Capital first; upper: ALL CAPITALS, two letters or more; letter: one capital. */
  readonly shape: "lower" | "capital" | "upper" | "letter";
  /** Whether a capital here means nothing: first word of a sentence, a line, a quote or a table cell. */
  readonly opens: boolean;
  /** The character between this word and the one before when it is one hyphen or apostrophe; else a space or "". */
  readonly joined: string;
  /** Inside a placeholder such as [NAAM]. */
  readonly opaque: boolean;
}

/** Letters with the digits a scanner puts inside words; a word starts with a letter. */
const WORD_PATTERN = /\p{L}[\p{L}\p{M}]*(?:[01](?=\p{L})[\p{L}\p{M}]*)*/gu;
const OPENERS = /[.!?:;|•*>"“”„‘(\n\r\t/\u2022#=…]|^$/;
/** A full stop after these ends no sentence. */
const ABBREVIATION =
  /(?:^|[^\p{L}])(?:mw|mevr|mej|dhr|hr|dr|drs|ds|mr|ir|ing|prof|fam|st|tel|nr|geb|b\.v|bijv|evt|t\.n\.v|o\.a|d\.d|i\.v\.m|vlgs|resp|incl|excl|p\.w|jr|sr|a\.s|wijkverpl|wo|ma|di|do|vr|za|zo|gr|mvg|cl|betr|kl|\p{Lu}|v\.d|v\.v|n\.a\.v|m\.b\.t)$/iu;

function shapeOf(text: string): Word["shape"] {
  const first = text.charAt(0);
  if (first === first.toLowerCase()) return "lower";
  if (text.length === 1) return "letter";
  return text === text.toUpperCase() ? "upper" : "capital";
}

const HUMP = /\p{Ll}\p{Lu}|\p{Lu}{3}\p{Ll}{3}/u;
const NAME_PREFIX = /^(?:Mc|Mac|De|Di|La|Le|Van|O)\p{Lu}\p{Ll}+$/u;
/** Words that get stuck behind a name when the space is lost. */
const GLUED_TAIL = /(?<=\p{L}{3})(?:tel|geb|bsn|mail|adres|heeft|wil|belt|verhuisd|aangesproken)$/u;
/** What the rest of a glued sentence begins with, behind a listed name (Terpstra-isweg, Fatima-enzoon). */
const REST_OF_SENTENCE =
  /^(?:is|over|was|kwam|belde|gebeld|gaat|zegt|wil|kan|komt|moet|woont|op|bij|met|niet|had|heeft|vraagt|regelen|zijn|haar|van|naar|voor|en(?=\p{L}{3}))/u;
const GLUED_NAME_MIN = 4;

/** The longest listed name that a piece begins with, and the rest of a sentence stuck to it. */
function splitOffName(part: string, isName: IsName): string[] | undefined {
  for (let cut = part.length - 2; cut >= GLUED_NAME_MIN; cut--) {
    const [name, rest] = [part.slice(0, cut), part.slice(cut)];
    if (REST_OF_SENTENCE.test(rest) && isName(foldName(name))) return [name, rest];
  }
  return undefined;
}

/** Words glued together by a capital inside (LaylaBensaid, gesprokenmetSoeradj) come apart when a piece is a name. */
function pieces(text: string, isName: IsName): string[] {
  if (text.length < 4 || !HUMP.test(text) || NAME_PREFIX.test(text)) return [text];
  // "dIAnA": the keyboard was stuck in capitals.
  if (isName(foldName(text))) return [text];
  const parts = text.split(/(?<=\p{Ll})(?=\p{Lu}\p{L})|(?<=\p{Lu}{3})(?=\p{Ll}{3})/u).flatMap((part) => {
    if (isName(foldName(part))) return [part];
    return splitOffName(part, isName) ?? part.split(new RegExp(`(?=${GLUED_TAIL.source})`, "u"));
  });
  return parts.some((part) => part.length > 3 && isName(foldName(part))) ? parts : [text];
}

/** What the word splitter asks of the lexicon: whether a piece is a name that stands on its own. */
export type IsName = (folded: string) => boolean;

export function findWords(note: ReadableNote, isName: IsName = () => false): Word[] {
  const { text } = note;
  const words: Word[] = [];
  let previousEnd = 0;
  let opaqueAt = 0;
  for (const match of text.matchAll(WORD_PATTERN)) {
    let start = match.index;
    for (const part of pieces(match[0], isName)) {
      const end = start + part.length;
      const gap = text.slice(previousEnd, start);
      while ((note.placeholders[opaqueAt]?.end ?? Number.POSITIVE_INFINITY) <= start) opaqueAt++;
      const opaque = (note.placeholders[opaqueAt]?.start ?? Number.POSITIVE_INFINITY) <= start;
      const joined = gap === "" ? "" : /^[-'’]$/.test(gap) ? gap : " ";
      const read = part.replace(/0/g, "o").replace(/1/g, "l");
      words.push({
        start,
        end,
        text: part,
        folded: foldName(read),
        shape: shapeOf(part),
        opens: opensSentence(text, previousEnd, gap),
        joined: words.length === 0 ? " " : joined,
        opaque,
      });
      previousEnd = end;
      start = end;
    }
  }
  return words;
}

function opensSentence(text: string, previousEnd: number, gap: string): boolean {
  if (previousEnd === 0) return true;
  if (/^[\s)\]]*\.[\s)'"’”]*$/.test(gap))
    return (
      (!/^\.\S?$/.test(gap) || /\p{Ll}{3}$/u.test(text.slice(Math.max(0, previousEnd - 3), previousEnd))) &&
      !ABBREVIATION.test(text.slice(Math.max(0, previousEnd - 10), previousEnd))
    );
  return OPENERS.test(gap.replace(/['’]/g, "")) || /['‘’]$/.test(gap);
}
