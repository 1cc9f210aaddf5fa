import { markSafe, type ThemeAssignment } from "@rode-draad/domain";
import { expect, test } from "vitest";
import { makeOwnThemeGiver } from "./give-own-themes.js";

const giver = makeOwnThemeGiver(
  [
    { themeId: "g-0001", text: "Stadspas" },
    { themeId: "g-0002", text: "stadspas voor kinderen" },
    { themeId: "huiselijk-geweld", text: "codewoord" },
  ],
  new Set(["huiselijk-geweld"]),
);

function given(sentence: string, assignment: ThemeAssignment): ThemeAssignment | undefined {
  const text = markSafe(sentence);
  const segment = { start: 0, end: text.length, kind: "help-question", assignment } as const;
  return giver.give(text, [segment])[0]?.assignment;
}

const OPEN: ThemeAssignment = { themeId: null, confidence: 0.2, route: "unassigned" };

test.each(["Zij wil een stadspas.", "Vader vraagt naar stadspassen.", "Zij wil hulp met de Stadspasaanvraag."])(
  "%s goes to the theme of the word, in each of its forms",
  (sentence) => {
    expect(given(sentence, OPEN)).toEqual({ themeId: "g-0001", confidence: 0.97, route: "known" });
  },
);

test("the longer of two terms decides, and a term of several words stands together", () => {
  expect(given("Zij vraagt een stadspas voor kinderen aan.", OPEN)?.themeId).toBe("g-0002");
  expect(given("Voor de kinderen zoekt zij een stadspas.", OPEN)?.themeId).toBe("g-0001");
});

test("a model that is sure keeps its theme, one that doubts does not", () => {
  const sure: ThemeAssignment = { themeId: "huurtoeslag", confidence: 0.98, route: "known" };
  expect(given("Zij vraagt huurtoeslag aan, en noemt de stadspas.", sure)).toEqual(sure);
  expect(given("Zij vraagt naar de stadspas.", { ...sure, confidence: 0.6 })?.themeId).toBe("g-0001");
});

test("what is about safety stays out, and a word of a theme that is never collective takes a question out", () => {
  const safety: ThemeAssignment = { themeId: null, confidence: 0.4, route: "safety" };
  expect(given("Zij vraagt naar de stadspas.", safety)).toEqual(safety);
  const sure: ThemeAssignment = { themeId: "huurtoeslag", confidence: 0.99, route: "known" };
  expect(given("Zij noemt het codewoord.", sure)).toMatchObject({ themeId: "huiselijk-geweld", route: "safety" });
});

test("without a word of one's own nothing changes", () => {
  expect(given("Zij vraagt naar de toeslag.", OPEN)).toEqual(OPEN);
  const text = markSafe("Zij vraagt naar de stadspas.");
  const context = { start: 0, end: text.length, kind: "context" } as const;
  expect(giver.give(text, [context])).toEqual([context]);
});
