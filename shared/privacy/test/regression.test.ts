import { readFileSync } from "node:fs";
import { IDENTIFIER_TYPES, type IdentifierSpan, RawText } from "@rode-draad/domain";
import { beforeAll, describe, expect, it } from "vitest";
import { createGate, type Gate } from "../src/gate/gate.js";

/**
 * The labelled notes against the recorded misses. A new miss fails; so does a recorded miss that is found
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

let gate: Gate;
beforeAll(() => {
  gate = createGate();
});

/** The types under which a note is recorded. */
const recordedAs = (record: Record<string, string[]>, id: string): string[] =>
  IDENTIFIER_TYPES.filter((type) => record[type]?.includes(id));
/** The types of some spans, in the order in which types are listed. */
const typesOf = (spans: readonly IdentifierSpan[]): string[] =>
  IDENTIFIER_TYPES.filter((wanted) => spans.some(({ type }) => type === wanted));

describe("labelled notes", () => {
  it.each(notes)("covers what is labelled in $id but the recorded misses", ({ id, text, spans }) => {
    const found = gate.findSpans(new RawText(text));
    const missed = spans.filter((gold) => !found.some((span) => span.start <= gold.start && gold.end <= span.end));
    expect(typesOf(missed)).toEqual(recordedAs(known.missed, id));
  });

  it.each(notes)("finds nothing else in $id but the recorded false alarms", ({ id, text, spans }) => {
    const found = gate.findSpans(new RawText(text));
    const extra = found.filter((span) => !spans.some((gold) => gold.start < span.end && span.start < gold.end));
    expect(typesOf(extra)).toEqual(recordedAs(known.falseAlarms, id));
  });
});
