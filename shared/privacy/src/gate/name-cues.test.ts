import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findNames } from "./find-names.js";
import { isTrustedName, isTrustedSurname } from "./name-context.js";
import type { ReadableNote } from "./readable-note.js";
import { findWords } from "./words.js";

const isName = (folded: string) => isTrustedName(lexicon.flags(folded)) || isTrustedSurname(lexicon.flags(folded));
const find = (note: ReadableNote) => findNames(note, findWords(note, isName), lexicon);

describe("what stands in front of a name", () => {
  it.each([
    "mevrouw «van der xaqz» belt",
    "mevrouw van de huurder belt",
    "mevrouw der huurder belt",
    "dhr ter laak belt",
    "dhr ter huur belt",
    "dhr «van den huur» belt",
    "dhr op de bakker belt",
    "dhr te bakker belt",
    "dhr «van de bakker» belt",
    "dhr van huur belt",
    "Zij zei dat dhr. «van Bakker» belt",
  ])(
    "takes what stands behind a title and the particles of a surname for a name, and behind those of a place only what is one: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "mw «jansen»",
    "mw bakker",
    "mw «bakkers»",
    "mw «bakker» belt",
    "mw utrecht belt",
    "mw. huur belt",
    "mw fentanyl is er",
    "mw gisteren is er",
  ])(
    "takes a listed name in small letters behind a title for one, and a word that is a surname too only before what a person does: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "mw «Huur» belt",
    "mw. «Huur» belt",
    "Gaat het mw. Huur belt",
    "Zij ziet mw. «Bakker» belt",
    "Mw. «Huur» belt",
    "Mw Belt de huur",
    "Zij en mw Belt de huur",
    "mw Fentanyl is er",
    "mw Gisteren is er",
    "Zij zei dat dhr «Bos» belt",
    "Zij zei dat dhr. «Bos» belt",
    "Zij zei dat dhr. «Jansens» belt",
    "Groot gezin. De tuin is klein",
    "Groot gezin «De Bakker» is klein",
  ])("takes any capital behind a title for a name but what opens the next sentence: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["mw UWV belt", "mw «XAQZ» belt", "mw XAQ belt", "mw «JAN» belt", "mw «HUURDER» belt"])(
    "takes capitals behind a title for a name unless they are few and could be an abbreviation: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "mw,\nHuur belt",
    "mw\nHuur belt",
    "mw\n«Xaqz» belt",
    "mw\n«Jansen» belt",
    "mw, «Jansen» belt",
    "mw,«Jansen» belt",
    "mw : «Jansen» belt",
    "mw: «jansen» belt",
  ])("reads on behind a title over a comma, a colon and the end of a line: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "mw «schoenmakers» is er",
    "mw «xaqmakers» is er",
    "mw «kruisberg» is er",
    "mw «xaqzwolk» is er",
    "dhr «meiling» is er",
    "dhr rapportge is er",
    "dhr «xaqz»\nis er",
    "dhr xqz is er",
    "dhr «Xaqz» is er",
    "dhr eri. is er",
    "dhr «Xaqzwolk». Hij is er",
  ])("knows a surname behind a title by its ending or its letters: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Haar zoon «Lente» is er",
    "Haar zoon Philips is er",
    "Haar zoon Utrecht is er",
    "Haar zoon Gisteren is er",
    "Haar zoon NAH is er",
    "Haar zoon «JAN» is er",
    "Haar zoon «XAQZ» is er",
    "Haar zoon, «Lente», is er",
    "Haar zoon, lente, is er",
    "Haar zoon '(Lente)' is er",
    "Haar zoon «de Bakker» is er",
    "huisarts «Bakker» belt",
    "de huisarts: Bakker belt",
  ])(
    "takes any capital behind a relation or a role for a name but a brand, a place, a small word or an abbreviation: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Haar zoon de bakker is er",
    "haar zoon «jaya» is er",
    "haar zoon «roos» is er",
    "haar zoon «roos» belt",
    "haar zoon «lente» is er",
    "haar zoon bakker is er",
    "haar zoon «wout» is er",
    "haar zoon «xaqa» is er",
    "haar zoon xa is er",
    "haar zoon xaqa-groep is er",
    "de tante «xaqa» belt",
  ])(
    "takes small letters behind a relation for a name when they are listed, or look like one and nothing else: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "zij heet «xaqa»-groep daar",
    "zij heet roos daar",
    "zij heet: «roos» daar",
    "naam: «bakker»",
    "naam:«bakker»",
    "naam bakker",
    "naam: «Bakker»",
    "Zij heet «Bakker» daar",
    "Zij heet Huur daar",
    "Zij heet Philips daar",
    "genaamd «xaqa» is zij",
    "voornaam «xaqa» is zij",
    "achternaam «xaqa» is zij",
    "roepnaam «xaqa» is zij",
    "zij noemt «xaqa» vaak",
    "zij noemt xaqa. Vaak",
  ])("takes what stands behind a word that names for a name: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "hallo met «xaqa» van de huur",
    "u spreekt met «xaqa» van de huur",
    "goedemorgen met «xaqa» van de huur",
    "hoi met «xaqa» van de huur",
    "dag spreekt «xaqa» van de huur",
  ])("takes what stands behind a greeting for a name: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});

describe("a cue", () => {
  it.each([
    "mw «van de der Huur» belt",
    "mw van de der den «Huur» belt",
    "mw   Huur belt",
    "mw  «Huur» belt",
    "mw - Huur belt",
    "mw , Huur belt",
    "mw,  Huur belt",
    "mw ; Huur belt",
    "mw:  Huur belt",
    "mw '«Huur»' belt",
    "mw'«Huur»' belt",
    "mw - 'Huur' belt",
    "mw 'n «Huur» belt",
    "mw\n\nHuur belt",
    "mw.\nHuur belt",
    "mw .\nHuur belt",
    "haar zoon  «Lente» belt",
    "haar zoon   «Lente» belt",
    "haar zoon ; «Lente» belt",
    "haar zoon - «Lente» belt",
    "haar zoon,«Lente» belt",
    "haar zoon,  «Lente» belt",
    "haar zoon:«Lente» belt",
    "haar zoon:  «Lente» belt",
    "haar zoon\n\n«Lente» belt",
    "haar zoon/«Lente» belt",
  ])("reaches over up to three particles and nothing else: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["haar begeleidster. «Lente» belt", "haar werker.Huur belt"])(
    "behind a role or a relation with a stop takes nothing, since the stop ends the sentence: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Dag spreekt Huur van de zaak",
    "Goedemorgen met Huur van de zaak",
    "Zij is met Huur van de zaak",
    "Hallo daar met Huur van de zaak",
  ])("takes a word that needs it for a name behind a greeting only: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "mw «huurmaker» is er",
    "mw «huurmakers» is er",
    "mw huurmakerij is er",
    "mw «huurmeijer» is er",
    "mw «huurmejer» is er",
    "mw huurkluis is er",
    "mw «bergkluis» is er",
    "mw «vliegveld» is er",
    "mw «giulia» is er",
    "mw «argento» is er",
    "mw abele is er",
    "mw allen is er",
    "mw «aarden» is er",
    "mw «achten» is er",
    "mw «achten» belt",
    "mw campanile is er",
    "mw «philips» is er",
    "mw shaffy is er",
    "mw «shaffyveld» is er",
  ])("knows the endings of surnames behind a title: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["mw J is er", "haar zoon J is er", "zij heet J nu"])("takes no lone letter for a name: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "mw «VOS» is er",
    "mw «BROEK» is er",
    "mw «KAMERS» is er",
    "mw KAMER is er",
    "mw «TAFELTJES» is er",
    "haar zoon VOS is er",
    "haar zoon «BROEK» is er",
    "haar zoon KAMERS is er",
    "haar zoon KAMER is er",
  ])("takes capitals behind a title for a name by their number: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "haar zoon «Shaffy» is er",
    "haar zoon Tonsel is er",
    "haar zoon Langezwaag is er",
    "haar zoon Quirinaal is er",
    "haar zoon «Luther» is er",
    "haar zoon «Stroe» is er",
    "haar zoon «Oldebroekerveld» is er",
    "haar zoon: Tonsel is er",
    "haar zoon: «Luther» is er",
    "haar zoon: Stroe is er",
    "naam: «Luther»",
    "naam: «Stroe»",
    "naam: «Shaffy»",
    "naam: «Huur»",
  ])("takes a brand behind a relation for none, unless it is a name too or looks like one: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "haar zoon abele is er",
    "haar zoon allen is er",
    "haar zoon «aal» is er",
    "haar zoon «adem» is er",
    "haar zoon «adem» belt",
    "haar zoon aarden is er",
    "haar zoon «giulia» is er",
    "haar zoon «argento» is er",
    "haar zoon «xaqa» van de huur is er",
    "haar zoon «xaqzwolk» is er",
    "haar zoon xaqzwo-groep is er",
    "haar zoon rapportge is er",
    "zij heet rapportge nu",
    "zij heet «xaqzwolk» nu",
    "zij heet xaqz. Nu",
    "zij heet «xaqze». Nu",
    "zij heet xqz nu",
  ])("takes small letters behind a relation for a name by the lists: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Huisbez. ivm klacht",
    "Zij zag «Xaqzwo». ivm klacht",
    "Zij zag «Xaqzwo»., 46 jaar",
    "Zij zag «Xaqzwo».46 jaar",
    "Zij zag «Xaqzwo». Ivm klacht",
    "zij zag «akosuaa». ivm klacht",
  ])("takes an abbreviation or a broken word for none: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij belt mw «Hoorde» zij",
    "Zij belt mw. «Hoorde» zij",
    "Zij belt mw. «Van Hoorde» zij",
    "Zij belt mw. «Achten» zij",
    "Zij belt mw. Huur zij",
    "Mw. «Hoorde» zij",
    "Mw. Appt zij",
  ])("takes a verb behind a title for what it is: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "mw op de hoek is er",
    "mw op het hoek is er",
    "mw te laat is er",
    "mw «op den achten» is er",
    "mw «van achten» is er",
    "mw «van het achten» is er",
    "mw op achten is er",
    "mw te achten is er",
    "mw ten achten is er",
    "mw ter achten is er",
    "mw «den achten» is er",
    "mw «van den achten» is er",
    "mw «van t achten» is er",
  ])('behind "op" and "te" takes no frequent word for a name: %j', (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
