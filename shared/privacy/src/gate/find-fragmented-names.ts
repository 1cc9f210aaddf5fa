import type { Candidate } from "./candidate.js";
import { foldName } from "./fold-name.js";
import { GIVEN, PROPER_NAME, SURNAME, TITLE, TRUSTED } from "./lexicon.js";
import { flagsAt, gapBefore, isCommon, type NameContext } from "./name-context.js";

const PIECES_MAX = 4;
const JOINED_LENGTH_MIN = 4;
const NAME_FIELD =
  /(?:^|\n)[ |]*(?:naam(?: (?:cli[eë]nte?|bewon(?:er|ster)|melder|kind|contactpersoon))?|n a a m|achternaam|voornaam|cli[eë]nte?|bewon(?:er|ster)|betrokkene)\s?:\s*([^\n|;]{2,60})/giu;

/** Names that a scanner broke up: pieces that together are a listed name (Yous ef), and what a name field holds. */
export function findFragmentedNames(context: NameContext): Candidate[] {
  const found: Candidate[] = findNameFields(context);
  if (!context.fragmented) return found;
  const { words, lexicon } = context;
  let index = 0;
  while (index < words.length) {
    const end = endOfJoinedName(context, index);
    if (end === 0) {
      index++;
      continue;
    }
    const previous = found.at(-1);
    const start = words[index]?.start ?? 0;
    const stop = words[end - 1]?.end ?? start;
    if (previous && context.text.slice(previous.end, start) === " ")
      found[found.length - 1] = { start: previous.start, end: stop, type: "PERSON" };
    else found.push({ start, end: stop, type: "PERSON" });
    index = end;
  }
  return found;

  function endOfJoinedName(inside: NameContext, from: number): number {
    const first = words[from];
    if (!first || first.opaque || first.shape === "lower") return 0;
    let joined = first.folded;
    const title = (flagsAt(context, from - 1) & TITLE) !== 0;
    for (let at = from + 1; at < words.length && at - from < PIECES_MAX; at++) {
      const piece = words[at];
      if (piece?.shape !== "lower" || piece.opaque || gapBefore(inside, at) !== " ") break;
      joined += piece.folded;
      const flags = lexicon.flags(joined);
      const listed = (flags & (GIVEN | SURNAME | PROPER_NAME)) !== 0 && !isCommon(flags);
      if (joined.length >= JOINED_LENGTH_MIN && listed && ((flags & TRUSTED) !== 0 || joined.length > 5)) return at + 1;
      if (title && flagsAt(inside, at) === 0 && !lexicon.isDutch(joined)) return at + 1;
    }
    return 0;
  }
}

/** Letters with spaces or stops between, as a scanner leaves a name ("J . A . de W i t"). */
const SPACED = /^(?:\p{L}[ .]+){2,}/u;
const FIELD_WORDS_MAX = 9;

/** What stands behind "Naam :" is a name, however it is spaced; it ends before a digit, a double space or the sentence that follows. */
function findNameFields(context: NameContext): Candidate[] {
  const found: Candidate[] = [];
  for (const match of context.text.matchAll(NAME_FIELD)) {
    const field = match[1] ?? "";
    const value = /^[^\d\n|;,[\]<>]*?(?= {2}|[\d|;,[\]<>]|$)/.exec(field)?.[0].trimEnd() ?? "";
    const name = SPACED.test(value) && value.split(/\s+/).length <= FIELD_WORDS_MAX ? value : nameAtStart(context, value);
    if (name.length < 2 || /^\p{Lu}\.?$/u.test(name)) continue;
    const start = match.index + match[0].length - field.length;
    found.push({ start, end: start + name.length, type: "PERSON" });
  }
  return found;
}

/** The capitalised words at the start of a text, with particles between; nothing when they are one ordinary word ("Wil graag"). */
function nameAtStart({ lexicon }: NameContext, value: string): string {
  const name = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Ll}{1,3} ){0,2}\p{Lu}[\p{L}.'’-]*)*/u.exec(value)?.[0] ?? "";
  return /\s/.test(name) || !isCommon(lexicon.flags(foldName(name))) ? name : "";
}
