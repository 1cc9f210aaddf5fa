/**
 * Writes data/words/name-shape.txt: by how much each piece of a word speaks for a name or for a word of Dutch notes. Learned from the
 * lists beside it; run by hand after they change: `npx tsx --conditions=source shared/privacy/scripts/build-name-shape.ts`.
 */
import { readdirSync, writeFileSync } from "node:fs";
import { foldName } from "../src/gate/fold-name.js";
import { readList } from "../src/gate/list-reader.js";
import { PARTS_OF_UNIT, shapePieces } from "../src/gate/name-shape.js";
import { type Example, seeded, trainLogistic } from "./logistic.js";

const DATA = new URL("../data/", import.meta.url);
/** What the bench measures as names that no list holds may not have been learned from. */
const UNLISTED = new URL("../../../test/trust/gate/data/unlisted-names.txt", import.meta.url);
/** Names written for the people of the Netherlands count so many times; the other lists are long and of elsewhere. */
const HAND_WEIGHT = 4;
/** What stands in notes (slips, abbreviations, words of the trade) comes up far more often than the rest of the dictionary. */
const NOTE_WEIGHT = 4;
/** Compounds are not in the list of words, since the gate takes them apart; some are made up to stand for them. */
const COMPOUNDS = 15_000;
const COMPOUND_PART_MIN = 4;
const LINKS = ["", "", "s", "en"] as const;
/** In hundredths; smaller weights make the file long and change no answer. */
const WEIGHT_MIN = 20;

const isPlain = (word: string): boolean => /^[a-z]{3,}$/.test(word);
const readWords = (path: string): string[] => readList(new URL(path, DATA)).map(foldName).filter(isPlain);

function weighNames(): Map<string, number> {
  const unlisted = new Set(readList(UNLISTED).flatMap((line) => line.split(/[\s:|]+/).map(foldName)));
  const names = new Map<string, number>();
  for (const file of readdirSync(new URL("names/", DATA)).sort()) {
    if (file.startsWith("any-")) continue;
    const weight = file.includes("-hand-") ? HAND_WEIGHT : 1;
    for (const name of readWords(`names/${file}`))
      if (!unlisted.has(name)) names.set(name, Math.max(names.get(name) ?? 0, weight));
  }
  return names;
}

function weighWords(dictionary: readonly string[]): Map<string, number> {
  const words = new Map(dictionary.map((word): [string, number] => [word, 1]));
  const ofNotes = readWords("words/common-words.txt");
  for (const word of ofNotes) words.set(word, NOTE_WEIGHT);
  for (const word of makeCompounds(ofNotes)) if (!words.has(word)) words.set(word, 1);
  return words;
}

function makeCompounds(words: readonly string[]): string[] {
  const parts = words.filter((word) => word.length >= COMPOUND_PART_MIN);
  const random = seeded(7);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  return Array.from({ length: COMPOUNDS }, () => pick(parts) + pick(LINKS) + pick(parts));
}

/** A word that is both teaches nothing about names; one that only people add to the notes is a word all the same. */
function makeExamples(): Example[] {
  const dictionary = readWords("words/dutch-words.txt");
  const names = weighNames();
  const isWord = new Set(dictionary);
  const example = (word: string, weight: number, isName: boolean): Example => ({
    features: shapePieces(word),
    isName,
    weight,
  });
  return [
    ...[...names].filter(([name]) => !isWord.has(name)).map(([name, weight]) => example(name, weight, true)),
    ...[...weighWords(dictionary)]
      .filter(([word]) => !names.has(word))
      .map(([word, weight]) => example(word, weight, false)),
  ];
}

const weights = trainLogistic(makeExamples(), { rounds: 4, occurrencesMin: 12, decay: 1e-4 });
const lines = [...weights]
  .map(([piece, weight]): [string, number] => [piece, Math.round(weight * PARTS_OF_UNIT)])
  .filter(([, weight]) => Math.abs(weight) >= WEIGHT_MIN)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([piece, weight]) => `${piece} ${weight}`);
const header = "# Origin: learned from the lists of names and words beside it by scripts/build-name-shape.ts.";
writeFileSync(new URL("words/name-shape.txt", DATA), `${header}\n${lines.join("\n")}\n`);
process.stdout.write(`name-shape.txt: ${lines.length}\n`);
