import { readdirSync } from "node:fs";
import { foldName } from "../src/gate/fold-name.js";
import { readList } from "../src/gate/list-reader.js";
import { shapePieces } from "../src/gate/name-shape.js";
import { countCorpusWords } from "./corpus-words.js";
import { type Example, seeded, trainLogistic } from "./logistic.js";

const DATA = new URL("../data/", import.meta.url);
/** Names written for the people of the Netherlands count so many times; the other lists are long and of elsewhere. */
const HAND_WEIGHT = 4;
/** What stands in notes (slips, abbreviations, words of the trade) comes up far more often than the rest of the dictionary. */
const NOTE_WEIGHT = 4;
/** Compounds are not in the list of words, since the gate takes them apart; some are made up to stand for them. */
const COMPOUNDS = 15_000;
const COMPOUND_PART_MIN = 4;
const COMPOUND_PART_COUNT_MIN = 6;
const LINKS = ["", "", "s", "en"] as const;

const readWords = (path: string): string[] => readList(new URL(path, DATA)).map(foldName).filter(isPlain);
const isPlain = (word: string): boolean => /^[a-z]{3,}$/.test(word);

/** Weights of the pieces; words that are in no dictionary only count when `isUsed` says so, so that others can be predicted. */
export function trainNameShape(isUsed: (word: string) => boolean): Map<string, number> {
  const dictionary = new Set(readWords("words/dutch-words.txt"));
  const names = new Map<string, number>();
  for (const file of readdirSync(new URL("names/", DATA)).sort()) {
    if (file.startsWith("any-")) continue;
    const weight = file.includes("-hand-") ? HAND_WEIGHT : 1;
    for (const name of readWords(`names/${file}`)) names.set(name, Math.max(names.get(name) ?? 0, weight));
  }
  const counts = countCorpusWords();
  const words = new Map<string, number>();
  for (const word of dictionary) words.set(word, 1);
  for (const word of counts.keys()) if (isPlain(word)) words.set(word, NOTE_WEIGHT);
  for (const word of makeCompounds([...counts].flatMap(([word, count]) => (dictionary.has(word) && count >= COMPOUND_PART_COUNT_MIN ? [word] : []))))
    if (!words.has(word)) words.set(word, 1);
  const example = (word: string, weight: number, isName: boolean): Example => ({ features: shapePieces(word), isName, weight });
  const examples: Example[] = [];
  for (const [name, weight] of names) if (!dictionary.has(name) && isUsed(name)) examples.push(example(name, weight, true));
  for (const [word, weight] of words)
    if (!names.has(word) && (dictionary.has(word) || isUsed(word))) examples.push(example(word, weight, false));
  return trainLogistic(examples, { rounds: 4, occurrencesMin: 12, decay: 1e-4 });
}

function makeCompounds(parts: readonly string[]): string[] {
  const long = parts.filter((part) => part.length >= COMPOUND_PART_MIN);
  const random = seeded(7);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
  return Array.from({ length: COMPOUNDS }, () => pick(long) + pick(LINKS) + pick(long));
}
