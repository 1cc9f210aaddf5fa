import type { Candidate } from "./candidate.js";
import { foldName } from "./fold-name.js";
import { isCommon, isNameish, isNever, type NameContext } from "./name-context.js";

const QUOTED = /(?<![\p{L}\d])['"‘“„]((?:\p{Lu}[\p{L}'’-]*)(?: \p{Lu}[\p{L}’-]*){0,2})['"’”](?![\p{L}\d])/gu;
const NAMING = /noem|heet|heten|bijnaam|bekend als|kennen|kent|genaamd|roepnaam|alias|zichzelf|zeggen/i;
/** 'De Grote Opruiming': a thing. */
const ARTICLE = /^(?:De|Het|Een|Dit|Die|Dat) /;
const REACH = 60;

/** A short capitalised name in quotes: what people call somebody ('Kale Rik', 'Auntie Yaa'). */
export function findNicknames(context: NameContext): Candidate[] {
  const { text, lexicon } = context;
  const found: Candidate[] = [];
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
