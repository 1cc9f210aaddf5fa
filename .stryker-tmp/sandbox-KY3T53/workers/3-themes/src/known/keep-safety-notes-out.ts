import type { ThemedSegment } from "./recogniser.js";

/**
 * A note that the source flagged as a safety matter counts nowhere: all its questions take the safety route. So do the
 * other questions of a note in which a safety theme was recognised (catalogue, `safety.rules_nl`: "nooit meetellen voor
 * een collectief voorstel, ook niet bij een ander thema uit dezelfde notitie"). Leaving out is safe, counting is not.
 */
export function keepSafetyNotesOut(segments: readonly ThemedSegment[], safetyFlag: boolean): ThemedSegment[] {
  const isSafety = safetyFlag || segments.some((segment) => segment.assignment?.route === "safety");
  if (!isSafety) return [...segments];
  return segments.map((segment) =>
    segment.assignment === undefined ? segment : { ...segment, assignment: { ...segment.assignment, route: "safety" } },
  );
}
