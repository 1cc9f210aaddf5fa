/**
 * Writes data/words/name-evidence.txt: by how much the words around a word, its letters and the lists speak for a person's name. Learned
 * from the project's corpus of anonymised notes with invented people put in, and from sentences written for it. Run by hand after a
 * change of the lists or of the features: `npx tsx --conditions=source shared/privacy/scripts/build-name-evidence.ts`.
 *
 * What a note may not know of itself is taken away while learning: names count as unlisted in half of the notes, words that only the
 * note's own hand uses count as unknown, and the letters of a word are weighed by a model that was made without it. It prints first how
 * weights learned without some of the hands do on the notes of those hands.
 */
import { writeFileSync } from "node:fs";
import { isCompoundOf } from "../src/gate/compound.js";
import { foldName } from "../src/gate/fold-name.js";
import { COMMON, type Lexicon, loadLexicon, NAME_FLAGS, NEVER_NAME, PLACE, PROPER_OTHER, WORD } from "../src/gate/lexicon.js";
import { readList } from "../src/gate/list-reader.js";
import { makeNameContext } from "../src/gate/name-context.js";
import { evidenceFeatures, isCandidate, slipFeatures } from "../src/gate/name-evidence.js";
import { shapePieces } from "../src/gate/name-shape.js";
import { normalise } from "../src/gate/normalise.js";
import { PARTS_OF_UNIT, weigh } from "../src/gate/weights.js";
import { findWords } from "../src/gate/words.js";
import { countCorpusWords, readCorpusNotes } from "./corpus-words.js";
import { fillPeople, fillThings } from "./fill-sentences.js";
import { makeNamesSource, makeThingsSource } from "./invented-people.js";
import { type Example, seeded, trainLogistic } from "./logistic.js";
import { type NamedNote, putNamesIn } from "./people-in-notes.js";
import { trainNameShape } from "./train-name-shape.js";

const DATA = new URL("../data/", import.meta.url);
const TRAINING = { rounds: 6, occurrencesMin: 8, decay: 1e-3 } as const;
/** In hundredths; smaller weights make the file long and change no answer. */
const WEIGHT_MIN = 10;
/** Notes of these hands are left out to see how the rest does. */
const LEFT_OUT = /^[GH]/;
/** How many times the written sentences are filled in, and how little those about things weigh: recall comes before precision. */
const ROUNDS = 25;
const THINGS_WEIGHT = 0.2;
const UNLISTED_SHARE = 0.5;
const SHOUTED_SHARE = 0.06;

interface HandedExample extends Example {
  readonly hand: string;
}

const whole = loadLexicon();
const dictionary = new Set(readList(new URL("words/dutch-words.txt", DATA)));
const notes = readCorpusNotes();
const counts = countCorpusWords(notes);
const random = seeded(3);

/** The lexicon without what this hand alone knows, and without `unlisted`. */
function makeLexiconOf(shape: Lexicon["nameShape"]): (hand: string, unlisted: ReadonlySet<string>) => Lexicon {
  const byHand = new Map(
    [...new Set(notes.map(({ hand }) => hand))].map((hand) => [hand, countCorpusWords(notes.filter((note) => note.hand === hand))]),
  );
  return (hand, unlisted) => {
    const own = byHand.get(hand) ?? new Map<string, number>();
    const isOwn = (word: string): boolean => {
      const others = (counts.get(word) ?? 0) - (own.get(word) ?? 0);
      return own.has(word) && others < (dictionary.has(word) ? 1 : 3);
    };
    return {
      ...whole,
      nameShape: shape,
      flags: (word) => {
        let flags = whole.flags(word);
        if ((flags & COMMON) !== 0 && isOwn(word)) flags &= ~(COMMON | (dictionary.has(word) ? 0 : WORD));
        return unlisted.has(word) ? flags & ~(NAME_FLAGS | PROPER_OTHER | NEVER_NAME | PLACE) : flags;
      },
      isDutch: (word) =>
        isOwn(word) && !dictionary.has(word) ? isCompoundOf(word, (part) => dictionary.has(part)) : whole.isDutch(word),
    };
  };
}

/** A model of letters for each half of the words, made of the other half. */
function makeShapeWithout(): Lexicon["nameShape"] {
  const half = (word: string): number => [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1009, 7) % 2;
  const models = [0, 1].map((one) => trainNameShape((word) => half(word) === one));
  const known = new Map<string, number>();
  return (word) => {
    const shape = known.get(word) ?? weigh(models[1 - half(word)] ?? new Map(), shapePieces(word));
    known.set(word, shape);
    return shape;
  };
}

function examplesIn(note: NamedNote, hand: string, lexicon: Lexicon, weight: number): HandedExample[] {
  const readable = normalise(note.text);
  const words = findWords(readable);
  const context = makeNameContext(readable.text, words, lexicon);
  if (context.fragmented) return [];
  return words.flatMap((word, index) => {
    if (!isCandidate(context, index)) return [];
    const isName = note.people.some(({ start, end }) => start <= word.start && word.end <= end);
    return [{ features: [...evidenceFeatures(context, index), ...slipFeatures(context, index)], isName, weight, hand }];
  });
}

const wordsOf = (text: string): string[] => text.split(/[^\p{L}]+/u).map(foldName);
const namesOf = ({ text, people }: NamedNote): string[] => people.flatMap(({ start, end }) => wordsOf(text.slice(start, end)));
const sometimes = (share: number, words: readonly string[]): ReadonlySet<string> => new Set(random() < share ? words : []);

function makeExamples(): HandedExample[] {
  const lexiconOf = makeLexiconOf(makeShapeWithout());
  const nextNames = makeNamesSource(whole, random);
  const nextThings = makeThingsSource(counts, random);
  const examples: HandedExample[] = [];
  for (const { hand, text } of notes) {
    const named = putNamesIn(text, nextNames(), whole, random);
    if (named) examples.push(...examplesIn(named, hand, lexiconOf(hand, sometimes(UNLISTED_SHARE, namesOf(named))), 1));
    examples.push(...examplesIn({ text, people: [] }, hand, lexiconOf(hand, new Set()), 1));
    if (random() < SHOUTED_SHARE)
      examples.push(...examplesIn({ text: text.toUpperCase(), people: [] }, hand, lexiconOf(hand, new Set()), 1));
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const named of fillPeople(nextNames(), random))
      examples.push(...examplesIn(named, "", lexiconOf("", sometimes(UNLISTED_SHARE, namesOf(named))), 1));
    for (const note of fillThings(nextThings(), random)) {
      const proper = wordsOf(note.text).filter((word) => (whole.flags(word) & COMMON) === 0);
      examples.push(...examplesIn(note, "", lexiconOf("", sometimes(UNLISTED_SHARE, proper)), THINGS_WEIGHT));
    }
  }
  return examples;
}

const examples = makeExamples();
const others = trainLogistic(examples.filter(({ hand }) => !LEFT_OUT.test(hand)), TRAINING);
const leftOut = examples.filter(({ hand }) => LEFT_OUT.test(hand));
for (const least of [-1.5, -1, -0.5, 0, 0.5, 1]) {
  const share = (isName: boolean): string => {
    const of = leftOut.filter((example) => example.isName === isName);
    return (of.filter(({ features }) => weigh(others, features) > least).length / of.length).toFixed(4);
  };
  process.stdout.write(`hands left out, evidence over ${least}: ${share(true)} of the names, ${share(false)} of the other words\n`);
}
const lines = [...trainLogistic(examples, TRAINING)]
  .map(([feature, weight]): [string, number] => [feature, Math.round(weight * PARTS_OF_UNIT)])
  .filter(([, weight]) => Math.abs(weight) >= WEIGHT_MIN)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([feature, weight]) => `${feature} ${weight}`);
const header =
  "# Origin: learned from the project's corpus of anonymised notes, with invented people put in, by scripts/build-name-evidence.ts.";
writeFileSync(new URL("words/name-evidence.txt", DATA), `${header}\n${lines.join("\n")}\n`);
process.stdout.write(`name-evidence.txt: ${lines.length}\n`);
