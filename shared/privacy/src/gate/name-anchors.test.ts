import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findNames } from "./find-names.js";
import { isTrustedName, isTrustedSurname } from "./name-context.js";
import type { ReadableNote } from "./readable-note.js";
import { findWords } from "./words.js";

const isName = (folded: string) => isTrustedName(lexicon.flags(folded)) || isTrustedSurname(lexicon.flags(folded));
const find = (note: ReadableNote) => findNames(note, findWords(note, isName), lexicon);

describe("a word that surely belongs to a name", () => {
  it.each([
    "Zij volgt de Xaqzwolk-groep daar.",
    "Zij volgt de «Fatima-Xaqz» daar.",
    "Zij sprak met de Fatima-groep daar.",
    "Het is Guillain-Xaqz daar.",
    "Het is Utrecht-Xaqz daar.",
    "Zij ziet kat Minoes en kat Xaqz daar.",
    "Zij ziet kat-Xaqz daar.",
    "Zij ziet kat, «Xaqz» daar.",
    "Zij gaf hond Van Huur eten.",
    "Zij ziet Xaqz-straat daar.",
    "Zij ziet Xaqzstraat daar.",
    "Zij ziet XaQZwolk daar.",
    "Zij ziet VSBxaqz daar.",
    "Zij ziet de Xaqzwolk daar.",
    "Zij ziet deze Xaqzwolk daar.",
    "Zij ziet mijn «Xaqzwolk» daar.",
    "Zij zit op 2Fatima daar.",
    "Zij zit op 2 «Fatima» daar.",
  ])("takes a thing that bears a name for no person: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Haar fiets is «Fatimas» broer daar.", "zij is «fatimas» broer daar.", "zij is fatimas-broer daar."])(
    "knows a first name with the s of a genitive before a relation: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Zij sprak met «Ter Xaqz» over de huur.",
    "Zij sprak met «Van Xaqz» over de huur.",
    "Zij sprak met De Huur over de huur.",
    "Zij sprak met «De Bakker» over de huur.",
    "Zij sprak met ter Huur over de huur.",
    "Zij sprak met «Ter Huur» over de huur.",
    "Zij sprak met «Von Huur» over de huur.",
    "Zij sprak met «Te Huur» over de huur.",
    "Zij sprak met «Ten Huur» over de huur.",
    "Zij kent Het Groene Van Huur daar.",
    "«Van Bakker» belt.",
    "De Huur belt.",
    "Zij gaat in Ter Huur wonen.",
    "Zij gaat naar Ter Huur daar.",
  ])("takes a capital behind a particle with a capital for a surname, and De with a listed one only: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij ging met Den Haag mee.",
    "Zij ging met «Den Xaqz» mee.",
    "Zij ging met Den Helder mee.",
    "Zij ging met den Helder mee.",
  ])("takes Den with the rest of a town for a town: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Zij kent «Saba» en «Fatima» goed.", "Zij kent Saba goed.", "«Saba» appte daar.", "saba appte daar."])(
    "takes a place for a person beside a name and before what only people do: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Zij ziet «FATIMA» daar.",
    "Zij ziet XAQ daar.",
    "Zij ziet «XAQZWOLKA» daar.",
    "Zij ziet «BAKKERS» daar.",
    "Zij ziet BAKKER daar.",
    "eigenaar«BAKKER» daar.",
    "Zij ziet UTRECHT daar.",
    "Zij ziet JAN daar.",
    "Zij ziet «JAYA» daar.",
  ])(
    "takes capitals in an ordinary note for a name when listed, glued to a word or unlike an abbreviation: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Zij gaat naar «Fatima» daar.",
    "Zij gaat naar Xaqzwolk daar.",
    "Zij gaat naar «Oumnia» daar.",
    "Zij komt uit Roos daar.",
    "via Izmir en Xaqzwolk daar",
  ])("takes a capital behind a word for a place for a person only when nothing else bears it: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag Philips daar.",
    "Zij zag de Bakker daar.",
    "Zij zag een Huur daar.",
    "Zij moet Bellen daar.",
    "Zij ging met «Bakker» mee.",
    "Zij zag «Bakker» belt.",
    "Zij ziet «Bakker»'s fiets.",
    "Zij doet Yoga daar.",
    "Zij ziet dat «Yoga» belt.",
    "Zij weet dat «Beer» slaapt.",
    "Zij weet dat Huurtoeslag belt.",
    "Zij weet dat Ei belt.",
    "Zij weet, «Storm» belt.",
    "Zij weet en «Storm» belt.",
  ])("takes an ordinary word with a capital for a name in company only: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});

describe("a name by where it stands", () => {
  it.each([
    "«Zsofia» is er",
    "«Zsofia»",
    "«Abele» is er",
    "«Abele» belt",
    "«Abele Xaqwin» is er",
    "«Allen» is er",
    "«Allen» belt",
    "«Allen» wil hulp",
    "«Aal» is er",
    "«Adem» is er",
    "«Adem» belt",
    "«Adem» wil hulp",
    "«Adem Jansen» is er",
    "Rol;«Adem»;x",
    "Adem Tesla is er",
    "Adem, «Jansen» is er",
    "«Drake» is er",
    "«Drake» belt",
    "«Drake» wil hulp",
    "Shaffy belt",
    "Nichtje belt",
  ])("opens a sentence: a first name is one, unless it is a word too and nobody does what follows: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "«Argento» is er",
    "«Campanile» is er",
    "«Campanile» belt",
    "«Campanile Xaqwin» is er",
    "«Campanile»: komt",
    "Campanile",
    "Rol;«Campanile»;x",
    "«Aarden» is er",
    "«Aarden» belt",
    "«Aarden»: komt",
    "Aarden:komt",
    "«Aarden»; komt",
    "Achten belt",
    "Achten: komt",
    "Achten «Xaqwin» is er",
    "Rol;Achten;x",
    "«Sprik» belt",
    "Sprik: komt",
    "Rol;Sprik;x",
    "«Sprik Xaqwin» is er",
  ])("opens a sentence: a surname is one, unless it is a word too: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "«Xaqwin»: komt",
    "«Xaqwin» komt",
    "«Xaqz»: komt",
    "«Xaqz»; komt",
    "«Xaqz» komt",
    "«Xaqz» is er",
    "«Xaqz Jansen» is er",
    "«Xaqz» Tesla is er",
    "«Xaqz, Jansen» is er",
    "«Xaqz»'s fiets",
    "«Xaqz»' fiets",
    "«Xaqz»'en fiets",
    "«Xaq» is er",
    "«Xaqe» is er",
    "«Xaqze» is er",
    "«Xaqzaqzaqza» is er",
    "«Xaqzaqzaqzaq» is er",
    "«Xaqz»  is er",
    "«Xaqz» Is er",
    "Aanm is er",
    "Aanm belt",
    "Aanm «Jansen» is er",
    "Rapportge is er",
    "Rapportge wil hulp",
    "Huurkluis is er",
    "Huurkluis belt",
    "zij zei '«Xaqz»; komt",
    "zij zei («Xaqz»; komt",
    'zij zei "«Xaqz»; komt',
    "zij zei: «Xaqz»; komt",
    "zij zei:«Xaqz»; komt",
    "zij zei:  Xaqz; komt",
    "zij zei, «Xaqz»; komt",
    "zij zei'«Xaqz»; komt",
    "zij zei - 'Xaqz; komt",
    "zij zei 'n «Xaqz»; komt",
  ])("opens a sentence: an unknown word is one by its letters, its neighbours or its length: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "«Xaqz» (8 mrt; komt",
    "«Xaqz» (8",
    "«Xaqz» (acht; komt",
    "«Xaqz», geb; komt",
    "«Xaqz» geb; komt",
    "«Xaqz» en haar; komt",
    "«Xaqz» en cliënt; komt",
    "«Xaqz» en client; komt",
    "«Xaqz» en harde; komt",
    "«Xaqz T.» ; komt",
    "«Xaqz T.»",
    "«Xaqz T.»; komt",
    "«Xaqz» t. ; komt",
    "«Xaqz», die; komt",
    "«Xaqz», 46; komt",
    "«Xaqz», zij; komt",
    "«Xaqz»;,die; komt",
  ])("opens a sentence: what stands behind a person only: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Rol\n«Xaqz»",
    "Rol\n«Xaqz Jansen»",
    "Rol\n«Xaqz Jansen Huur»",
    "Rol\n«Xaqz Huur Jansen Park»",
    "Rol\n«Xaqz» huur",
    "Rol\n«Xaqz J.» B-M\nRol",
    "Rol\n  «Xaqz»  \nRol",
    "Rol\n   «Xaqz»\nRol",
    "Rol| «Xaqz» |Rol",
    "Rol;«Xaqz»;Rol",
    "Rol\t«Xaqz»\tRol",
    "Rol|«Xaqz», 46|Rol",
    "Rol|«Xaqz» (46)|Rol",
    "Rol, «Xaqz», Rol",
    "«Xaqz»\nRol",
    "«Xaqz»",
    "Rol: «Xaqz»\nRol",
  ])("alone in a line or a cell: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "zij zag zsofia daar",
    "«zsofia» belt",
    "zij weet dat «zsofia» belt",
    "zij zag «zsofia»'s fiets",
    "«zsofia»",
    "zij zag «ana» daar",
    "met «ana» gebeld",
    "zij zag «ana» en «jan» daar",
    "«ana» belt",
    "zij weet dat «ana» belt",
    "met bo gebeld",
    "zij zag aal daar",
    "met «aal» gebeld",
    "met «largo» gebeld",
    "zij weet dat «aal» belt",
    "zij zag «aal»'s fiets",
    "zij zag «aal» en «fatima» daar",
    "«adem» belt",
    "«adem» wil hulp",
    "zij weet dat adem wil",
    "zij zag drake daar",
    "met drake gebeld",
  ])("in small letters by the lists: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "met «jansen» gebeld",
    "zij zag «jansen» daar",
    "zij weet dat «jansen» belt",
    "«jansen» is er",
    "jansen",
    "met smit gebeld",
    "met bos gebeld",
    "met smid gebeld",
    "met argento gebeld",
    "met argento-groep gebeld",
    "met «jansen»-groep gebeld",
    "met de jansen gebeld",
    "de «jansen» belt",
    "zij zag «xaqz»'s fiets",
    "zij zag «xaq»'s fiets",
    "zij zag «xaqe»'s fiets",
    "«xaqze» belt",
    "«xaqz» belt",
    "«xaq» belt",
    "«xaqe» belt",
    "ja, «xaqze» belt",
    "ja. «xaqze» belt",
    "ja.«xaqze» belt",
    "ja\n«xaqze» belt",
    "ja: «xaqze» belt",
    "«xaqze» is er",
  ])("in small letters with a surname: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag ZSOFIA daar",
    "Zij zag ANA daar",
    "Zij zag AANM daar",
    "Zij zag XAQW daar",
    "Zij zag «XAQWI» daar",
    "Zij zag «XAQWIN» daar",
    "Zij zag «AARDEN» daar",
    "Zij zag ACHTEN daar",
    "Zij zag ARGENTO daar",
    "Zij zag CAMPANILE daar",
    "Zij zag SPRIK daar",
    "Zij zag ADEM daar",
    "zij«ACHTEN» daar",
    "zij«ADEM» daar",
    "ZIJ ZAG «ANA» OP DE MARKT DAAR",
    "ZIJ ZAG «ARGENTO» OP DE MARKT DAAR",
    "ZIJ ZAG STROE OP DE MARKT DAAR",
    "ZIJ ZAG SPRIK OP DE MARKT DAAR",
    "ZIJ ZAG CAMPANILE OP DE MARKT DAAR",
    "ZIJ ZAG OP DE MARKT DAAR «FATIMA»-GROEP",
  ])("in capitals: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij weet dat «Pan» belt",
    "Zij weet dat Pa belt",
    "Zij weet dat «Tafeltje» belt",
    "Zij weet dat «Tafels» belt",
    "Zij weet dat «Zondagen» belt",
    "Zij weet ,Tafel belt",
    "Zij weet; Tafel belt",
    "Zij weet, en «Tafel» belt",
    "Zij weet en «Tafel» belt",
    "Zij weet - Tafel belt",
    "Zij weet (Tafel belt",
    "Zij weet dat 's Tafel belt",
    "Zij weet dat Stoel Tafel belt",
    "Zij weet dat Stoel, «Tafel» belt",
    "Zij weet dat Stoel-Tafel belt",
    "Zij weet dat Huisarts «Tafel» belt",
    "Zij weet dat B «Tafel» belt",
    "Zij weet dat UWV Tafel belt",
    "Met «Tafel» belt",
    "Dat «Tafel» belt",
    "Huur Tafel belt",
  ])("inside a sentence a word with a capital alone: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij ging met  «Ter Huur» mee",
    "Zij ging met Ter  Huur mee",
    "Zij ging met Ter-Huur mee",
    "Zij ging met «Ter Huur» mee",
    "Zij ging met «Vander Huur» mee",
    "Zij ging met «Zoter Huur» mee",
    "Zij ging met Den Haag mee",
    "Zij ging met Den  Haag mee",
    "Zij ging met Den Haagweg mee",
    "Zij ging met «Den Xahaag» mee",
    "Zij ging met den Haag mee",
    "Van «Huur» belt",
    "«Van Jansen» is er",
  ])("by its particles and the town Den: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "zij zag «fatimas»  broer daar",
    "zij zag «fatima» broer daar",
    "zij zag «aals» broer daar",
    "zij zag «jansens» broer daar",
    "zij zag «zsofias» broer daar",
    "zij zag «jans» broer daar",
    "zij zag «abeles» broer daar",
  ])("as the first name of a relation: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});

describe("an unknown name", () => {
  it.each([
    "Xaqdwol: komt",
    "«Xaqdwol»; komt",
    "«Xaqdwol» komt",
    "«Xaqdwol» is er",
    "«Xaqdwol Jansen» is er",
    "Xaqdwol Tesla is er",
    "«Xaqdwol, Jansen» is er",
    "«Xaqdwol»'s fiets",
    "«Xaqdwol»' fiets",
    "Xaqdwol'en fiets",
    "Xaqdwol  is er",
    "Xaqdwol Is er",
    "zij zei '«Xaqdwol»; komt",
    "zij zei («Xaqdwol»; komt",
    'zij zei "«Xaqdwol»; komt',
    "zij zei: «Xaqdwol»; komt",
    "zij zei:«Xaqdwol»; komt",
    "zij zei:  Xaqdwol; komt",
    "zij zei, «Xaqdwol»; komt",
    "zij zei'«Xaqdwol»; komt",
    "zij zei - 'Xaqdwol; komt",
    "zij zei 'n «Xaqdwol»; komt",
  ])(
    "less like a name opens a sentence: an unknown word is one by its letters, its neighbours or its length: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "«Xaqdwol» (8 mrt; komt",
    "«Xaqdwol» (8",
    "«Xaqdwol» (acht; komt",
    "«Xaqdwol», geb; komt",
    "«Xaqdwol» geb; komt",
    "«Xaqdwol» en haar; komt",
    "«Xaqdwol» en cliënt; komt",
    "«Xaqdwol» en client; komt",
    "«Xaqdwol» en harde; komt",
    "«Xaqdwol T.» ; komt",
    "«Xaqdwol T.»",
    "«Xaqdwol T.»; komt",
    "«Xaqdwol» t. ; komt",
    "«Xaqdwol», die; komt",
    "«Xaqdwol», 46; komt",
    "«Xaqdwol», zij; komt",
    "«Xaqdwol»;,die; komt",
  ])("less like a name opens a sentence: what stands behind a person only: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Rol\n«Xaqdwol»",
    "Rol\n«Xaqdwol Jansen»",
    "Rol\n«Xaqdwol Jansen Huur»",
    "Rol\n«Xaqdwol Huur Jansen Park»",
    "Rol\n«Xaqdwol» huur",
    "Rol\n«Xaqdwol J.» B-M\nRol",
    "Rol\n  «Xaqdwol»  \nRol",
    "Rol\n   «Xaqdwol»\nRol",
    "Rol| «Xaqdwol» |Rol",
    "Rol;«Xaqdwol»;Rol",
    "Rol\t«Xaqdwol»\tRol",
    "Rol|«Xaqdwol», 46|Rol",
    "Rol|«Xaqdwol» (46)|Rol",
    "Rol, «Xaqdwol», Rol",
    "«Xaqdwol»\nRol",
    "Xaqdwol",
    "Rol: «Xaqdwol»\nRol",
    "«Xaqdw» is er",
    "«Gelf» is er",
    "Gel is er",
    "«Xaqdwolxaqdwol» is er",
    "«Xaqdwolxaqd» is er",
    "«Xaqdwolxaqdw» is er",
    "Xaqdwol  is er",
    "Xaqdwol Is er",
    "Zwolt is er",
    "Zwolt belt",
    "zij ziet «gelf»'s fiets",
    "«gelf» belt",
    "gel belt",
  ])("less like a name alone in a line or a cell: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});

describe("a word that looks little like a name", () => {
  it.each(["«Stroend» wil hulp", "Stroend is er"])("is one at the start before what only people do: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
