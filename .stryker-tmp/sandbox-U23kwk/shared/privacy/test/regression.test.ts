import { readFileSync } from "node:fs";
import { IDENTIFIER_TYPES, type IdentifierSpan, RawText } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { createGate } from "../src/gate/gate.js";

/**
 * The labelled notes per type against the recorded misses. A new miss fails; so does a recorded miss that is found
 * now, so that the record says what is true. Only ids and types are recorded, never text.
 */
const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const notes = read("../../../fixtures/corpus/dev-pii.jsonl")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as { id: string; text: string; spans: IdentifierSpan[] });
const known = JSON.parse(read("./known-misses.json")) as {
  missed: Record<string, string[]>;
  falseAlarms: Record<string, string[]>;
};
const gate = createGate();
const found = new Map(notes.map((note) => [note.id, gate.findSpans(new RawText(note.text))]));

describe("labelled notes", () => {
  it.each(IDENTIFIER_TYPES)("covers every %s but the recorded misses", (type) => {
    const missed = notes.flatMap((note) =>
      note.spans
        .filter((gold) => gold.type === type)
        .filter((gold) => !found.get(note.id)?.some((span) => span.start <= gold.start && gold.end <= span.end))
        .map(() => note.id),
    );
    expect(missed).toEqual(known.missed[type] ?? []);
  });

  it.each(IDENTIFIER_TYPES)("finds no %s where there is nothing, but for the recorded false alarms", (type) => {
    const extra = notes.flatMap((note) =>
      (found.get(note.id) ?? [])
        .filter((span) => span.type === type)
        .filter((span) => !note.spans.some((gold) => gold.start < span.end && span.start < gold.end))
        .map(() => note.id),
    );
    expect(extra).toEqual(known.falseAlarms[type] ?? []);
  });
});
