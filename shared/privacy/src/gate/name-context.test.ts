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

describe("a name by its note", () => {
  it.each([
    "Zij za g hui sde ur toe n xaqwi n daar",
    "De afre «ke ning» is da n betaa ld, met «xaqwi» gebeld",
    "De afre «ke ning» is betaald, met «xaqwi» gebeld",
    "Zij ga at naar hu is toe en we er te rug, met «xaqwi» gebeld",
    "Zij is hier . Zij is daar , met xaqwi gebeld",
    "Zij is hier . Zij is daar, met «xaqwi» gebeld",
    "Zij is hier .Zij is daar ,met «xaqwi» gebeld",
    "Zij is 3 . Zij is 4 , met xaqwi gebeld",
    "met «xaqwi» gebeld ; Zij is hier ; en daar ;",
    "met xaqwi gebeld . Zij is hier .",
    "met xaqwi gebeld .\nZij is hier .",
    "met «xaqwi» gebeld xq xz xk qz",
    "met «xaqwi» gebeld xq. xz. xk. qz.",
    "met «xaqwi» gebeld afreke «ning» xz xk qz",
    "met xaqwi gebeld afre kening xz xk qz",
    "met «xaqwi» gebeld afre-kening xz xk qz",
    "met «xaqwi» gebeld afre kening xz",
    "met «xaqwi» gebeld afre kening xz en toen is zij weer naar huis gegaan en heeft daar nog lang met haar moeder gesproken over alles wat er gebeurd is en wat nog komt in de maand mei van dit jaar zo zei zij",
    "met xaqwina gebeld afre kening xz xk qz",
  ])("in a note that a scanner broke up is not looked for in short pieces: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "ZIJ ZAG ACHTEN OP DE MARKT daar nu weer",
    "ZIJ ZAG ACHTEN OP DE MARKT daar nu weer terug komen",
    "ZIJ ZAG Achten",
    "ZIJ Achten",
    "IK EN Achten WE IN DE",
    "ZIJ [NAAM] Achten daar",
  ])("in a note of capitals is told by the share of the words: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "mw.  «van Huur» belt",
    "mw.   van «Huur» belt",
    "mw- van «Huur» belt",
    "mw-van «Huur» belt",
    "mw--van «Huur» belt",
    "mw'van «Huur» belt",
    "mw.«van Huur» belt",
    "mw..van «Huur» belt",
    "mwvan «Huur» belt",
    "mw/van «Huur» belt",
    "«Xaqdwol».  «Jansen»: is er",
    "«Xaqdwol». «Jansen»: is er",
    "«Xaqdwol».«Jansen»: is er",
    "«Xaqdwol-Jansen»: is er",
    "Xaqdwol--«Jansen»: is er",
    "Xaqdwol/«Jansen»: is er",
  ])("is followed or led by no more than a space or a stop: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
