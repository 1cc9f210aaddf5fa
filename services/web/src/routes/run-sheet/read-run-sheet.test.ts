import { RUN_SHEET_LIMITS } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { wordsIn } from "../../messages/words-of.js";
import { readSteps, stepForm } from "./read-run-sheet.js";

const t = wordsIn("nl");
const line = (index: number, amount: string, unit: string, what: string) => ({
  [`aantal-${index}`]: amount,
  [`eenheid-${index}`]: unit,
  [`wie-${index}`]: "partner",
  [`wat-${index}`]: what,
});

describe("a run sheet as it is typed", () => {
  it("comes back as it went out, whatever the moment", () => {
    const steps = [-20_160, -1440, -90, 0, 45, 10_080].map((offsetMinutes) => ({
      offsetMinutes,
      role: "partner" as const,
      what: `Stap op ${offsetMinutes}`,
    }));
    const body = Object.assign(
      {},
      ...steps.map((step, index) => {
        const { amount, unit, what } = stepForm(step);
        return line(index, amount, unit, what);
      }),
    );
    expect(readSteps(body, t)).toEqual({ draft: { kind: "steps", steps } });
  });

  it("loses a step whose text was emptied, and nothing else", () => {
    const body = {
      ...line(0, "1", "dagen-ervoor", "Zaal"),
      ...line(1, "x", "minuten-erna", "  "),
      ...line(2, "0", "minuten-erna", "Welkom"),
    };
    expect(readSteps(body, t)).toMatchObject({
      draft: { steps: [{ what: "Zaal" }, { what: "Welkom", offsetMinutes: 0 }] },
    });
  });

  it("says of every line what is wrong, and keeps what was typed", () => {
    const long = "a".repeat(RUN_SHEET_LIMITS.whatCharactersMax + 1);
    const body = { ...line(0, "1,5", "minuten-erna", "Welkom"), ...line(1, "183", "dagen-ervoor", long) };
    const read = readSteps(body, t);
    expect(read).toMatchObject({ form: [{ amount: "1,5" }, { amount: "183", what: long }] });
    expect("errors" in read && read.errors.map(({ index, field }) => [index, field])).toEqual([
      [0, "aantal"],
      [1, "aantal"],
      [1, "wat"],
    ]);
    expect("draft" in readSteps(line(0, "182", "dagen-ervoor", "Begin"), t)).toBe(true);
  });

  it("takes no more lines than a sheet holds, and an unknown unit or role for the usual one", () => {
    const body = Object.assign({}, ...Array.from({ length: 60 }, (_, index) => line(index, "5", "eeuwen", "x")));
    const read = readSteps({ ...body, "wie-0": "burgemeester" }, t);
    expect("draft" in read && read.draft.steps).toHaveLength(RUN_SHEET_LIMITS.stepsMax);
    expect("draft" in read && read.draft.steps[0]).toEqual({ offsetMinutes: 5, role: "opbouwwerker", what: "x" });
  });
});
