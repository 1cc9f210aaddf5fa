import type { Candidate } from "./candidate.js";
import { foldName } from "./fold-name.js";
import { GIVEN, PROPER_NAME, SURNAME, TITLE, TRUSTED } from "./lexicon.js";
import { flagsAt, gapBefore, isCommon, isNever, type NameContext } from "./name-context.js";

const PIECES_MAX = 4;
const JOINED_LENGTH_MIN = 4;
const NAME_FIELD =
  /(?:^|[\n.;])[ |]*(?:naam|n a a m|achternaam|voornaam|cli[eë]nt|bewoner|betrokkene)\s?:\s*([^\n|;]{2,60})/giu;

/** "H i l d a", "d e  V r i e s": letters that stand apart, two spaces between words, and a whole word behind them. */
const SPACED_LETTERS = /(?<![\p{L}\d])\p{L}(?: {1,2}\p{L}){2,30}(?![\p{L}\d])(?: {1,2}\p{Lu}[\p{L}'’-]{2,})?/gu;
/** "Met vriendelijke groet,\nRianne Bloemendaal": who signs. */
const SIGNED =
  /(?<=(?<!\p{L})(?:[Gg]roet(?:en|jes)?|[Gg]rt?|[Mm]vg|MVG|[Hh]oogachtend)[,.]?(?: |\n{1,2}))\p{Lu}\p{Ll}+(?: (?:(?:van|de|der|den|ten|ter|el|al) ){0,2}\p{Lu}[\p{L}-]+)?(?=\s*(?:[\n.,|(]|$))/gu;
/** "[09:12] Mo: ik kom niet", "14-06 10:31 - Rachid: ben er": who says a line of a chat. */
const SPEAKER =
  /(?<=(?:^|\n)[^\n]{0,16}\d{1,2}[:.]\d{2}(?::\d{2})?(?:\]| ?[-–])? )\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){0,3}(?=: )/gu;
const LISTED_PART_MIN = 4;

/** Letters that together are a listed name, or whatever stands so behind a title. */
function findSpacedNames(context: NameContext): Candidate[] {
  const found: Candidate[] = [];
  for (const match of context.text.matchAll(SPACED_LETTERS)) {
    const parts = match[0]
      .split(/ {2,}/)
      .map((part) => foldName(/^\p{L} /u.test(part) ? part.replaceAll(" ", "") : part));
    const title = foldName(
      /(\p{L}+)\.? {1,2}$/u.exec(context.text.slice(Math.max(0, match.index - 12), match.index))?.[1] ?? "",
    );
    const isTitled = (context.lexicon.flags(title) & TITLE) !== 0;
    const isListed = parts.some((part) => {
      const flags = context.lexicon.flags(part);
      return (
        part.length >= LISTED_PART_MIN &&
        (flags & TRUSTED) !== 0 &&
        (flags & (GIVEN | SURNAME)) !== 0 &&
        !isCommon(flags)
      );
    });
    if (isTitled || isListed) found.push({ start: match.index, end: match.index + match[0].length, type: "PERSON" });
  }
  return found;
}

function findSpeakers({ text, lexicon }: NameContext): Candidate[] {
  return [...text.matchAll(SPEAKER), ...text.matchAll(SIGNED)]
    .filter(([speaker]) => {
      const first = foldName(/^[\p{L}’-]+/u.exec(speaker)?.[0] ?? "");
      const flags = lexicon.flags(first);
      return !isNever(flags) && (!isCommon(flags) || ((flags & TRUSTED) !== 0 && (flags & (GIVEN | SURNAME)) !== 0));
    })
    .map(({ index, 0: speaker }) => ({ start: index, end: index + speaker.length, type: "PERSON" }));
}

/** Names that a scanner broke up: pieces that together are a listed name (Yous ef), and what a name field holds. */
export function findFragmentedNames(context: NameContext): Candidate[] {
  const found: Candidate[] = [...findNameFields(context), ...findSpacedNames(context), ...findSpeakers(context)];
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

/** What stands behind "Naam :" is a name, however it is spaced; it ends before a digit or a double space. */
function findNameFields(context: NameContext): Candidate[] {
  const found: Candidate[] = [];
  for (const match of context.text.matchAll(NAME_FIELD)) {
    const value = /^[^\d\n|;,]*?(?= {2}|[\d|;,]|$)/.exec(match[1] ?? "")?.[0].trimEnd() ?? "";
    if (
      value.length < 2 ||
      !/^\p{Lu}/u.test(value) ||
      value.split(/\s+/).length > 9 ||
      /[[\]<>]/.test(value) ||
      /^\p{Lu}\.?$/u.test(value)
    )
      continue;
    const spaced = /^(?:\p{L}[ .]+){2,}/u.test(value);
    const words = value.split(/[\s.]+/).filter((word) => /^\p{Lu}/u.test(word));
    if (!spaced && (words.length === 0 || value.split(/\s+/).length > 5)) continue;
    const start = match.index + match[0].length - (match[1] ?? "").length;
    found.push({ start, end: start + value.length, type: "PERSON" });
  }
  return found;
}
