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
