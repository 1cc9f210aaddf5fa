import type { Segment, ThemeAssignment } from "@rode-draad/domain";
import { DOUBTED_BELOW } from "./doubted-below.js";

/**
 * What emergent themes may do with a segment: make a theme of it, only let it join one, or leave it alone. What the recogniser is
 * sure of may join, since it can be sure of the nearest theme only. What takes the safety route, and what was set aside (denied,
 * past, somebody else's) is closed.
 */
export function opennessOf(
  segment: Segment & { readonly assignment?: ThemeAssignment },
): "question" | "joins-only" | "closed" {
  const { assignment, kind, setAside } = segment;
  if (assignment === undefined) return kind === "context" && setAside === undefined ? "joins-only" : "closed";
  if (assignment.route === "unassigned") return "question";
  if (assignment.route !== "known") return "closed";
  return assignment.confidence < DOUBTED_BELOW ? "question" : "joins-only";
}
