import { describe, expect, test } from "vitest";
import { NOTES_PER_JOB_MAX, STAGE_NAMES, type StageName, stages } from "./stages.js";

const example = { municipalityId: "m", noteIds: ["a"], requestId: "r", messageId: "m" };

describe("the map of stages", () => {
  test("leads from questions to effects without a loop", () => {
    const walked: StageName[] = [];
    for (let stage: StageName | null = "questions"; stage !== null; stage = stages[stage].next) {
      expect(walked).not.toContain(stage);
      walked.push(stage);
    }
    expect(walked).toEqual([
      "questions",
      "known-themes",
      "emergent-themes",
      "trends",
      "proposals",
      "reports",
      "effects",
    ]);
  });

  test.each(STAGE_NAMES)("a job of %s carries ids and refuses everything else, text above all", (stage) => {
    const payload = stages[stage].payload;
    const wanted = Object.fromEntries(Object.entries(example).filter(([key]) => key in payload.shape));
    expect(payload.safeParse(wanted).success).toBe(true);
    expect(payload.safeParse({ ...wanted, text: "iets" }).success).toBe(false);
  });

  test("a job holds a bounded number of notes", () => {
    const ids = Array.from({ length: NOTES_PER_JOB_MAX + 1 }, (_, index) => `n${index}`);
    expect(stages.questions.payload.safeParse({ municipalityId: "m", noteIds: ids }).success).toBe(false);
    expect(stages.questions.payload.safeParse({ municipalityId: "m", noteIds: [] }).success).toBe(false);
  });
});
