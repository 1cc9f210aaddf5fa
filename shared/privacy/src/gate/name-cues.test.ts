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
    "Zij heet «Huur» daar",
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
