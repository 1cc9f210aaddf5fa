/**
 * Counts in how many segments of the corpus each stem occurs, and in how many of those nobody asked anything (greetings,
 * administration, settled matters). Writes the stems and families of words of two segments or more to `data/background-terms.json`. Discovery compares what it sees with this: a word that every case note uses says nothing,
 * a word that no case note used before says much, and a word that stands mostly in administration makes no theme.
 *
 * Run: `node --conditions=source --import tsx workers/3-themes/scripts/build-background-terms.ts`. The same corpus gives
 * the same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { readTerms } from "../src/emergent/read-terms.js";
import { familyOf } from "../src/emergent/word-family.js";

interface LabelledNote {
  readonly segments: readonly { readonly text: string; readonly theme: string | null }[];
}

const CORPUS = new URL("../../../fixtures/corpus/notes.jsonl", import.meta.url);
const TARGET = new URL("../data/background-terms.json", import.meta.url);
/** A stem of a single segment may be a slip, and says no more than a stem that never occurred. */
const SEGMENTS_MIN = 2;

let segments = 0;
const frequency = new Map<string, [all: number, withoutQuestion: number]>();
for (const line of readFileSync(CORPUS, "utf8").split("\n")) {
  if (line.trim() === "") continue;
  for (const segment of (JSON.parse(line) as LabelledNote).segments) {
    segments++;
    const terms = new Set<string>();
    readTerms(segment.text, "nl", (term) => {
      terms.add(term);
      const family = familyOf(term);
      if (family !== undefined) terms.add(family);
    });
    for (const term of terms) {
      const [all, withoutQuestion] = frequency.get(term) ?? [0, 0];
      frequency.set(term, [all + 1, withoutQuestion + (segment.theme === null ? 1 : 0)]);
    }
  }
}

const kept = [...frequency].filter(([, [all]]) => all >= SEGMENTS_MIN).sort(([a], [b]) => (a < b ? -1 : 1));
writeFileSync(TARGET, `${JSON.stringify({ segments, terms: Object.fromEntries(kept) })}\n`);
process.stdout.write(`${kept.length} stems and families of ${segments} segments\n`);
