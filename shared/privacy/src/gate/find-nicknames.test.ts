import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findNicknames } from "./find-nicknames.js";
import { makeNameContext } from "./name-context.js";
import type { ReadableNote } from "./readable-note.js";
import { findWords } from "./words.js";

const find = (note: ReadableNote) => findNicknames(makeNameContext(note.text, findWords(note), lexicon));

describe("a name in quotes", () => {
  it.each([
    "Zij noemen hem '«Storm»' daar.",
    'Zij noemen hem "«Storm»" daar.',
    "Zij noemen hem ‘«Storm»’ daar.",
    "Zij noemen hem „«Storm»” daar.",
    "Zij noemen hem “«Storm»” daar.",
    "Zij noemen hem '«Ob»' daar.",
    "Zij noemen hem '«Jan-Piet»' daar.",
    "Zij noemen hem '«D’Angelo»' daar.",
    "Hij is bekend als '«Storm»' daar.",
    "Hij staat bekend als '«Storm»'.",
    "'«Storm»' is zijn bijnaam.",
    "'«Storm»' wordt hij genaamd.",
  ])("is one in every kind of quotes where somebody is called so: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["'«Xaqz»' is weg.", "'«Fatima»' is weg.", "'«Fatima Huur»' is weg.", "'«Bakker-Xaqz»' is weg."])(
    "is one anywhere when a part of it is a listed name or no Dutch: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "'Storm' is weg.",
    "'Huur' is weg.",
    "'Bakker' is weg.",
    "'Huur-Toeslag' is weg.",
    "Zij noemen hem 'Utrecht' daar.",
    "Zij noemen hem 'Xaqz Utrecht' daar.",
    "Zij noemen hem 'De Storm' daar.",
    "Zij noemen hem 'Het Huis' daar.",
    "Zij noemen hem 'Om' daar.",
    "Zij noemen hem 'Oma' daar.",
    "Zij noemen hem 'storm' daar.",
  ])("is none when it is an ordinary word, a place, a thing or two letters long: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij noemen hem x'Storm' daar.",
    "Zij noemen hem 'Storm's daar.",
    "Zij noemen hem 2'Storm' daar.",
    "Zij noemen hem 'Kale Rik Twee Drie' daar.",
  ])("is none where the quotes are glued to something, or hold more than three words: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij noemt hem zo, en dat is al heel lang zo geweest en blijft ook 'Storm' daar.",
    "Zij is heel ver weg daar, 'Storm' en nu moet er nog veel bij voordat er staat dat hij nog heet.",
  ])("is none where the word for it stands far off: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["ZIJ NOEMEN HEM 'STORM' DAAR EN DAT IS ZO"])("is none in a note that is all capitals: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
