import { type SafeText, type Segment, sliceSafe, type ThemeAssignment } from "@rode-draad/domain";
import { opennessOf } from "./openness-of.js";
import type { UnknownQuestion } from "./unknown-question.js";

/** A segment that emergent themes may read, with its place among the segments of its note. */
export interface OpenSegment extends Pick<UnknownQuestion, "text" | "joinsOnly" | "confidence" | "contextBefore"> {
  readonly ordinal: number;
}

/** What emergent themes may read of a recognised note. Nothing of a note about safety: what is said beside that counts nowhere. */
export function openSegmentsOf(
  text: SafeText,
  segments: readonly (Segment & { readonly assignment?: ThemeAssignment })[],
): OpenSegment[] {
  if (segments.some(({ assignment }) => assignment?.route === "safety")) return [];
  const textOf = ({ start, end }: Segment): SafeText => sliceSafe(text, start, end);
  return segments.flatMap((segment, ordinal): OpenSegment[] => {
    const openness = opennessOf(segment);
    if (openness === "closed") return [];
    const joinsOnly = openness === "joins-only";
    const last = segments[ordinal - 1];
    const isAfterContext = last !== undefined && last.kind === "context" && last.setAside === undefined;
    return [
      {
        ordinal,
        text: textOf(segment),
        ...(joinsOnly && { joinsOnly }),
        ...(segment.assignment?.route === "known" && { confidence: segment.assignment.confidence }),
        ...(isAfterContext && !joinsOnly && { contextBefore: textOf(last) }),
      },
    ];
  });
}
