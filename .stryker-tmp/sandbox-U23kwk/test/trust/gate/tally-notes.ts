import { type IdentifierSpan, RawText } from "@rode-draad/domain";
import type { Gate } from "@rode-draad/privacy";
import type { LabelledNote } from "./labelled-note.js";

/** How many of a slice were hit. */
interface Tally {
  readonly hits: number;
  readonly of: number;
}

/** What went wrong in one note: its id and a type, never its text. */
interface Mistake {
  readonly kind: "missed" | "extra" | "false alarm";
  readonly id: string;
  readonly what: string;
}

export interface Tallies {
  /** The share of a slice that was hit; NaN when there was nothing of it. */
  share(slice: string): number;
  readonly slices: ReadonlyMap<string, Tally>;
  readonly mistakes: readonly Mistake[];
}

const isCovered = (gold: IdentifierSpan, found: readonly IdentifierSpan[]): boolean =>
  found.some((span) => span.start <= gold.start && gold.end <= span.end);
const meets = (one: IdentifierSpan, others: readonly IdentifierSpan[]): boolean =>
  others.some((other) => one.start < other.end && other.start < one.end);

/**
 * Runs labelled notes through a gate and counts: `alarmed`, `dirty alarmed`, `lookalikes alarmed`, `covered`, `precision`,
 * `type T` for every type, `name TAG` for the persons of every tag, `dirty covered`. A span counts as covered when one find covers
 * all of it.
 */
export function tallyNotes(gate: Gate, notes: readonly LabelledNote[]): Tallies {
  const slices = new Map<string, { hits: number; of: number }>();
  const mistakes: Mistake[] = [];
  const count = (slice: string, hit: boolean): void => {
    const tally = slices.get(slice) ?? { hits: 0, of: 0 };
    tally.of++;
    if (hit) tally.hits++;
    slices.set(slice, tally);
  };
  for (const { id, text, spans, tags } of notes) {
    const decision = gate.inspect(new RawText(text));
    const found = decision.spans;
    const alarmed = decision.decision !== "pass";
    const dirty = tags.includes("dirty");
    if (spans.length === 0) {
      count("lookalikes alarmed", alarmed);
      if (alarmed) mistakes.push({ kind: "false alarm", id, what: found.map(({ type }) => type).join(",") });
    } else {
      count("alarmed", alarmed);
      if (dirty) count("dirty alarmed", alarmed);
    }
    for (const gold of spans) {
      const hit = isCovered(gold, found);
      count("covered", hit);
      count(`type ${gold.type}`, hit);
      if (dirty) count("dirty covered", hit);
      if (gold.type === "PERSON") for (const tag of tags) count(`name ${tag}`, hit);
      if (!hit) mistakes.push({ kind: "missed", id, what: gold.type });
    }
    for (const span of found) {
      const right = meets(span, spans);
      count("precision", right);
      if (!right) mistakes.push({ kind: "extra", id, what: span.type });
    }
  }
  const share = (slice: string): number => {
    const tally = slices.get(slice);
    return tally === undefined ? Number.NaN : tally.hits / tally.of;
  };
  return { share, slices, mistakes };
}
