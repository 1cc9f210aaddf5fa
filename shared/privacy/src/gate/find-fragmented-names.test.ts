import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findFragmentedNames } from "./find-fragmented-names.js";
import { makeNameContext } from "./name-context.js";
import type { ReadableNote } from "./readable-note.js";
import { findWords } from "./words.js";

const find = (note: ReadableNote) => findFragmentedNames(makeNameContext(note.text, findWords(note), lexicon));

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
    expect(marked(text, find)).toBe(text);
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
    expect(marked(text, find)).toBe(text);
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
    expect(marked(text, find)).toBe(text);
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
    expect(marked(text, find)).toBe(text);
  });
});
