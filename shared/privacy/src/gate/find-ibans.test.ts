import { describe, expect, it } from "vitest";
import { marked } from "../../test/marked.js";
import { findIbans } from "./find-ibans.js";

const find = findIbans;

describe("account numbers", () => {
  it.each([
    "Overmaken naar «NL91ABNA0417164300» graag.",
    "Overmaken naar «nl91 abna 0417 1643 00» graag.",
    "Overmaken naar «NL91-ABNA.0417/1643_00» graag.",
    "Overmaken naar «NL 91 ABNA 0417164300» graag.",
    "Overmaken naar «N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0» graag.",
    "Overmaken naar «NL91ABNA\n   0417164300» graag.",
    "Overmaken naar «NL91\tABNA:0417164300» graag.",
    "«NL91ABNA0417164300»",
    "Overmaken naar «DE89370400440532013000» graag.",
    "Overmaken naar «BE68539007547034» en «GB82WEST12345698765432» graag.",
    "Overmaken naar «MT84MALT011000012345MTLCAST001S» graag.",
    "Overmaken naar «NO9386011117947» graag.",
    "x«NL91ABNA0417164300» zit vast",
  ])("covers an account number in every spelling: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Overmaken naar «NL9lABNAO4l7l643OO» graag.",
    "Overmaken naar «N191ABNA0417164300» graag.",
    "Overmaken naar «NL91A8NA0417164300» graag.",
    "Overmaken naar «NLQ1ABNA0417164300» graag.",
    "Overmaken naar «NL91ABNA041716430O» graag.",
  ])("covers one in which a scanner read letters for digits: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  /** Mod 97 over the account part, which gives the check digits in front of it. */
  function withCheckDigits(country: string, account: string): string {
    const number = [...`${account}${country}00`].map((character) => Number.parseInt(character, 36)).join("");
    return country + String(98n - (BigInt(number) % 97n)).padStart(2, "0") + account;
  }

  it.each([
    ["0", "O"],
    ["0", "Q"],
    ["0", "o"],
    ["1", "I"],
    ["1", "l"],
    ["5", "S"],
    ["8", "B"],
    ["2", "Z"],
  ])("covers one with a wrong letter where the country wants digits: %s read as %s", (digit, letter) => {
    const valid = withCheckDigits("DE", "370458204405321134");
    const read = valid.slice(0, 4) + valid.slice(4).replaceAll(digit, letter);
    expect(read).not.toBe(valid);
    expect(marked(`Iets met «${read}» gezien.`, find)).toBe(`Iets met «${read}» gezien.`);
  });

  it.each([
    ["O", "0"],
    ["I", "1"],
    ["S", "5"],
    ["B", "8"],
    ["Z", "2"],
  ])("covers one with a wrong digit where the country wants letters: %s read as %s", (letter, digit) => {
    const read = withCheckDigits("NL", `A${letter}NA0417164300`).replace(`A${letter}NA`, `A${digit}NA`);
    expect(marked(`Iets met «${read}» gezien.`, find)).toBe(`Iets met «${read}» gezien.`);
  });

  it("covers one in which letters and digits are mixed up where the country wants either, and l is read as I", () => {
    const luxembourg = withCheckDigits("LU", "0019400644750000").replace("750000", "75OOOO");
    expect(marked(`Iets met ${luxembourg} gezien.`, find)).toContain(`«${luxembourg}»`);
    const british = withCheckDigits("GB", "LOYD12345698765432").replace("LOYD", "IOYD");
    expect(marked(`Iets met ${british} gezien.`, find)).toContain(`«${british}»`);
    const finnish = withCheckDigits("FI", "12345600000785");
    expect(marked(`Iets met ${finnish} gezien.`, find)).toContain(`«${finnish}»`);
  });

  it.each([
    ["a Dutch one that no word announces", "Iets met «NL91ABNA0417164301» gezien."],
    ["a Dutch one with I for L", "Iets met «NI91ABNA0417164300» gezien."],
    ["a Dutch one in look-alikes alone", "Op 3 mei: «NLolABNAolololollO» staat er."],
    ["one of eight places for digits in look-alikes alone", "Op 3 mei rekening «ADOlOlOOOlOOABCDEFGHJKMN» erbij."],
    ["a Dutch one with six digits", "Iets met «NL91ABNA0417SSSSSS» gezien."],
    ["one of a country without places for digits, with six", "Haar rekening «MD24AG0000CDEFGHJKMNPRSV» erbij."],
    ["letters where the country wants either", "Haar rekening «LU28001940064475X0Y0» erbij."],
    ["two letters that stand apart at the start of a word", "Rekening «N L91ABNA0417164300» erbij."],
  ])("covers %s: %j", (_, text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    ["a word for it that stands behind", "Iets met DE89370400440532013001, haar rekening."],
    ["a word for it that stands far in front", `Haar rekening is ${"nu en dan ".repeat(6)} DE89370400440532013001 nu.`],
    ["a letter where the country wants a digit", "Haar rekening DE8937040044053201300X nu."],
    ["a digit where the country wants a letter", "Haar rekening GB82W3ST12345698765432 nu."],
    ["a check digit that is none", "Iets met NL9XABNA0417164300 gezien."],
    ["fewer digits than half its places", "Iets met NL9SABNA041SSSSSSS gezien."],
    ["few places for digits in look-alikes alone", "Op 3 mei rekening LUOlOlOABCDEFGHJKMNP erbij."],
    ["too few digits where any place is free", "Haar rekening MD24AG0000CDEFGHJKMNPRSV erbij.".replace("0000", "000X")],
    ["two letters that stand apart inside a word", "Rekening xN L91ABNA0417164300 erbij."],
  ])("leaves one with %s: %j", (_, text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Overmaken naar «NL91ABNA0417164301» graag.",
    "Zijn rekening is «DE89370400440532013001» nu.",
    "Zij wil betalen op «DE89370400440532013001» alles.",
    "Iets met DE89370400440532013001 gezien.",
    "xNL91ABNA0417164301 en NL91ABNA0417164301x staan er.",
  ])("covers a Dutch one with a wrong check digit, and a foreign one behind a word for it: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "NL91ABNA041716430 is te kort.",
    "NL91 ABNA     0417164300 staat te ver.",
    "NL91ABNA 0417,164300 is een lijst.",
    "XX91ABNA0417164300 is van geen land.",
    "NLX1ABNA0417164300 klopt niet.",
    "NL91 en de rest volgt later op papier.",
    "Rekening: nlll abnaolollllool is een grap.",
    "Zij is in dealloods en het ging om BE.",
    "Zonder cijfers: NLolABNAolololollO.",
  ])("leaves what is none: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
