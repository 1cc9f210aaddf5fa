import type { Candidate } from "./candidate.js";
import { foldName } from "./fold-name.js";
import { FUNCTION_WORD, KIN, ROLE } from "./lexicon.js";
import { isCommon, isNameish, isNever, type NameContext } from "./name-context.js";

const QUOTED = /(?<![\p{L}\d])['"‘“„]((?:\p{Lu}[\p{L}'’-]*)(?: \p{Lu}[\p{L}’-]*){0,2})['"’”](?![\p{L}\d])/gu;
const NAMING = /noem|heet|heten|bijnaam|bekend als|kennen|kent|genaamd|roepnaam|alias|zichzelf|zeggen/i;
/** 'De Grote Opruiming': a thing. */
const ARTICLE = /^(?:De|Het|Een|Dit|Die|Dat) /;
const REACH = 60;
/** "bijnaam Sjonnie Parels", "iedereen noemt hem boy", "ze noemen hem de kapitein". */
const CALLED =
  /(?<!\p{L})(?:bijnaam|alias|roepnaam|noem(?:t|en|de|den) (?:iedereen |ze |wij |we )?(?:hem|haar|zich|zichzelf)|bekend (?:is )?als)(?: (?:is|altijd|ook|in de buurt|op straat|hier))?:? ((?:de )?)(\p{L}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*)/gu;
/** What follows a name in small letters, so that "noemt hem boos" and "noemt haar moeder" are not taken for one. */
const CALL_ENDS = /^(?:$|[.,;:)!?\n]| (?:maar|en|omdat|want|hij|zij|ze|in|op|hier|sinds)(?!\p{L}))/u;

/** A short capitalised name in quotes: what people call somebody ('Kale Rik', 'Auntie Yaa'). */
export function findNicknames(context: NameContext): Candidate[] {
  const { text, lexicon } = context;
  const found: Candidate[] = findCalled(context);
  if (context.shouted || !/['"‘“„]/.test(text)) return found;
  for (const match of text.matchAll(QUOTED)) {
    const inside = match[1] ?? "";
    const start = match.index + 1;
    const around =
      text.slice(Math.max(0, match.index - REACH), match.index) +
      text.slice(match.index + match[0].length, match.index + match[0].length + REACH);
    const flags = inside.split(/[ -]/).map((part) => lexicon.flags(foldName(part)));
    if (flags.some(isNever)) continue;
    const named =
      flags.some((flag) => isNameish(flag) && !isCommon(flag)) ||
      !inside.split(/[ -]/).every((part) => lexicon.isDutch(foldName(part)));
    if (named || (NAMING.test(around) && inside.length > 2 && !ARTICLE.test(inside)))
      found.push({ start, end: start + inside.length, type: "PERSON" });
  }
  return found;
}

/** What somebody is called, without quotes around it: with a capital any word, in small letters a noun with "de" or what is no adjective. */
function findCalled({ text, lexicon, shouted }: NameContext): Candidate[] {
  if (shouted || !/noem|naam|alias|bekend/.test(text)) return [];
  const found: Candidate[] = [];
  for (const match of text.matchAll(CALLED)) {
    const [whole, article = "", name = ""] = match;
    const flags = lexicon.flags(foldName(name));
    const end = match.index + whole.length;
    const isSmall = /^\p{Ll}/u.test(name);
    const isSpoken = CALL_ENDS.test(text.slice(end, end + 12)) && (flags & (FUNCTION_WORD | KIN | ROLE)) === 0;
    if (isSmall && !(isSpoken && (article !== "" || (!isCommon(flags) && lexicon.nameShape(foldName(name)) > 0))))
      continue;
    if (isNever(flags)) continue;
    found.push({ start: end - name.length - article.length, end, type: "PERSON" });
  }
  return found;
}
