import { isCompoundOf } from "./compound.js";
import { foldName } from "./fold-name.js";
import { ListReader } from "./list-reader.js";
import { type NameShape, readNameShape } from "./name-shape.js";
import { isNearWord } from "./near-word.js";

/** What a folded word may be; one word can be several things (Roos is a given name, a surname and a word). */
export const GIVEN = 1;
export const SURNAME = 2;
/** A person's name by the spelling list, given name or surname unknown. */
export const PROPER_NAME = 4;
/** An ordinary word, however rare. */
export const WORD = 8;
/** An ordinary word that occurs in case notes. */
export const COMMON = 16;
/** A capitalised word of the spelling list that is no person's name. */
export const PROPER_OTHER = 32;
/** A town, neighbourhood, country or people; also a name of a thing that case notes speak of. */
export const NEVER_NAME = 64;
/** From a list written or chosen for the people of the Netherlands, so it is trusted in lower case too. */
export const TRUSTED = 128;
export const PLACE = 256;
/** What a word does for the name beside it: title, relation, role, verb, or a word that never is a name. */
export const TITLE = 512;
export const KIN = 1024;
export const ROLE = 2048;
export const PERSON_VERB = 4096;
export const FUNCTION_WORD = 8192;
export const ORGANISATION_HEAD = 16384;
export const ORGANISATION_TAIL = 32768;
export const NICKNAME_KIN = 65536;

export interface Lexicon {
  /** The flags of a folded word, 0 when it is in no list. */
  flags(folded: string): number;
  /** Whether a folded word is Dutch: in the lists, an inflection of one, or a compound of two. */
  isDutch(folded: string): boolean;
  /** Whether a folded word is a frequent word with one slip of the keyboard in it. */
  isTypo(folded: string): boolean;
  /** Whether a folded word is a frequent word broken off (aanm, huish), as hurried notes are full of. */
  isAbbreviation(folded: string): boolean;
  /** How much a folded word looks like a name by its letters; above 0 more than like a Dutch word. */
  readonly nameShape: NameShape;
  /** The lines of one small list in data/, folded. */
  list(name: ListName): ReadonlySet<string>;
}

const LISTS = {
  publicBodies: "allow/organisations.txt",
  famousNames: "allow/famous-names.txt",
  publicNumbers: "allow/numbers.txt",
  publicSites: "allow/sites.txt",
  rareTraits: "words/rare-traits.txt",
} as const;
const FLAGGED_LISTS = [
  ["words/titles.txt", TITLE],
  ["words/kin.txt", KIN],
  ["words/roles.txt", ROLE],
  ["words/nickname-kin.txt", NICKNAME_KIN],
  ["words/person-verbs.txt", PERSON_VERB],
  ["words/function-words.txt", FUNCTION_WORD],
  ["words/organisation-heads.txt", ORGANISATION_HEAD],
  ["words/organisation-tails.txt", ORGANISATION_TAIL],
] as const;
type ListName = keyof typeof LISTS;

const DATA = new URL("../../data/", import.meta.url);

/** Lists whose names are frequent here; the others (Italian, Hungarian …) only count with a capital or a cue. */
const TRUSTED_FILE = /hand|dutch|flemish|turkish|polish|ghanaian|kurdish|ukrainian/;

function flagOfFile(file: string): number {
  const trusted = TRUSTED_FILE.test(file) ? TRUSTED : 0;
  if (file.startsWith("given-")) return GIVEN | trusted;
  if (file.startsWith("surname-")) return SURNAME | trusted;
  return PROPER_NAME;
}

/**
 * Reads the word lists from data/: about 200,000 short lines, once per process start.
 *
 * @throws ProductError when a list is lost or cut off.
 */
export function loadLexicon(folder: URL = DATA): Lexicon {
  const lists = new ListReader(folder);
  const linesOf = (path: string): string[] => lists.linesOf(path);
  const words = new Map<string, number>();
  const add = (folded: string, flag: number): void => {
    words.set(folded, (words.get(folded) ?? 0) | flag);
  };
  // These lists are folded when they are built.
  const dictionary = linesOf("words/dutch-words.txt");
  for (const word of dictionary) words.set(word, WORD);
  for (const word of linesOf("words/proper-words.txt")) add(word, PROPER_OTHER);
  // The file is in order, which the search for beginnings needs.
  const commonWords = linesOf("words/common-words.txt");
  for (const word of commonWords) add(word, WORD | COMMON);
  for (const path of lists.paths("names/")) {
    const flag = flagOfFile(path.slice("names/".length));
    for (const name of linesOf(path)) add(foldName(name), flag);
  }
  for (const word of linesOf("words/never-names.txt")) add(foldName(word), NEVER_NAME);
  for (const word of linesOf("words/places.txt")) add(foldName(word), NEVER_NAME | PLACE);
  for (const word of linesOf("words/names-before-words.txt"))
    words.set(foldName(word), ((words.get(foldName(word)) ?? 0) & ~(WORD | COMMON | PROPER_OTHER)) | GIVEN | TRUSTED);
  for (const word of linesOf("words/words-before-names.txt")) add(foldName(word), WORD | COMMON);
  for (const [file, flag] of FLAGGED_LISTS) for (const word of linesOf(file)) add(foldName(word), flag);
  const small = new Map<ListName, ReadonlySet<string>>();
  for (const [name, path] of Object.entries(LISTS))
    small.set(name as ListName, new Set(linesOf(path).map((line) => foldName(line))));
  const isWord = (folded: string): boolean => ((words.get(folded) ?? 0) & WORD) !== 0;
  // "fentanylpleister", "ritalingebruik": a thing's name and a word make a word.
  const isPart = (folded: string): boolean => ((words.get(folded) ?? 0) & (WORD | NEVER_NAME)) !== 0;
  const isCommonWord = (folded: string): boolean => ((words.get(folded) ?? 0) & COMMON) !== 0;
  const remembered = new Map<string, boolean>();
  return {
    flags: (folded) => words.get(folded) ?? 0,
    isDutch(folded) {
      const known = remembered.get(folded);
      if (known !== undefined) return known;
      const answer = isDutchWord(folded, isWord, isPart, isCommonWord);
      // The memory is bounded, so that a stream of nonsense words cannot fill it.
      if (remembered.size < 50_000) remembered.set(folded, answer);
      return answer;
    },
    isAbbreviation: (folded) =>
      isBeginningOf(folded, commonWords) || (folded.length >= BEGINNING_MIN && isBeginningOf(folded, dictionary)),
    isTypo: (folded) => isNearWord(folded, isCommonWord),
    nameShape: readNameShape(linesOf("words/name-shape.txt")),
    list: (name) => small.get(name) ?? new Set(),
  };
}

/** Longer than any word in use; taking such a string apart would cost time and say nothing. */
const WORD_LENGTH_MAX = 40;

/** Two frequent words in a row may be shorter than two rare ones: tas-punt, buren-dag. */
const COMMON_COMPOUND_MIN = 7;

/** Endings that the word list may lack: plural, verb, adjective, diminutive. */
const ENDINGS = [
  "s",
  "en",
  "e",
  "t",
  "n",
  "je",
  "jes",
  "tje",
  "tjes",
  "pje",
  "ing",
  "de",
  "den",
  "te",
  "ten",
  "er",
  "ers",
  "loos",
  "lijk",
  "lijke",
];

/** Shorter beginnings are those of some rare word nearly always. */
const BEGINNING_MIN = 5;
/** So many letters at least are left off an abbreviation; with fewer it is an ending that differs. */
const LETTERS_LEFT_OFF_MIN = 3;

/** Whether a longer word in a sorted list begins with these letters. A binary search: O(log n). */
function isBeginningOf(folded: string, sorted: readonly string[]): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < folded) low = middle + 1;
    else high = middle;
  }
  for (let at = low; sorted[at]?.startsWith(folded); at++) {
    if ((sorted[at]?.length ?? 0) >= folded.length + LETTERS_LEFT_OFF_MIN) return true;
  }
  return false;
}

/** Verb beginnings that come off: uit-lachen, mee-geven. */
const BEGINNINGS =
  /^(?:af|aan|op|uit|mee|over|toe|in|door|bij|weg|terug|voor|na|om|samen|ver|be|ge|ont|her|on|thuis|vast|klaar)(?=.{4})/;

function isDutchWord(
  folded: string,
  isWord: (part: string) => boolean,
  isPart: (part: string) => boolean,
  isCommonWord: (part: string) => boolean,
): boolean {
  if (isWord(folded)) return true;
  if (folded.length > WORD_LENGTH_MAX) return false;
  if (isCompoundOf(folded, isPart)) return true;
  const rest = folded.replace(BEGINNINGS, "");
  if (rest !== folded && isWord(rest)) return true;
  for (let cut = 3; cut <= folded.length - 3 && folded.length >= COMMON_COMPOUND_MIN; cut++) {
    if (isCommonWord(folded.slice(0, cut)) && isCommonWord(folded.slice(cut))) return true;
  }
  for (const ending of ENDINGS) {
    if (!folded.endsWith(ending) || folded.length - ending.length < 4) continue;
    const stem = folded.slice(0, -ending.length);
    if (isWord(stem) || isCompoundOf(stem, isWord)) return true;
  }
  return false;
}

/** Everything that marks a word as a person's name; taken away to measure what context alone finds. */
export const NAME_FLAGS = GIVEN | SURNAME | PROPER_NAME | TRUSTED;
