import { markSafe, type Segment, type ThemeAssignment } from "@rode-draad/domain";
import { describe, expect, test } from "vitest";
import { openSegmentsOf } from "./open-segments-of.js";

const text = markSafe("Twee passen gekregen. Kan dat omgeruild? Wil huurtoeslag.");
const context: Segment = { start: 0, end: 21, kind: "context" };
const asking = (assignment: ThemeAssignment, start = 22, end = 40) => ({
  start,
  end,
  kind: "help-question" as const,
  assignment,
});
const unassigned = asking({ themeId: null, confidence: 0.4, route: "unassigned" });
const known = (confidence: number) => asking({ themeId: "huurtoeslag", confidence, route: "known" }, 41, 57);

describe("openSegmentsOf", () => {
  test("a question that asks brings along the context right before it, and nothing else does", () => {
    const [before, question, certain] = openSegmentsOf(text, [context, unassigned, known(0.99)]);
    expect(before).toEqual({ ordinal: 0, text: "Twee passen gekregen.", joinsOnly: true });
    expect(question).toEqual({ ordinal: 1, text: "Kan dat omgeruild?", contextBefore: "Twee passen gekregen." });
    expect(certain).toEqual({ ordinal: 2, text: "Wil huurtoeslag.", joinsOnly: true, confidence: 0.99 });
  });

  test("what was set aside is closed, and is no context of what follows", () => {
    const denied: Segment = { ...context, setAside: "negated" };
    expect(openSegmentsOf(text, [denied, unassigned])).toEqual([{ ordinal: 1, text: "Kan dat omgeruild?" }]);
  });

  test("of a note about safety nothing is open", () => {
    const unsafe = asking({ themeId: null, confidence: 0.2, route: "safety" });
    expect(openSegmentsOf(text, [context, unsafe, known(0.5)])).toEqual([]);
  });
});
