import type { SafeText, Segment, ThemeId } from "@rode-draad/domain";
import type { LabelledNote } from "../../workers/3-themes/scripts/training-notes.js";
import type { ThemedSegment } from "../../workers/3-themes/src/index.js";

/** What recognition made of a set of labelled notes. Shares are between 0 and 1, and NaN where there was nothing to measure. */
export interface RecognitionFigures {
  readonly notes: number;
  /** Over the set of themes of a note: each theme counts once a note, as counts do. */
  readonly microF1: number;
  readonly precision: number;
  readonly recall: number;
  /** Mean F1 of the themes that occur. */
  readonly macroF1: number;
  /** Questions that got no theme. */
  readonly unassigned: number;
  /** Notes without a question that got a theme all the same. */
  readonly falseNotes: number;
  /** Notes with a safety theme that took the safety route or got a theme of that kind. */
  readonly safetyRecall: number;
  /** Other notes that took the safety route. */
  readonly safetyFalse: number;
  /** Gold questions of which a question found covers at least half of both together. */
  readonly boundaries: number;
}

export interface Understood {
  readonly note: LabelledNote;
  readonly segments: readonly ThemedSegment[];
}

export function understand(
  notes: readonly LabelledNote[],
  cut: (text: SafeText) => Segment[],
  recognise: (text: SafeText, segments: Segment[]) => readonly ThemedSegment[],
): Understood[] {
  return notes.map((note) => {
    const text = note.text as SafeText;
    return { note, segments: recognise(text, cut(text)) };
  });
}

export function measureRecognition(
  understood: readonly Understood[],
  safetyThemes: ReadonlySet<ThemeId>,
): RecognitionFigures {
  const themes = new Map<ThemeId, { right: number; given: number; gold: number }>();
  const tally = (theme: ThemeId) => {
    const counts = themes.get(theme) ?? { right: 0, given: 0, gold: 0 };
    themes.set(theme, counts);
    return counts;
  };
  let questions = 0;
  let unassigned = 0;
  const safety = { notes: 0, found: 0, others: 0, sentThere: 0 };
  const empty = { notes: 0, given: 0 };
  const bounds = { gold: 0, found: 0 };
  for (const { note, segments } of understood) {
    const gold = new Set(note.segments.flatMap((segment) => segment.theme ?? []));
    const asked = segments.filter((segment) => segment.assignment !== undefined);
    const given = new Set(asked.flatMap((segment) => segment.assignment?.themeId ?? []));
    questions += asked.length;
    unassigned += asked.filter((segment) => segment.assignment?.route === "unassigned").length;
    for (const theme of gold) tally(theme).gold++;
    for (const theme of given) {
      const counts = tally(theme);
      counts.given++;
      if (gold.has(theme)) counts.right++;
    }
    if (gold.size === 0) {
      empty.notes++;
      if (given.size > 0) empty.given++;
    }
    const routed = asked.some((segment) => segment.assignment?.route === "safety");
    if ([...gold].some((theme) => safetyThemes.has(theme))) {
      safety.notes++;
      if (routed) safety.found++;
    } else {
      safety.others++;
      if (routed) safety.sentThere++;
    }
    for (const segment of note.segments) {
      if (segment.theme === null) continue;
      bounds.gold++;
      if (asked.some((found) => overlap(found, segment) >= 0.5)) bounds.found++;
    }
  }
  const sum = (pick: (counts: { right: number; given: number; gold: number }) => number) =>
    [...themes.values()].reduce((total, counts) => total + pick(counts), 0);
  const [right, given, gold] = [sum((c) => c.right), sum((c) => c.given), sum((c) => c.gold)];
  const occurring = [...themes.values()].filter((counts) => counts.gold > 0);
  return {
    notes: understood.length,
    microF1: share(2 * right, given + gold),
    precision: share(right, given),
    recall: share(right, gold),
    macroF1: share(
      occurring.reduce((total, c) => total + (2 * c.right) / (c.given + c.gold), 0),
      occurring.length,
    ),
    unassigned: share(unassigned, questions),
    falseNotes: share(empty.given, empty.notes),
    safetyRecall: share(safety.found, safety.notes),
    safetyFalse: share(safety.sentThere, safety.others),
    boundaries: share(bounds.found, bounds.gold),
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole);

/** Intersection over union. */
function overlap(one: { start: number; end: number }, other: { start: number; end: number }): number {
  const common = Math.min(one.end, other.end) - Math.max(one.start, other.start);
  return common <= 0 ? 0 : common / (Math.max(one.end, other.end) - Math.min(one.start, other.start));
}
