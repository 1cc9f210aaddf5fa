import { addDays, markSafe, weekOf } from "@rode-draad/domain";
import { describe, expect, it } from "vitest";
import { assignEmergent, closeEmergentCases, forgetErased } from "./assign-emergent.js";
import type { ErasedQuestion } from "./erased-questions.js";
import type { UnknownQuestion } from "./unknown-question.js";

const WORDS = ["verhuizing", "sleutel", "opslag", "meubels", "inpakken", "termijn", "buren"];

/** Seven cases about one happening, each with a word of its own; the last one has a word that nobody else uses. */
const questions: UnknownQuestion[] = WORDS.map((word, number) => ({
  id: `n${number}.1`,
  text: markSafe(`Mw vraagt over de wisselwoning en ${word}${number === 6 ? " zwiepelkwark" : ""}.`),
  caseId: `case-${number}`,
  date: addDays("2025-03-03", number),
  areaCode: "WK000001",
  themedAt: new Date(Date.UTC(2025, 2, 3 + number)),
}));

/** One that fits nothing, and stays in the memory as a usual question. */
const lone: UnknownQuestion = {
  id: "n9.0",
  text: markSafe("Kan iemand helpen met een flapperdoos op zolder?"),
  caseId: "case-9",
  date: "2025-03-05",
  areaCode: "WK000002",
};

const erasedFrom = (question: UnknownQuestion, givenThemeId?: string): ErasedQuestion => ({
  id: question.id,
  noteVersion: 1,
  week: weekOf(question.date),
  areaCode: question.areaCode,
  isUsual: givenThemeId === undefined,
  ...(givenThemeId !== undefined && { givenThemeId }),
});

function erase(state: Uint8Array | undefined, gone: readonly UnknownQuestion[], givenThemeId?: string) {
  return forgetErased(state, {
    questions: gone.map((question) => erasedFrom(question, givenThemeId)),
    caseIds: gone.map(({ caseId }) => caseId),
    staying: [],
  });
}

const holds = (state: Uint8Array, word: string): boolean => Buffer.from(state).includes(Buffer.from(word));

describe("forgetting what was erased", () => {
  it("leaves no word of a question that only it brought, and no question without a theme", () => {
    const { state } = assignEmergent(undefined, [...questions, lone]);
    expect([holds(state, "flapperdo"), holds(state, "n9.0")]).toEqual([true, true]);
    const after = erase(state, [lone]);
    expect([holds(after.state, "flapperdo"), holds(after.state, "n9.0")]).toEqual([false, false]);
    expect(after.themes.map(({ cases }) => cases)).toEqual([7]);
  });

  it("takes a case out of its theme, with its own words, and the theme stays", () => {
    const { state, themes } = assignEmergent(undefined, questions);
    expect([themes[0]?.cases, holds(state, "zwiepelkwark")]).toEqual([7, true]);
    const after = erase(state, questions.slice(6), "t-0001");
    expect(after.themes).toEqual([expect.objectContaining({ id: "t-0001", cases: 6 })]);
    expect(after.erasedIds).toEqual([]);
    expect(holds(after.state, "zwiepelkwark")).toBe(false);
    expect(after.themes[0]?.label).toContain("wisselwoning");
  });

  it("ends a theme that nobody else asked about, and never uses its id again", () => {
    const { state } = assignEmergent(undefined, questions);
    const after = erase(state, questions, "t-0001");
    expect([after.themes, after.erasedIds]).toEqual([[], ["t-0001"]]);
    expect(holds(after.state, "wisselwoning")).toBe(false);
    const later = questions.map((question) => ({
      ...question,
      id: `x${question.id}`,
      date: addDays(question.date, 7),
    }));
    expect(assignEmergent(after.state, later).themes.map(({ id }) => id)).toEqual(["t-0002"]);
  });

  it("keeps a case in the theme that it still asks about, without its words", () => {
    const { state } = assignEmergent(undefined, questions);
    const gone = questions.slice(6);
    const after = forgetErased(state, {
      questions: gone.map((question) => erasedFrom(question, "t-0001")),
      caseIds: ["case-6"],
      staying: [{ caseId: "case-6", themeId: "t-0001" }],
    });
    expect(after.themes[0]?.cases).toBe(7);
    expect(holds(after.state, "zwiepelkwark")).toBe(false);
  });

  it("changes nothing the second time, and goes on clustering as before", () => {
    const { state } = assignEmergent(undefined, [...questions, lone]);
    const once = erase(state, [lone]);
    expect(Buffer.from(erase(once.state, []).state)).toEqual(Buffer.from(once.state));
    const next = { ...questions[0], id: "n10.0", caseId: "case-10", date: "2025-03-12" } as UnknownQuestion;
    expect(assignEmergent(once.state, [next]).assignments).toEqual([expect.objectContaining({ themeId: "t-0001" })]);
  });

  it("gives a state before the first run too, so that a run that began earlier cannot save", () => {
    expect(erase(undefined, []).state.length).toBeGreaterThan(0);
  });
});

describe("closing months", () => {
  it("forgets the words that few closed questions used, and keeps those of several", () => {
    const more = [1, 2].map((number) => ({
      ...lone,
      id: `m${number}.0`,
      caseId: `case-m${number}`,
      areaCode: `WK00001${number}`,
      text: markSafe("Heeft iemand een knipperplank over?"),
    }));
    const third = { ...lone, id: "m3.0", text: markSafe("Zoekt een knipperplank en een wiebelkruk.") };
    const { state } = assignEmergent(undefined, [...more, third, lone]);
    const ids = [...more, third, lone].map(({ id }) => ({ id, noteVersion: 1 }));
    // While a question is in memory, so are its words.
    const none = closeEmergentCases(state, [], []);
    for (const word of ["knipperplank", "wiebelkruk", "flapperdo"]) expect(holds(none, word)).toBe(true);
    expect(assignEmergent(none, []).themes).toEqual([]);
    const closed = closeEmergentCases(state, [], ids);
    const words = ["knipperplank", "wiebelkruk", "flapperdo"].map((word) => holds(closed, word));
    expect(words).toEqual([true, false, false]);
  });

  it("forgets which cases asked and keeps how many, with the words of the theme", () => {
    const { state, themes } = assignEmergent(undefined, questions);
    const closed = closeEmergentCases(state, ["case-0"], [{ id: "n3.1", noteVersion: 1 }]);
    const again = assignEmergent(closed, []);
    expect(again.themes).toEqual(themes);
    expect(closed.length).toBeLessThan(state.length);
    // A closed case cannot be taken out any more; one that is known can.
    expect(erase(closed, questions.slice(1, 2), "t-0001").themes[0]?.cases).toBe(7);
    expect(erase(closed, questions.slice(0, 1), "t-0001").themes[0]?.cases).toBe(6);
  });
});
