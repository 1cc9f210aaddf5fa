import { describe, expect, it } from "vitest";
import { isNearWord } from "./near-word.js";

const LONG = `${"a".repeat(23)}b`;
const isCommon = (word: string): boolean =>
  word === "scootmobiel" || word === "moeder" || word === "abcde" || word === LONG;

describe("a slip of the keyboard", () => {
  it.each([
    ["scootmobil", "a letter left out"],
    ["cootmobiel", "the first letter left out"],
    ["scootmobie", "the last letter left out"],
    ["scootmobiiel", "a letter too many"],
    ["xscootmobiel", "a letter too many in front"],
    ["scootmobielx", "a letter too many behind"],
    ["scoptmobiel", "a wrong letter"],
    ["xcootmobiel", "a wrong first letter"],
    ["scootmobiex", "a wrong last letter"],
    ["csootmobiel", "two letters turned in front"],
    ["scootmobeil", "two letters turned"],
    ["scootmobile", "two letters turned behind"],
    ["zoeder", "a word of six letters"],
  ])("is %s: %s", (word) => {
    expect(isNearWord(word, isCommon)).toBe(true);
  });

  it.each(["scotmobil", "scooter", "fatima", "abcdf", "abcd"])("is not %s", (word) => {
    expect(isNearWord(word, isCommon)).toBe(false);
  });

  it("is looked for in words of six to twenty-four letters", () => {
    expect(isNearWord("abcdef", isCommon)).toBe(true);
    expect(isNearWord("abcdx", isCommon)).toBe(false);
    expect(isNearWord(`${"a".repeat(23)}c`, isCommon)).toBe(true);
    expect(isNearWord(`${"a".repeat(23)}bc`, isCommon)).toBe(false);
  });
});
