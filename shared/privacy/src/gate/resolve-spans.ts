import type { IdentifierSpan, IdentifierType } from "@rode-draad/domain";
import type { Candidate } from "./candidate.js";
import { overlaps } from "./overlap.js";
import type { ReadableNote } from "./readable-note.js";

/** Which kind wins when two finds overlap: the surer the shape, the earlier in the list. */
const PRECEDENCE: readonly IdentifierType[] = [
  "EMAIL",
  "IBAN",
  "URL",
  "IP",
  "V_NUMBER",
  "PHONE",
  "BSN",
  "A_NUMBER",
  "EDUCATION_NUMBER",
  "USERNAME",
  "DATE_OF_BIRTH",
  "LICENSE_PLATE",
  "CASE_NUMBER",
  "ADDRESS",
  "POSTCODE",
  "ORGANISATION",
  "PERSON",
  "AGE_OVER_89",
];

/**
 * Settles overlaps so that nothing that any detector found stays uncovered: a find that overlaps a surer one is
 * swallowed, and what sticks out of it is added to the surer one. Costs O(n log n) in the number of finds.
 */
export function resolveSpans(note: ReadableNote, candidates: readonly Candidate[]): Candidate[] {
  const inOrder = candidates
    .map((candidate) => trim(note.text, candidate))
    .filter(
      (candidate) =>
        candidate.end > candidate.start && !note.placeholders.some((placeholder) => overlaps(placeholder, candidate)),
    )
    .sort((a, b) => a.start - b.start);
  const settled: Candidate[] = [];
  for (const candidate of inOrder) {
    const last = settled.at(-1);
    if (!last || last.end <= candidate.start) settled.push(candidate);
    else
      settled[settled.length - 1] = {
        start: last.start,
        end: Math.max(last.end, candidate.end),
        type: surer(last, candidate),
      };
  }
  return settled;
}

function surer(one: Candidate, other: Candidate): IdentifierType {
  return PRECEDENCE.indexOf(one.type) < PRECEDENCE.indexOf(other.type) ? one.type : other.type;
}

/** Without the white space at its ends; less than nothing is left of a stretch of white space. */
function trim(text: string, { start, end, type }: Candidate): Candidate {
  const found = text.slice(start, end);
  return { start: end - found.trimStart().length, end: start + found.trimEnd().length, type };
}

/** The same spans counted in the raw text. */
export function toRawSpans(note: ReadableNote, candidates: readonly Candidate[]): IdentifierSpan[] {
  return candidates.map(({ start, end, type }) => ({ start: note.rawStart(start), end: note.rawEnd(end), type }));
}
