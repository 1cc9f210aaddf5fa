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
