import { createGate } from "@rode-draad/privacy";
import { describe, expect, it } from "vitest";
import { lexicon } from "../../../shared/privacy/test/lexicon-once.js";
import { describeFinds, readNotesToRecord, readRecordedFinds } from "./recorded-finds.js";

const gate = createGate({ lexicon });
const recorded = readRecordedFinds();
const notes = readNotesToRecord();

/** Few enough that what differs can be read, and that a change of one rule runs few of them. */
const NOTES_TOGETHER = 6;
const groups = notes.flatMap((note, from) =>
  from % NOTES_TOGETHER === 0 ? [{ first: note.id, from, to: from + NOTES_TOGETHER }] : [],
);

describe("what the gate takes out of the notes it is worked on with", () => {
  it.each(groups)("is what was recorded last, from $first on (npm run bench:gate -- --record)", ({ from, to }) => {
    for (const [index, note] of notes.slice(from, to).entries())
      expect(describeFinds(gate, note)).toBe(recorded[from + index]);
  });

  it("is recorded of those notes and no others", () => {
    expect(recorded.length).toBe(notes.length);
  });
});
