import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ProductError, type ThemeId } from "@rode-draad/domain";

/** A labelled note: its text, and which stretches of it are about which theme (null: no question). */
export interface LabelledNote {
  readonly id: string;
  /** Who wrote it. Quality is only ever measured on hands that training left out. */
  readonly hand: string;
  readonly text: string;
  readonly segments: readonly LabelledSegment[];
}

export interface LabelledSegment {
  readonly start: number;
  readonly end: number;
  readonly theme: ThemeId | null;
}

/**
 * All labelled notes of the corpus folder. `whole` are notes as people write them; `phrases` are a sentence or two each, written
 * for their wording. Both train; only whole notes show how often something is asked, so only they calibrate and measure.
 */
export function readCorpusNotes(folder: string): { readonly whole: LabelledNote[]; readonly phrases: LabelledNote[] } {
  const read = (file: string): LabelledNote[] => readLabelledNotes(join(folder, file));
  return {
    whole: [...read("notes.jsonl"), ...read("more-notes.jsonl"), ...read("short-notes.jsonl")],
    phrases: read("phrases.jsonl"),
  };
}

/** Reads a corpus file (`{"id","hand","segments":[{"text","theme"}]}` a line); the text is the segments joined by a space. */
export function readLabelledNotes(file: string, key = "theme"): LabelledNote[] {
  const notes: LabelledNote[] = [];
  readFileSync(file, "utf8")
    .split("\n")
    .forEach((line, index) => {
      if (line.trim() !== "") notes.push(parseNote(line, key, `${file}:${index + 1}`));
    });
  return notes;
}

function parseNote(line: string, key: string, place: string): LabelledNote {
  const row = JSON.parse(line) as { id?: string; hand?: string; segments?: Record<string, string | null>[] };
  if (!Array.isArray(row.segments)) {
    throw new ProductError("corpus-row", "Een regel van het corpus heeft geen segmenten.", { detail: place });
  }
  let text = "";
  const segments = row.segments.map((segment) => {
    if (text !== "") text += " ";
    const start = text.length;
    text += segment.text ?? "";
    return { start, end: text.length, theme: segment[key] ?? null };
  });
  return { id: row.id ?? place, hand: row.hand ?? "", text, segments };
}
