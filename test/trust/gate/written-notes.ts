import type { IdentifierSpan } from "@rode-draad/domain";
import { type LabelledNote, linesOf } from "./labelled-note.js";

/** Notes written whole rather than filled in: the part whose misses are looked at, and the part of which only the figures are. */
export type Part = "development" | "validation";

const readLines = (file: string): string[] =>
  linesOf(new URL(`data/${file}`, import.meta.url)).map((line) => line.replaceAll("\\n", "\n"));

/** Notes with invented people of many origins and notes with nobody in them, in many registers. */
export function readWrittenNotes(part: Part): LabelledNote[] {
  const withNames = readLines(`written-notes-${part}.txt`).map((line, index) => {
    const bar = line.indexOf("| ");
    return { id: `written-${index + 1}`, tags: line.slice(0, bar).split(","), ...unmark(line.slice(bar + 2)) };
  });
  const lookalikes = readLines(`written-lookalikes-${part}.txt`).map((text, index) => ({
    id: `lookalike-${index + 1}`,
    text,
    spans: [],
    tags: ["lookalike"],
  }));
  return [...withNames, ...lookalikes];
}

function unmark(marked: string): Pick<LabelledNote, "text" | "spans"> {
  const spans: IdentifierSpan[] = [];
  let text = "";
  for (const piece of marked.split("«")) {
    const [name = "", rest] = piece.split("»");
    if (rest !== undefined) spans.push({ start: text.length, end: text.length + name.length, type: "PERSON" });
    text += rest === undefined ? name : name + rest;
  }
  return { text, spans };
}
