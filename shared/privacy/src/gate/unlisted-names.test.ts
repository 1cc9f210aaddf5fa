import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findNames } from "./find-names.js";
import { isTrustedName, isTrustedSurname } from "./name-context.js";
import type { ReadableNote } from "./readable-note.js";
import { findWords } from "./words.js";

const isName = (folded: string) => isTrustedName(lexicon.flags(folded)) || isTrustedSurname(lexicon.flags(folded));
const find = (note: ReadableNote) => findNames(note, findWords(note, isName), lexicon);

describe("a name in small letters that no list holds", () => {
  it.each([
    "«wiebrand» kwam langs",
    "met «wiebrand» naar huis",
    "met «nieuwenkamp» naar huis",
    "gister «wiebrand» gezien",
    "met «wiebrand»'s fiets",
    "«wiebrand»'s fiets",
    "zij zag «wiebrand»",
    "zij zag «kwabena» lopen",
    "zij zag «mees» en «oumniax» lopen",
    "zij zag «oumniax», «mees» en «jan» lopen",
    "zij zag «fatima», «oumniax» lopen",
    "zij zag «oumniax» en «fatima» lopen",
    "moeder «kwabena» naar huis",
    "dossier «kwabena» naar huis",
    "huisarts «kwabena» naar huis",
    "mw «kwabena» naar huis",
    "«fatima kwabena» naar huis",
    "«kwabena fatima» naar huis",
    "met «kwa» lopen",
  ])("is found where its letters and what stands around it speak for it: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "wiebrand",
    "met straathoekwerker naar huis",
    "met kindpakket naar huis",
    "de wiebrand gezien",
    "mijn wiebrand gezien",
    "twee wiebrand gezien",
    "met wiebrand-groep naar huis",
  ])("is not seen in a compound, behind an article, or joined to a thing: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "zij zag szcz. lopen",
    "zij zag oumn. lopen",
    "met szcz lopen",
    "met kw lopen",
    "met kwabenakwabenakwabena lopen",
    "met rapportge naar huis",
    "met deurwaardr naar huis",
    "met huisbezk naar huis",
    "met huish naar huis",
  ])("is not seen in slips, abbreviations, and what is too short or too long: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
