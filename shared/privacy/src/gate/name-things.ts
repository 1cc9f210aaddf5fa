import { gapBefore, type NameContext, wordAt } from "./name-context.js";
import type { Word } from "./words.js";

/** What has a capital or a name and is no person: by the word in front, or by its own letters. A look at a word and its neighbour: O(1). */

/** "Kat Minoes", "cursus Goldstein", "halte Leyenburg", "Sint Barbara": what the word in front names is no person. */
const NAMES_A_THING = new Set(
  "hond hondje kat kater poes poesje kitten puppy konijn paard pony parkiet papegaai hamster cavia vogel sint cursus training methode programma project app module type model merk soort halte metrohalte tramhalte buurthuis wijkcentrum dorpshuis speeltuin zaal zwembad sporthal inloop theater museum station ziekenhuis kliniek poli polikliniek waterschap krant serie film game platform website fonds campagne tv radio zender omroep tijdschrift oogdruppels zalf creme tablet tabletten insuline injectie depot puffer inhalator pleister traplift tillift rollator rolstoel scootmobiel matras sensor".split(
    " ",
  ),
);

/** "Latanoprost 2dd1", "Flaminal om de dag": nobody is taken so many times a day. */
const DOSE =
  /^ \d+(?:[.,]\d+)? ?(?:mg|mcg|ug|ml|eh|ie|dd|druppels?)(?!\p{L})|^ \dx daags|^,? (?:om de dag|zo nodig)(?!\p{L})/iu;

export function isNamedThing(context: NameContext, index: number): boolean {
  if (DOSE.test(context.text.slice(wordAt(context, index).end).slice(0, 16))) return true;
  return /^[ -]$/.test(gapBefore(context, index)) && NAMES_A_THING.has(wordAt(context, index - 1).folded);
}

const MONTHS = new Set("jan mei juni juli june april august augustus maart mart".split(" "));

/** "vóór 1 jan", "dec en jan", "in mei": beside a day, a year or another month. */
export function isMonth(context: NameContext, index: number): boolean {
  const word = wordAt(context, index);
  if (!MONTHS.has(word.folded)) return false;
  const before = context.text.slice(Math.max(0, word.start - 14), word.start);
  return (
    /(?:\d[.e]?|(?<!\p{L})(?:in|begin|eind|half|medio|sinds|vanaf|tot|per|voor|na|maand|(?:jan|feb|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec)\.?(?: en|,| of|-)?)) ?$/iu.test(
      before,
    ) && !(word.shape !== "lower" && /(?:voor|na) $/.test(before))
  );
}

/** "zij koos zelf", "de dag erna", "mijn kin": by the word in front a verb, an adverb or a thing, in small letters. */
const NO_NAME_AFTER: Readonly<Record<string, RegExp>> = {
  koos: /^(?:ik|jij|hij|zij|ze|wij|we|wie|die|dat|niet|destijds|toen)$/,
  erna: /^(?:dag|week|weken|maand|maanden|kwartaal|jaar|uur|avond|nacht|niet|vlak|direct|meteen|kort|ook|even)$/,
  kin: /^(?:mijn|zijn|haar|hun|je|m)$/,
  eren: /^(?:moeder|vader|ouders|te|om)$/,
};

export function isHomograph(context: NameContext, index: number): boolean {
  const before = NO_NAME_AFTER[wordAt(context, index).folded];
  return before?.test(context.words[index - 1]?.folded ?? "") ?? false;
}

const FLOWERS = new Set(
  "iris viola margriet jasmijn roos lelie erica dahlia camelia violet anemoon veronica linde hazel olijf".split(" "),
);

/** "iris, jasmijn en veel lelie": in small letters, in a note that speaks of flowers. */
export function isFlower(context: NameContext, index: number): boolean {
  return FLOWERS.has(wordAt(context, index).folded) && /bloem|tuin|plant|boeket|struik|perk/i.test(context.text);
}

/** Streets and squares people meet in; surnames that end so (Verstraat) are listed. */
const STREET = /.{3}(?:straat|weg|laan|plein|kade|gracht|singel|plantsoen|dreef|boulevard|ring|park|markt)$/;
/** "Buurtapp", "Stadspas", "Longpoli": compounds of what a town offers; no surname ends so. */
const OFFER =
  /.{3}(?:app|pas|punt|loket|fonds|dienst|team|plan|poli|gids|portaal|budget|kaart|groep|saldo|toeslag|regeling)$/;
/** "VSBfonds", "MijnCJIB": capitals inside a word. */
const CAPITALS_INSIDE = /\p{Lu}{2}\p{Ll}|\p{Ll}\p{Lu}{2}/u;

/** What no list knows and still is no person: a street, a brand, or what has an article in front. */
export function isThing(context: NameContext, index: number, word: Word): boolean {
  return (
    STREET.test(word.folded) ||
    OFFER.test(word.folded) ||
    CAPITALS_INSIDE.test(word.text) ||
    isArticle(wordAt(context, index - 1))
  );
}

const ARTICLES = new Set("de het een t deze dit onze".split(" "));
const POSSESSIVES = new Set("mijn haar zijn uw jouw hun geen elke iedere".split(" "));

export function isArticle(word: Word): boolean {
  return ARTICLES.has(word.folded);
}

export function isAfterArticle(context: NameContext, index: number): boolean {
  const { folded } = wordAt(context, index - 1);
  return ARTICLES.has(folded) || POSSESSIVES.has(folded);
}
