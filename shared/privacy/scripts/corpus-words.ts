import { readFileSync } from "node:fs";
import { foldName } from "../src/gate/fold-name.js";

/** A note of the project's own corpus of anonymised notes: who wrote it, and its text. */
export interface CorpusNote {
  readonly hand: string;
  readonly text: string;
}

const CORPORA = ["notes.jsonl", "more-notes.jsonl"];

export function readCorpusNotes(): CorpusNote[] {
  return CORPORA.flatMap((file) =>
    readFileSync(new URL(`../../../fixtures/corpus/${file}`, import.meta.url), "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const { hand, segments } = JSON.parse(line) as { hand: string; segments: { text: string }[] };
        return { hand, text: segments.map(({ text }) => text).join(" ") };
      }),
  );
}

/** The words in small letters of these notes, folded, each with how often it stands there. */
export function countCorpusWords(notes: readonly CorpusNote[] = readCorpusNotes()): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of notes) {
    for (const word of text.match(/\p{L}+/gu) ?? []) {
      if (!/^\p{Ll}{2,}$/u.test(word)) continue;
      const folded = foldName(word);
      counts.set(folded, (counts.get(folded) ?? 0) + 1);
    }
  }
  return counts;
}
