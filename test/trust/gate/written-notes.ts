import type { IdentifierSpan, IdentifierType } from "@rode-draad/domain";
import { type LabelledNote, linesOf } from "./labelled-note.js";

/** Notes written whole rather than filled in: the half whose misses are looked at, and the half of which only the figures are. */
export type Part = `${"" | "mixed-" | "other-"}${"development" | "validation"}`;

const readLines = (file: string): string[] =>
  linesOf(new URL(`data/${file}`, import.meta.url)).map((line) => line.replaceAll("\\n", "\n"));

/**
 * Notes with invented people of many origins and notes with nobody in them, in many registers. In the mixed ones, and in those of
 * another hand, every kind of identifier occurs; in the rest persons only.
 */
export function readWrittenNotes(part: Part): LabelledNote[] {
  const [kind, half] = part.split("-");
  if (kind !== undefined && half !== undefined) return readMarkedNotes(`${kind}-notes-${half}.txt`, kind);
  const lookalikes = readLines(`written-lookalikes-${part}.txt`).map((text, index) => ({
    id: `lookalike-${index + 1}`,
    text,
    spans: [],
    tags: ["lookalike"],
  }));
  return [...readMarkedNotes(`written-notes-${part}.txt`, "written"), ...lookalikes];
}

/** Lines `tags| note`, in which « » stands around a person's name or around `TYPE=value`. */
function readMarkedNotes(file: string, kind: string): LabelledNote[] {
  return readLines(file).map((line, index) => {
    const bar = line.indexOf("| ");
    return { id: `${kind}-${index + 1}`, tags: line.slice(0, bar).split(","), ...unmark(line.slice(bar + 2)) };
  });
}

const MARKED = /^(?:([A-Z_\d]+)=)?(.*)$/s;

function unmark(marked: string): Pick<LabelledNote, "text" | "spans"> {
  const spans: IdentifierSpan[] = [];
  let text = "";
  for (const piece of marked.split("«")) {
    const [mark = "", rest] = piece.split("»");
    if (rest === undefined) {
      text += mark;
      continue;
    }
    const [, type = "PERSON", value = ""] = MARKED.exec(mark) ?? [];
    spans.push({ start: text.length, end: text.length + value.length, type: type as IdentifierType });
    text += value + rest;
  }
  return { text, spans };
}
