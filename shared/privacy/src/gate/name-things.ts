import { gapBefore, type NameContext, wordAt } from "./name-context.js";
import type { Word } from "./words.js";

/** What has a capital or a name and is no person: by the word in front, or by its own letters. A look at a word and its neighbour: O(1). */

/** "Kat Minoes", "cursus Goldstein", "halte Leyenburg", "Sint Barbara": what the word in front names is no person. */
const NAMES_A_THING = new Set(
  "hond hondje kat kater poes poesje kitten puppy konijn paard pony parkiet papegaai hamster cavia vogel sint cursus training methode programma project app module type model merk soort halte metrohalte tramhalte buurthuis wijkcentrum dorpshuis speeltuin zaal zwembad sporthal inloop theater museum station ziekenhuis kliniek poli polikliniek waterschap krant serie film game platform website fonds campagne".split(
    " ",
  ),
);

export function isNamedThing(context: NameContext, index: number): boolean {
  return /^[ -]$/.test(gapBefore(context, index)) && NAMES_A_THING.has(wordAt(context, index - 1).folded);
}

/** Streets and squares people meet in; surnames that end so (Verstraat) are listed. */
const STREET = /.{3}(?:straat|weg|laan|plein|kade|gracht|singel|plantsoen|dreef|boulevard|ring|park|markt)$/;
/** "VSBfonds", "MijnCJIB": capitals inside a word. */
const CAPITALS_INSIDE = /\p{Lu}{2}\p{Ll}|\p{Ll}\p{Lu}{2}/u;

/** What no list knows and still is no person: a street, a brand, or what has an article in front. */
export function isThing(context: NameContext, index: number, word: Word): boolean {
  return STREET.test(word.folded) || CAPITALS_INSIDE.test(word.text) || ARTICLES.has(wordAt(context, index - 1).folded);
}

const ARTICLES = new Set("de het een t deze dit onze".split(" "));
const POSSESSIVES = new Set("mijn haar zijn uw jouw hun geen elke iedere".split(" "));

export function isAfterArticle(context: NameContext, index: number): boolean {
  const { folded } = wordAt(context, index - 1);
  return ARTICLES.has(folded) || POSSESSIVES.has(folded);
}
