import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findNames } from "./find-names.js";
import { isTrustedName, isTrustedSurname } from "./name-context.js";
import type { ReadableNote } from "./readable-note.js";
import { findWords } from "./words.js";

const isName = (folded: string) => isTrustedName(lexicon.flags(folded)) || isTrustedSurname(lexicon.flags(folded));
const find = (note: ReadableNote) => findNames(note, findWords(note, isName), lexicon);

describe("a name", () => {
  it.each([
    "ZIJ ZAG «FATIMA» OP DE MARKT DAAR",
    "ZIJ ZAG XAQZWOLK OP DE MARKT DAAR",
    "ZIJ ZAG «OUMNIAX» OP DE MARKT DAAR",
    "ZIJ ZAG BAKKER OP DE MARKT DAAR",
    "ZIJ ZAG BAKKERS OP DE MARKT DAAR",
    "ZIJ ZAG «NOWAK» OP DE MARKT DAAR",
    "ZIJ ZAG PHILIPS OP DE MARKT DAAR",
    "ZIJ ZAG OP DE markt daar een «Fatima»",
    "«FATIMA XAQZ»",
  ])("in a note of capitals is found by the lists and the letters only: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "via Izmir en Athene ging hij",
    "uit Kumasi, Londen daar",
    "uit Kumasi, Xaqzwolk daar",
    "uit Kumasi,«Xaqzwolk» daar",
    "de gemeente Xaqzwolk daar",
    "de Gemeente «Xaqzwolk» daar",
    "zij woont in wijk Xaqzwolk daar",
    "zij woont in wijk  «Xaqzwolk» daar",
    "Zij zag «Xaqzwolk» of «Wilpx» daar",
    "Izmir of Xaqzwolk daar",
  ])("is none in a list of places or behind a word for a place: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "zij zag storm wil daar",
    "«Storm» wil graag",
    "«Lente» vertelt veel",
    "«Roos» komt langs",
    "Roos Komt langs",
    "«Roos», komt langs",
    '"«Roos»" komt langs',
    "Roos  komt langs",
  ])("is a word too, and a name where a sentence begins with it and somebody does what follows: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
