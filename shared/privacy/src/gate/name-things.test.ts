import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findNames } from "./find-names.js";
import type { ReadableNote } from "./readable-note.js";
import { findWords } from "./words.js";

const find = (note: ReadableNote) => findNames(note, findWords(note), lexicon);

describe("things with a capital", () => {
  it.each([
    "Haar kat Minoes is zoek en hond Bobbie ook.",
    "Zij volgt de cursus Goldstein en de training Rinovare.",
    "Zij wacht bij halte Leyenburg op de bus.",
    "Zij ligt op Sint Barbara begraven.",
    "Wij zien haar in buurthuis De Mussen vaak.",
  ])("are known by the word in front: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Haar kat en «Minoes» zijn zoek.",
    "Na de cursus, zegt «Wiebrand», gaat het beter.",
    "Zij volgt de cursus van «Rinovare» graag.",
    "Wij zien «Ter Horst» vaak.",
  ])("are people when another word stands between: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij wacht op Xaqstraat en op Xaqweg en op Xaqplein.",
    "Zij gebruikt Xaqstadspas en Xaqbuurtapp en Xaqloket.",
    "Het geld komt van VSBfonds en van MijnXaq.",
    "Zij kreeg iets van de Xaqzwolk en het Xaqzwolk.",
    "Zij kreeg iets van De Xaqzwolk.",
  ])("are streets, brands and what has an article, in no list: %j", (text) => {
    expect(marked(text, find).replaceAll(/«(MijnXaq)»/g, "$1")).toBe(text);
  });

  it.each([
    "Zij sprak met «Hans» en met Hans Anders over de bril.",
    "Zij ligt in Reinier de Graaf aan het infuus.",
    "Zij las over Anne Frank op school.",
  ])("are a shop, a hospital or a dead hero with a person's name: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij wil Opvang voor haar kind, en Rust en Taal.",
    "De Algemene voorziening past, en Verhoogd toilet ook.",
    "Zij doet graag Yoga in de zaal.",
    "Huurder moet Bellen of Bakken.",
    "De Straathoekwerker gaf dit mee. Straathoekwerker belde gisteren niet terug, denk ik.",
  ])("are ordinary words with a capital too many: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Zij weet dat «Beer» slaapt vandaag.", "Volgens «Bakker» klopt dat."])(
    "are people when a person's verb or company stands beside the ordinary word: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Zij slikt Xaqprost 5 mg en Xaqtabol om de dag.",
    "Oogdruppels Xaqprost en de traplift Xaqlift zijn er.",
    "Op 3 jan en in jan en na mei is hij weg.",
    "Bij dec en jan niet, voor jan wel.",
    "in de tuin staan iris, viola en margriet, een boeket.",
    "zij zet er een mark in en kijkt naar de iris.",
    "de dag erna was zij stil en zij koos zelf voor rust met haar kin omhoog.",
    "Zij luistert naar Koos Alberts en de liedjes van Xaq Zwolk.",
    "De kat heet Minoes en de geiten heten Truus en Xaqzwolk.",
    "Hij heeft een cavia die Bobo heet.",
    "In het kader van Langer Thuis belt zij.",
    "Man wil naar huis. Ma zegt nee.",
    "Hij slaapt 4 u. Wil geen pillen.",
    "Zij was alleen met baby Gewicht is goed.",
    "Een collega van Schuldhulp en mw van de hoek en dhr van de derde.",
    "Hij zat daar, Taal is goed en Huur wordt betaald.",
  ])("are medicines, months, flowers, pets, artists, titles and relations: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij sprak met «Jan» en met «jan» over de huur.",
    "gesproken met «iris» over de huur",
    "gesproken met «koos» en «erna» over de huur",
    "Zij kijkt naar «Fatima» en luistert.",
    "Haar kat en haar zoon, die «Minoes» heet, zijn weg.",
    "Zij denkt dat «Beer» slaapt.",
    "mw «van der linde» en dhr «van den berg» komen.",
  ])("are people all the same where nothing says so: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Klaas Vaak komt niet en zij is van lotje getikt.",
    "Opa vertelt over koningin Wilhelmina en paus Franciscus.",
    "De serie met Carice van Houten is eng.",
    "Zij zag andré hazes en Hans Anders op tv.",
  ])("are heroes, sayings and sovereigns: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["«Klaas» vaakt niet.", "«Hans Andersom» belt.", "Mevrouw «Wilhelmina» belt."])(
    "are people by another name: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );
});
