import { describe, expect, it } from "vitest";
import { marked } from "../../test/marked.js";
import { findPhones, findSpokenPhones } from "./find-phones.js";
import { normalise } from "./normalise.js";
import { findNumberRuns } from "./number-runs.js";
import type { ReadableNote } from "./readable-note.js";

const find = (note: ReadableNote) => [
  ...findPhones(note, findNumberRuns(note), (digits) => digits === "0800123456"),
  ...findSpokenPhones(note),
];

describe("telephone numbers", () => {
  it.each([
    "Bel «0612345678».",
    "Bel «06-12345678» morgen.",
    "Bel «06 12 34 56 78» even.",
    "Bel «030-1234567» of «0301234568».",
    "Bel «06\n12345678» en vraag.",
    "Nummers «0612345678», «0687654321».",
    "Bel «0612345678»\n«0687654321» ook.",
    "Bel «0612345678»\r\n«0687654321» ook.",
    "1 2 3 «0612345678»",
  ])("covers a Dutch number however it is grouped: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Bel «+31612345678» of «+31 6 12345678».",
    "Bel «+31 (0)6 12345678» nu.",
    "Bel «+ 31 6 12345678» nu.",
    "Bel «+(31) 6 12345678» nu.",
    "Bel «0031612345678» nu.",
    "Bel «0031 6 1234 5678» nu.",
    "Bel «+4915112345678» nu.",
    "Bel «004915112345678» nu.",
    "Bel «+49 151 123 456 78» nu.",
    "Bel «+123456789012345» nu.",
  ])("covers a number with its country code, by a plus or two zeros: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Bel «(030) 1234567» overdag.",
    "Bel (thuis) «030 1234567» overdag.",
    "Bel (op «030 1234567») overdag.",
    "(«0301234567») is haar nummer.",
    "Bel «030) 1234567» overdag.",
  ])("takes the brackets of an area code along: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Bel +311234567 nu.",
    "Bel 0012345 nu.",
    "Bel 0001234567 nu.",
    "Het getal 1612345678 is groot.",
    "Het getal 061234567890123456 is groot.",
    "+1234567 is te kort.",
    "+ 1 2 3",
    "Bel +3131612345678 nu.",
    "Bel +31612345678901 nu.",
    "Bel +0491511234567 nu.",
    "Bel +4915112345678901 nu.",
  ])("leaves what no telephone has: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij haalde een 8+. «0612345678» is haar nummer.",
    "Vraag\nvan «+49 151 123 456 78» nu.",
    "Bel «+491511234567»\n8 dagen later.",
    "Bel «+49 15\n112345» later.",
  ])("ends where the number ends: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it("are told from other finds by their kind", () => {
    const found = find(normalise("Bel 0612345678 of nul zes een twee drie vier vijf zes."));
    expect(found.map(({ type }) => type)).toEqual(["PHONE", "PHONE"]);
  });

  it.each(["Gratis 0800123456 en betaald «0900123457».", "Loket 1 2 0800123456 is open."])(
    "leaves a number that belongs to everybody: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Tel: «06123456» is niet af.",
    "Mob «061234567» is niet af.",
    "De code 06123456 staat op de kast.",
    "Gemeten: 06123456 gram.",
    "Tel: 0612345 is te kort.",
    "Tel: 061234567890 is te lang.",
    "Tel: 6 en 06123456 is te lang.",
    "Haar nummer is «06123456» of 06.",
  ])("takes a number that is not whole when a word says that it is one: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Bel op «2345678» en vraag.",
    "Zij belt op: «234567» elke dag.",
    "Tel «23456789» is van thuis.",
    "bereikbaar op «34 56 78» thuis",
    "bel op 23456 en vraag.",
    "bel op 234567890 en vraag.",
    "Bel op 1234567 en vraag.",
    "Bel op werkdagen 234567 en vraag.",
    "Op telefoonnr «061234567» en mobielnummer «06123456».",
    "Het nummer 2345678 stond erop.",
    "Bel morgen over 2345678 stuks.",
    "2 2345678",
    "Tel: 5 «0612345678»",
  ])("takes a local number when a word right in front says that it is one: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Bel «nul zes een twee drie vier vijf zes zeven acht» maar.",
    "«Nul, zes, één, twee, drie, vier, acht»",
    "Bel «dubbel nul zes-een-twee-drie-negen» maar.",
    "Bel «zes vijf vier drie twee een nul\nnul» maar.",
    "Bel een twee drie vier vijf zes zeven acht maar.",
    "Bel dubbel een twee drie vier vijf zes zeven maar.",
    "Bel nul zes een twee drie vier.",
    "Bel «nul zes een twee drie vier vijf» maar.",
    "Bel nul zes een twee drie vier vijfentwintig.",
    "Bel annul zes een twee drie vier vijf.",
    "Bel nul   zes    een twee drie vier vijf.",
  ])("covers a number that is spelled out: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it("reads no number out of a run of hundreds of digits", () => {
    expect(marked(`Code ${"12 ".repeat(60)}0612345678 en`, find)).toContain("«0612345678»");
  });

  it("leaves the number of a parcel or an article", () => {
    for (const text of [
      "Zendingnummer 00340434161094 hier.",
      "Barcode: 0612345678 hier.",
      "Zending komt, bel «0612345678» hier.",
    ])
      expect(marked(text, find)).toBe(text);
  });
});

describe("a number with too few digits", () => {
  it.each([
    "bereik «06123456» nu",
    "nummer is O 06000009 nu",
    "app «06123456» nu",
    "tel 106123456 nu",
    "tel «21234567»a nu",
  ])("is one behind a word for it only, and never a part of more digits, misread or not: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
