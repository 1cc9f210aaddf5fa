import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import * as flag from "./lexicon.js";

const has = (word: string, ...wanted: number[]) => wanted.every((one) => (lexicon.flags(word) & one) !== 0);

describe("the flags of a word", () => {
  it("say what it may be, for each kind of list", () => {
    expect(has("fatima", flag.GIVEN, flag.TRUSTED)).toBe(true);
    expect(has("jansen", flag.SURNAME, flag.TRUSTED)).toBe(true);
    expect(has("huur", flag.WORD, flag.COMMON)).toBe(true);
    expect(has("utrecht", flag.NEVER_NAME, flag.PLACE)).toBe(true);
    expect(has("mevrouw", flag.TITLE)).toBe(true);
    expect(has("dochter", flag.KIN)).toBe(true);
    expect(has("huisarts", flag.ROLE)).toBe(true);
    expect(has("belt", flag.PERSON_VERB)).toBe(true);
    expect(has("gisteren", flag.FUNCTION_WORD)).toBe(true);
    expect(has("basisschool", flag.ORGANISATION_HEAD)).toBe(true);
    expect(has("lyceum", flag.ORGANISATION_TAIL)).toBe(true);
    expect(has("tante", flag.KIN)).toBe(true);
    expect(has("auntie", flag.NICKNAME_KIN)).toBe(true);
    expect(lexicon.flags("xaqzwolk")).toBe(0);
    expect(has("fatima", flag.WORD)).toBe(false);
  });
});

describe("a Dutch word", () => {
  it.each([
    ["a word of the list", "huur"],
    ["a compound", "huurtoeslag"],
    ["a compound with a linking sound", "leeftijdsgrens"],
    ["two short frequent words", "buurthuis"],
    ["a verb with its beginning", "uitlachen"],
    ["an inflection that the list lacks", "huurtoeslagen"],
    ["a diminutive", "woonboekje"],
  ])("is %s: %s", (_, word) => {
    expect(lexicon.isDutch(word)).toBe(true);
    // The second time it is remembered.
    expect(lexicon.isDutch(word)).toBe(true);
  });

  it.each(["xaqzwolk", "kwabena", "szczepan", `${"huur".repeat(11)}`])("is not %s", (word) => {
    expect(lexicon.isDutch(word)).toBe(false);
    expect(lexicon.isDutch(word)).toBe(false);
  });
});

describe("a frequent word", () => {
  it("is known with one slip in it", () => {
    expect(lexicon.isTypo("deurwaardr")).toBe(true);
    expect(lexicon.isTypo("kwabena")).toBe(false);
  });

  it("is known broken off by three letters or more", () => {
    expect(lexicon.isAbbreviation("aanm")).toBe(true);
    expect(lexicon.isAbbreviation("huish")).toBe(true);
    expect(lexicon.isAbbreviation("huishouden")).toBe(false);
    expect(lexicon.isAbbreviation("xaqz")).toBe(false);
    expect(lexicon.isAbbreviation("zzzzz")).toBe(false);
  });
});

describe("the letters of a name", () => {
  it("look more like a name's than those of a word", () => {
    expect(lexicon.nameShape("kwabena")).toBeGreaterThan(0);
    expect(lexicon.nameShape("huisbezk")).toBeLessThan(0);
  });
});

describe("the small lists", () => {
  it("are folded, and say what is public and what is rare", () => {
    for (const name of ["publicBodies", "publicNumbers", "publicSites", "rareTraits"] as const) {
      expect(lexicon.list(name).size).toBeGreaterThan(5);
    }
    expect(lexicon.list("publicBodies").has("belastingdienst")).toBe(true);
  });
});

describe("a lexicon", () => {
  it("does not load without its lists", () => {
    expect(() => flag.loadLexicon(new URL("file:///nergens/"))).toThrow(/contents\.txt/);
  });
});
