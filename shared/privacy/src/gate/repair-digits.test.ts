import { describe, expect, it } from "vitest";
import { repairDigits } from "./repair-digits.js";

describe("letters that a scanner wrote for digits", () => {
  it.each([
    ["O6l2I4", "061214"],
    ["bel o6-1234", "bel 06-1234"],
    ["l2O of 1l", "120 of 11"],
    ["9 9 l O 2", "9 9 1 0 2"],
    ["12 O", "12 0"],
    ["O6-OOOO l723", "06-0000 1723"],
    ["l O I O O l l 1", "1 0 1 0 0 1 1 1"],
    ["1 O O O O O O O", "1 0 0 0 0 0 0 0"],
    ["OOO\nOOOO1", "000\n00001"],
    ["OOO\rOOOO1", "000\r00001"],
    ["(O)1.l/2-O", "(0)1.1/2-0"],
    ["x O1y", "x 01y"],
    ["a1 O2b", "a1 02b"],
  ])("are read as digits in %j", (text, repaired) => {
    expect(repairDigits(text)).toBe(repaired);
  });

  it.each([
    "Olie in Oslo",
    "lolololo OOOOOOOO",
    "l O I O O l l l",
    "1 O",
    "1 l",
    "1 O O O O O O",
    "1 Olie",
    "1 O l x",
    "x O l 1",
    "12     O",
    "12,O",
    "12 34",
  ])("stay letters in %j", (text) => {
    expect(repairDigits(text)).toBe(text);
  });

  it.each([
    ["tel06l2", "tel0612"],
    ["06l2lang", "0612lang"],
    ["06 tel lO", "06 tel lO"],
    ["ol06 06lo", "0106 0610"],
    ["xol06 06lox", "xol06 06lox"],
    ["tel0612 en 06lang", "tel0612 en 06lang"],
  ])("stay letters in a word that is glued to a number: %j", (text, repaired) => {
    expect(repairDigits(text)).toBe(repaired);
  });

  it("are one digit each", () => {
    expect(repairDigits("O6-l2 en l O 3 4 en zo")).toHaveLength(22);
  });

  it.each([
    ["BSN 99993687G", "BSN 999936876"],
    ["nr 29OO 114 47B", "nr 2900 114 478"],
    ["tel 0612B45Z98", "tel 0612845298"],
    ["0612.345-67S", "0612.345-675"],
  ])("are read as the digits they look like in a long number: %j", (text, repaired) => {
    expect(repairDigits(text)).toBe(repaired);
  });

  it.each(["1234S6B", "B2345678", "12B4S6Z8", "xx12345678B", "12345678Bx", "12345678 Bas"])(
    "stay letters in a short number, in front of one, among many letters, and in a word: %j",
    (text) => {
      expect(repairDigits(text)).toBe(text);
    },
  );
});
