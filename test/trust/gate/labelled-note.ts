import { readFileSync } from "node:fs";
import type { IdentifierSpan } from "@rode-draad/domain";

/** A note with its identifiers marked, in the form of fixtures/corpus/dev-pii.jsonl. */
export interface LabelledNote {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly IdentifierSpan[];
  readonly tags: readonly string[];
}

/** The lines of a file that say something. */
export function linesOf(file: string | URL): string[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
}

const corpus = (file: string): URL => new URL(`../../../fixtures/corpus/${file}`, import.meta.url);

/** The labelled notes of the corpus, or of another file. */
export function readLabelledNotes(file: string | URL = corpus("dev-pii.jsonl")): LabelledNote[] {
  return linesOf(file).map((line) => JSON.parse(line) as LabelledNote);
}

/** The texts of the corpus for recognition, or every so many of them. There is nothing personal in them: every find is a false alarm. */
export function readImpersonalTexts(step = 1): string[] {
  return [...linesOf(corpus("notes.jsonl")), ...linesOf(corpus("more-notes.jsonl"))]
    .filter((_, index) => index % step === 0)
    .map((line) =>
      (JSON.parse(line) as { segments: { text: string }[] }).segments.map((segment) => segment.text).join(" "),
    );
}
