import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findFragmentedNames } from "./find-fragmented-names.js";
import { findNames } from "./find-names.js";
import { makeNameContext } from "./name-context.js";
import type { ReadableNote } from "./readable-note.js";
import { findWords } from "./words.js";

const find = (note: ReadableNote) => findNames(note, findWords(note), lexicon);
const findPieces = (note: ReadableNote) => findFragmentedNames(makeNameContext(note.text, findWords(note), lexicon));

describe("names of which the letters stand apart", () => {
  it.each([
    "Scan van «H i l d a  Meinders» hier.",
    "dhr «d e  X a q s» komt.",
    "mw. «X a q z w o l k» komt.",
    "De heer «J A N S E N» tekende.",
    "Zij is «F a t i m a» genoemd.",
  ])("are one name, by the lists or by the title in front: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["V E R S L A G van vandaag.", "Zij is X a q z genoemd.", "B S N : niet bekend.", "Zij is J a n genoemd."])(
    "are letters when they are no name: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );
});

describe("what somebody is called", () => {
  it.each([
    "Een man met de bijnaam «Sjonnie Parels» zat daar.",
    "Iedereen noemt hem «boy» maar hij heet anders.",
    "Op straat noemen ze hem «de kapitein», hij vaart.",
    "Zij noemt zichzelf «Lady Xaq» op straat.",
    "Hij is bekend als «Xaqzwolk» hier.",
    "Zij kent «Papa Chino» en zegt dat «Oma Let» valt.",
  ])("is a name without quotes around it: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Iedereen noemt hem boos maar hij is rustig.",
    "Zij noemt haar moeder elke dag.",
    "Zij noemt hem boy vandaag weer zo.",
    "Zij noemt zich een doorzetter.",
    "Oma let op de kinderen.",
  ])("is none when it is said of somebody: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});

describe("names by their letters and neighbours", () => {
  it.each([
    "langs geweest bij haar zoontje «staś». hij praat nog niet",
    "stem van «gisette» op de voicemail",
    "gesproken met «wong siu fong» via de tolkentelefoon.",
    "heb «gisette» gesproken over de huur",
    "BETROKKENE: «SULTAN ERDEM», GEBOREN OP ZONDAG. KLACHTEN: RUG EN SLAAP.",
    "Post via «weiming58», het wachtwoord is weg.",
    "«de Vries» niet thuis, briefje gelaten.",
  ])("are found in small letters, in capitals and with digits behind: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "had gisette gemaakt voor de groep",
    "partner overl vorig jaar",
    "mw meegek naar school",
    "hij zag dit op de markt.",
    "Kleinz van 12 komt zaterdag.",
  ])("are not dishes, nor words cut short: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "[09:12] «Mo»: ik kom niet\n[09:13] wijkteam: bel me",
    "14-06 10:31 - «Rachid»: ben er",
    "Tot dan.\n\nHartelijke groet,\n«Rianne Bloemendaal»\nconsulent",
    "Tot dan. Gr. «Xaqzwolk van der Linde»",
    "Brief van dhr. «P. Groenewegen» en, met groet, «R. Timmer», gelezen.",
    "Haar broer «Okan» geeft toe dat het zo is.",
    "De krant is van «Tjin A Djie» en «lo a njoe» hier.",
    "«aukje de wit» belt over haar nichtje",
    "overleg met «ingmar» over de huur",
  ])("are found where people sign, speak, and do something: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "[09:13] Wijkteam: bel me",
    "Om 09.13 Taxi: komt niet",
    "Tot dan. Groet, Wijkteam Laak",
    "Zij kent cliënt B. Begeleider en hij loopt lo a de weg.",
    "hans de fiets staat buiten".replace("hans", "fietsen"),
  ])("are no teams and taxis: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});

describe("a name that a scanner broke up", () => {
  it.each([
    "Naam : «F a t i m a»\nAdres : onbekend",
    "Naam: «Fatima Yılmaz»\nAdres: onbekend",
    "N a a m : «Fatima»\nAdres",
    "Achternaam: «Xaqz»",
    "voornaam: «Xaqz»; rest",
    "Cliënt: «Xaqz» | rest",
    "Bewoner:«Xaqz»",
    "betrokkene: «Xaqz Wilp»  man",
    "betrokkene: «Xaqz Wilp» 12",
    "betrokkene: «Xaqz Wilp», 12",
    "betrokkene: «Xaqz Wilp»|12",
    " | client: «Xaqz» | rest",
    "naam: «Xa»",
    "naam: «Een Twee Drie Vier Vijf»",
    "naam: «A b c d e f g h i»",
    "naam: «A. B. Xaqz»",
    "naam: «Xaqz wil graag dat»",
  ])("is what stands in a field for it, up to a digit, a bar, a comma or two spaces: %j", (text) => {
    expect(marked(text, findPieces)).toBe(text);
  });

  it.each([
    "De naam: Xaqz is weg",
    "naam: xaqz",
    "naam: X",
    "naam: X.",
    "naam: [Xaqz]",
    "naam: <Xaqz>",
    "naam: Een Twee Drie Vier Vijf Zes",
    "naam: A b c d e f g h i j",
    "naam: Xaqz wil graag dat dit zo is",
  ])("is none in a field without a capital, with one letter, a placeholder or a whole sentence: %j", (text) => {
    expect(marked(text, findPieces)).toBe(text);
  });

  it.each([
    "Zij «Yous ef» is boos , en gaat naar huis . Dat is zo .",
    "Zij «Fat ima» is boos , en gaat naar huis . Dat is zo .",
    "Zij «Fat ima Yil maz» is boos , en gaat naar huis . Dat is zo .",
    "Zij «Yo u s ef» is boos , en gaat naar huis . Dat is zo .",
    "Zij «Jo ris» is boos , en gaat naar huis . Dat is zo .",
    "Zij «Giu lia» en «Gi an» is boos , en gaat naar huis . Dat is zo .",
    "Mevrouw «Xaq zwolk» is boos , en gaat naar huis . Dat is zo .",
  ])("is put together from pieces when the whole is a listed name, or a title stands in front: %j", (text) => {
    expect(marked(text, findPieces)).toBe(text);
  });

  it.each([
    "Zij Hu ur is boos , en gaat naar huis . Dat is zo .",
    "Zij Xaq zwolk is boos , en gaat naar huis . Dat is zo .",
    "Zij Y o u s ef is boos , en gaat naar huis . Dat is zo .",
    "Zij yous ef is boos , en gaat naar huis . Dat is zo .",
    "Zij Yous Ef is boos , en gaat naar huis . Dat is zo .",
    "Zij Yous  ef is boos , en gaat naar huis . Dat is zo .",
    "Zij [Yous] ef is boos , en gaat naar huis . Dat is zo .",
    "mevrouw Hu urtje is boos , en gaat naar huis . Dat is zo .",
    "Zij Yous ef is boos, en gaat naar huis. Dat is zo.",
  ])("is none when the whole is a word, unknown, in more than four pieces or further apart: %j", (text) => {
    expect(marked(text, findPieces)).toBe(text);
  });
});
