import { expect, test } from "vitest";
import { changeOwnCatalogue, NO_OWN_CATALOGUE, type OwnCatalogueFacts } from "./own-catalogue.js";

const facts: OwnCatalogueFacts = {
  number: 7,
  isTheme: (id) => id === "huurtoeslag",
  shippedThemeWith: (text) => (text.toLowerCase() === "voedselbank" ? "Eten" : undefined),
};
const theme = {
  name: "Stadspas",
  definition: "Vragen over de stadspas.",
  domainId: "geld",
  careNeeded: false,
  formatId: "informatieavond",
  invitationTitle: "Alles over de stadspas",
};
const withTheme = changeOwnCatalogue(NO_OWN_CATALOGUE, { kind: "add-theme", theme, words: ["stadspas"] }, facts);

test("a word points at one theme, whatever its case", () => {
  const once = changeOwnCatalogue(
    NO_OWN_CATALOGUE,
    { kind: "add-term", themeId: "huurtoeslag", text: " Woon  bijdrage " },
    facts,
  );
  expect(once.terms).toEqual([{ themeId: "huurtoeslag", text: "Woon bijdrage" }]);
  const again = { kind: "add-term", themeId: "huurtoeslag", text: "woon BIJDRAGE" } as const;
  expect(() => changeOwnCatalogue(once, again, facts)).toThrow("staat al in je eigen lijst");
  const shipped = { kind: "add-term", themeId: "huurtoeslag", text: "Voedselbank" } as const;
  expect(() => changeOwnCatalogue(once, shipped, facts)).toThrow("hoort al bij het thema ‘Eten’");
  const removed = { kind: "remove-term", themeId: "huurtoeslag", text: "woon bijdrage" } as const;
  expect(changeOwnCatalogue(once, removed, facts).terms).toEqual([]);
  expect(() => changeOwnCatalogue(NO_OWN_CATALOGUE, removed, facts)).toThrow("staat er niet bij");
});

test.each(["ab", "12345", "x".repeat(61)])("%s is no word for a theme", (text) => {
  const change = { kind: "add-term", themeId: "huurtoeslag", text } as const;
  expect(() => changeOwnCatalogue(NO_OWN_CATALOGUE, change, facts)).toThrow("Schrijf een woord van 3 tot 60 tekens");
});

test("a theme that nobody knows gets no words", () => {
  const change = { kind: "add-term", themeId: "nergens", text: "stadspas" } as const;
  expect(() => changeOwnCatalogue(NO_OWN_CATALOGUE, change, facts)).toThrow("kennen wij niet");
});

test("an own theme gets the number of its version, and needs words and a name of its own", () => {
  expect(withTheme.themes).toEqual([{ ...theme, id: "g-0007", isRetired: false }]);
  expect(withTheme.terms).toEqual([{ themeId: "g-0007", text: "stadspas" }]);
  const same = { kind: "add-theme", theme, words: ["pas"] } as const;
  expect(() => changeOwnCatalogue(withTheme, same, { ...facts, number: 8 })).toThrow(
    "al een eigen thema met deze naam",
  );
  const wordless = { kind: "add-theme", theme: { ...theme, name: "Pas" }, words: [] } as const;
  expect(() => changeOwnCatalogue(withTheme, wordless, facts)).toThrow("minstens één woord");
});

test("a theme is retired and never goes, also by going back to before it", () => {
  const retired = changeOwnCatalogue(withTheme, { kind: "retire-theme", themeId: "g-0007" }, facts);
  expect(retired).toMatchObject({ terms: [], themes: [{ id: "g-0007", isRetired: true }] });
  expect(() => changeOwnCatalogue(retired, { kind: "retire-theme", themeId: "g-0007" }, facts)).toThrow("vervallen");
  const back = changeOwnCatalogue(withTheme, { kind: "go-back", to: 1 }, { ...facts, earlier: NO_OWN_CATALOGUE });
  expect(back).toMatchObject({ terms: [], themes: [{ id: "g-0007", isRetired: true }] });
  const forth = changeOwnCatalogue(back, { kind: "go-back", to: 7 }, { ...facts, earlier: withTheme });
  expect(forth).toEqual(withTheme);
  expect(() => changeOwnCatalogue(withTheme, { kind: "go-back", to: 99 }, facts)).toThrow("versie kennen wij niet");
});
