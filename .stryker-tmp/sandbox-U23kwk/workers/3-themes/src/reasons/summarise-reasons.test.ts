import { describe, expect, it } from "vitest";
import { type JudgedQuestion, summariseReasons } from "./summarise-reasons.js";

let next = 0;
const question = (phrases: readonly string[], more: Partial<JudgedQuestion> = {}): JudgedQuestion => ({
  themeId: "huurtoeslag",
  caseId: `c${next++}`,
  runnerUp: "huurverhoging-servicekosten",
  margin: 2,
  phrases,
  ...more,
});
const times = (count: number, make: () => JudgedQuestion) => Array.from({ length: count }, make);
/** Questions of other themes, against which a word is telling. */
const others = times(40, () => question(["brief"], { themeId: "geldzorgen", runnerUp: "schuldhulpverlening" }));
const of = (questions: readonly JudgedQuestion[], themeId = "huurtoeslag") =>
  summariseReasons([...questions, ...others]).find((one) => one.themeId === themeId);

describe("summariseReasons", () => {
  it("repeats a word from three cases on, and counts a case once", () => {
    expect(of(times(3, () => question(["kale huur"])))?.words).toEqual(["kale huur"]);
    expect(of(times(2, () => question(["kale huur"])))?.words).toEqual([]);
    expect(of(times(5, () => question(["kale huur"], { caseId: "same" })))?.words).toEqual([]);
  });

  it("makes an example of what several cases share, never of the words of one question", () => {
    const questions = [
      ...times(8, () => question(["huurtoeslag"], { margin: 5 })),
      question(["huurtoeslag", "oorlog", "weduwe"], { margin: 99 }),
      ...times(12, () => question(["servicekosten"], { margin: 1 })),
      ...times(15, () => question([], { margin: 3 })),
    ];
    expect(of(questions)).toMatchObject({ typical: ["huurtoeslag"], doubtful: ["servicekosten"] });
  });

  it("names the theme that comes next in most cases, with the words that make the difference to it", () => {
    const questions = [
      ...times(4, () => question(["toeslag"])),
      ...times(3, () => question(["verhuizing"], { runnerUp: "woning-zoeken" })),
    ];
    expect(of(questions)?.nearest).toEqual({ themeId: "huurverhoging-servicekosten", words: ["toeslag"] });
    expect(of(questions.slice(0, 2))).not.toHaveProperty("nearest");
  });

  it("leaves out words that decide everywhere", () => {
    const everywhere = Array.from({ length: 12 }, (_, theme) =>
      times(4, () => question(["niet"], { themeId: `theme-${theme}` })),
    ).flat();
    const questions = times(30, () => question(["niet", "huurtoeslag"]));
    expect(of([...everywhere, ...questions])?.words).toEqual(["huurtoeslag"]);
  });

  it("shows two forms of one word once", () => {
    const questions = [...times(5, () => question(["lessen"])), ...times(4, () => question(["les"]))];
    expect(of(questions)?.words).toEqual(["lessen"]);
    const small = [...times(5, () => question(["flat"])), ...times(4, () => question(["flatje"]))];
    expect(of(small)?.words).toEqual(["flat"]);
    const two = [...times(5, () => question(["huur"])), ...times(4, () => question(["huurder"]))];
    expect(of(two)?.words).toEqual(["huur", "huurder"]);
  });

  it("takes the next theme from the questions that have one", () => {
    const { runnerUp: _none, ...alone } = question(["toeslag"]);
    const questions = [
      ...times(9, () => ({ ...alone, caseId: `x${next++}` })),
      ...times(3, () => question(["verhuizing"], { runnerUp: "woning-zoeken" })),
    ];
    expect(of(questions)?.nearest?.themeId).toBe("woning-zoeken");
  });

  it("gives the same summary whatever the order of the questions", () => {
    const questions = [
      ...times(9, () => question(["huurtoeslag", "huur"])),
      ...times(7, () => question(["huur"], { margin: 1, runnerUp: "woning-zoeken" })),
      ...others,
    ];
    expect(summariseReasons([...questions].reverse())).toEqual(summariseReasons(questions));
  });
});
