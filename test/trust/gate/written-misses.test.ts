import { createGate } from "@rode-draad/privacy";
import { beforeAll, describe, expect, it } from "vitest";
import { type Tallies, tallyNotes } from "./tally-notes.js";
import { readWrittenNotes } from "./written-notes.js";

describe.each(["development", "mixed-development", "other-development"] as const)(
  "the written notes to work with: %s",
  (part) => {
    let mistakes: Tallies["mistakes"];
    beforeAll(() => {
      mistakes = tallyNotes(createGate(), readWrittenNotes(part)).mistakes;
    });

    it("are missed and masked where the record says so and nowhere else: a fix shows as loudly as a regression", async () => {
      const lines = mistakes.map(({ kind, id, what }) => `${kind} ${id} ${what}\n`);
      await expect(lines.join("")).toMatchFileSnapshot(`data/known-misses-${part}.txt`);
    });
  },
);
