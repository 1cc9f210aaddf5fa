import { describe, expect, it } from "vitest";
import { marked } from "../../test/marked.js";
import { findAges } from "./find-ages.js";
import type { ReadableNote } from "./readable-note.js";

const find = (note: ReadableNote) => findAges(note, { endsBefore: () => false });

describe("ages", () => {
  it.each([
    "Zij is «90 jaar oud».",
    "Zij is «97-jarig» en helder.",
    "Een «91jarige» belt.",
    "Een «91-jarige» belt.",
    "De «92 jr.» oude man.",
    "Zij is «negentig jaar oud».",
    "Zij is «eenennegentig jaar oud».",
    "Zij is «drieënnegentig jaar oud».",
    "Zij is «honderd jaar oud».",
    "Zij is «honderdtwee jaar oud».",
    "Zij is «honderd en twee jaar oud».",
    "Zij is «honderdentwaalf jaar oud».",
    "Zij is «101 jaar oud», hij «119 jaar.»",
    "In haar «95 levensjaren» nooit.",
    "met «90 jaren» op de teller",
  ])("covers an age of ninety and over, in digits or in words: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Hij is al «dik in de negentig» en rijdt nog.",
    "Zij is «begin negentig», denkt de arts.",
    "Oma viert haar «95ste» verjaardag thuis.",
    "Op haar «91e» leerde ze appen.",
    "Zij wordt zaterdag «negentig».",
    "Met haar «98 lentes» doet zij mee.",
    "De oudste bewoonster, «honderdeen», zit beneden.",
  ])("covers an age that is rounded, counted off or put into a phrase: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "In de jaren negentig kwam hij hier.",
    "Begin jaren negentig kwam hij hier.",
    "Het is de 95ste aanvraag, en de 91e brief.",
    "Zij wordt zaterdag geholpen.",
    "De oudste brief, honderdeen woorden lang.",
  ])("keeps decades and ordinals of other things: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij is 89 jaar oud, hij 9 jaar.",
    "Zij is 120 jaar oud.",
    "Zij is 190 jaar oud.",
    "Over 90 jaar weer.",
    "Het bestaat al 95 jaar hier.",
    "Bestaat 95 jaar.",
    "Sinds 95 jaar dicht.",
    "Artikel 95 jaar.",
    "Het kost €95 jaar in jaar uit.",
    "Code x95 jaar en 1.95 jaar en 1-95 jaar.",
    "Zij telt 95 jaarringen.",
  ])("keeps younger ages and spans of time: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij is «93» en woont alleen.",
    "Zij wordt «94».",
    "Oma is nu «95», helder.",
    "Hij is inmiddels «96» geworden.",
    "Leeftijd: «97»",
    "lft. «98», jong",
    "Moeder van «93» belde.",
    "De vrouw  van «93» kwam.",
    "Cliënt van «93» kwam.",
    "Loopt met haar «93» nog.",
    "Loopt met zijn «negentig» nog.",
    "Zij werd «honderd»!",
    "Hij is bijna «honderd» of zo.",
    "Hij is «93»\nen woont.",
    "(moeder («93») belt)",
    "Zij wordt volgende maand «honderd» in het tehuis.",
    "Hij word morgen «95» zegt hij.",
    "Zij, «93» geworden, belt.",
    "Zij «93» is geworden.",
  ])("covers an age without a word for years where one is told: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij is 93 euro kwijt.",
    "Zij is 93% beter.",
    "Zij is 93 keer gebeld.",
    "Zij is 93: dat klopt.",
    "Zij is 93-95 keer.",
    "Zij is 93.5 kwijt.",
    "Zij is 93 in de rij.",
    "Zij is van kamer 93.",
    "Zij woont op 93 hoog.",
    "Zij is score 93.",
    "Moeder van 93 kinderen.",
    "3 (93) is leeg",
    "(1 (93) 2)",
    "Zij wordt, 93 of zo.",
    "Volgende maand 95 dagen.",
  ])("keeps a number that is no age: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it("covers a number right behind a name, between commas or in brackets", () => {
    const behindName = (note: ReadableNote) => findAges(note, { endsBefore: (offset) => offset === 5 });
    for (const text of ["Jan, «93», belt.", "Jan, «93».", "Jan («93») belt.", "Jan, 93 keer.", "Jan: 93, belt."]) {
      expect(marked(text, behindName)).toBe(text);
    }
    expect(marked("J.: («93») belt.", behindName)).toBe("J.: («93») belt.");
  });
});
