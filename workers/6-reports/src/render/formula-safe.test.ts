import { describe, expect, it } from "vitest";
import { formulaSafe } from "./formula-safe.js";

const CHARACTERS = Array.from({ length: 0x110000 }, (_, code) => String.fromCodePoint(code));

describe("formulaSafe", () => {
  it("knows every character that folds to a sign of a formula or to nothing that shows", () => {
    const missed = CHARACTERS.filter((character) => {
      const folded = character.normalize("NFKC");
      if (/^[=+@\u2212-]/u.test(folded)) return !formulaSafe(`${character}1+1`).startsWith("'");
      return /^[\s\p{C}\p{M}]+$/u.test(folded) && !formulaSafe(`${character}=1`).includes("'");
    });
    expect(missed).toEqual([]);
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+31", "'+31"],
    ["-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0"],
    ["@SUM(1)", "'@SUM(1)"],
    ["\t=1", " '=1"],
    ["\r=1", " '=1"],
    ["＝1＋1", "'＝1＋1"],
    ["\u200b=1", " '=1"],
    ["\u2017 =1", "\u2017 '=1"],
    ["\ufb291", "'\ufb291"],
    ["a;=1", "a;'=1"],
    ["a, -1+1", "a, '-1+1"],
    ['a"=1', "a\"'=1"],
    ['"=1', "\"'=1"],
  ])("makes text of %j", (cell, safe) => {
    expect(formulaSafe(cell)).toBe(safe);
  });

  it.each([
    "-5",
    "-1,5",
    "-0.25",
    "12",
    "Huurtoeslag",
    "10 tot 14",
    "minder dan 10",
    "Kind & opvoeding (0-4)",
    "a = b",
    "1-2",
    "",
  ])("leaves %j as it is", (cell) => {
    expect(formulaSafe(cell)).toBe(cell);
  });
});
