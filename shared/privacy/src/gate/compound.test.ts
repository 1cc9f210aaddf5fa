import { describe, expect, it } from "vitest";
import { isCompoundOf } from "./compound.js";

const WORDS = new Set([
  "huur",
  "toeslag",
  "leeftijd",
  "grens",
  "dak",
  "dekker",
  "as",
  "pad",
  "boek",
  "kas",
  "ten",
  "a".repeat(20),
  "b".repeat(20),
  "b".repeat(21),
]);
const isWord = (word: string): boolean => WORDS.has(word);

describe("a compound", () => {
  it.each([
    "huurtoeslag",
    "leeftijdsgrens",
    "huurstoeslag",
    "huuretoeslag",
    "huurentoeslag",
    "huurntoeslag",
    "dakdekker",
  ])("is two words in a row, with the sounds that link them: %s", (word) => {
    expect(isCompoundOf(word, isWord)).toBe(true);
  });

  it.each([
    ["has a first part of three letters at least", "asdekkers"],
    ["has a last part of four letters at least", "toeslagpad"],
    ["is nine letters long at least", "boekkast"],
    ["has two known parts", "huurtoeslax"],
    ["has two known parts, the first as well", "huxrtoeslag"],
    ["has no other link", "huuratoeslag"],
    ["keeps a first word of three letters before a link", "assdekker"],
  ])("%s, so this is none", (_, word) => {
    expect(isCompoundOf(word, isWord)).toBe(false);
  });

  it("is forty letters long at most, since a longer string is no word", () => {
    expect(isCompoundOf("a".repeat(20) + "b".repeat(20), isWord)).toBe(true);
    expect(isCompoundOf("a".repeat(20) + "b".repeat(21), isWord)).toBe(false);
  });

  it("of exactly nine letters is one, with parts of the least length", () => {
    expect(isCompoundOf("padtoesla", (part) => part === "pad" || part === "toesla")).toBe(true);
    expect(isCompoundOf("toeslboek", (part) => part === "toesl" || part === "boek")).toBe(true);
    expect(isCompoundOf("padtoesl", (part) => part === "pad" || part === "toesl")).toBe(false);
  });
});
