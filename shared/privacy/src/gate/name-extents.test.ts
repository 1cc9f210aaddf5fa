import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findNames } from "./find-names.js";
import { isTrustedName, isTrustedSurname } from "./name-context.js";
import type { ReadableNote } from "./readable-note.js";
import { findWords } from "./words.js";

const isName = (folded: string) => isTrustedName(lexicon.flags(folded)) || isTrustedSurname(lexicon.flags(folded));
const find = (note: ReadableNote) => findNames(note, findWords(note, isName), lexicon);

describe("a whole name", () => {
  it.each([
    "Zij zag «Fatima Xaqz Wilp» daar.",
    "Zij zag «Fatima - Xaqz» daar.",
    "Zij zag «Fatima-Xaqz» daar.",
    "Zij zag «Fatima  Xaqz» daar.",
    "Zij zag «Fatima»   «Xaqz» daar.",
    "zij zag «fatima-xaqz» daar.",
    "zij zag «fatima-huur» daar.",
    "Zij zag «Dirk-Jan» daar.",
    "Zij zag «Fatima'Xaqz» daar.",
  ])("goes on over names, hyphens and one or two spaces: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag «Fatima Bloemendaal» daar.",
    "Zij zag «Xaqz» Bloemendaal daar.",
    "Zij zag «Fatima Utrecht» daar.",
    "Zij zag «Fatima» Fentanyl daar.",
    "Zij zag «Fatima» Gisteren daar.",
    "Zij zag «Fatima» Moeder daar.",
    "Zij zag «Fatima Huur» daar.",
  ])(
    "goes on with a capital that is no small word, relation, or name of a thing, and behind a first name with a town too: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Zij zag «Fatima» huur daar.",
    "Zij zag «Fatima xaqz» daar.",
    "zij zag «fatima» hart daar.",
    "zij zag «fatima yilmaz» daar.",
    "zij zag «fatima» xaqzwolk daar.",
    "zij zag «fatima oumniax» daar.",
    "zij zag «fatima» bakker daar.",
    "zij zag «giulia yilmaz» daar.",
    "zij zag roos «yilmaz» daar.",
  ])("goes on in small letters with what is listed or looks like a name: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag «Fatima» X. daar.",
    "Zij zag «Fatima B.» daar.",
    "Zij zag «Fatima B» daar.",
    "Zij zag «Fatima B», daar.",
    "Zij zag «Fatima» B-vak daar.",
    "Zij zag «Fatima» B2 daar.",
    "Zij zag «Fatima van B.» daar.",
    "Zij zag «Fatima van der B.» daar.",
  ])("takes a lone capital at the end along, and no other letter: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag «Fatima» van huur daar.",
    "Zij zag «Fatima van Huur» daar.",
    "Zij zag «Fatima van Utrecht» daar.",
    "Zij zag «Fatima» van de huur daar.",
    "Zij zag «Fatima» el huur daar.",
    "Zij zag «fatima el xaqz» daar.",
    "Zij zag «Fatima» van der op te Xaqz daar.",
  ])("goes on over particles when a name stands behind them: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Zij zag «Fatima»'s fiets daar.", "Zij zag «Fatima»'s «Xaqz» daar."])(
    "leaves the s of a genitive and what stands behind it: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each(["Zij zag «FATIMA XAQZWOLK» daar.", "Zij zag «Fatima» XAQZWOLK daar.", "Zij zag «FATIMA Xaqzwolk» daar."])(
    "joins capitals with capitals: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Zij zag «D'Angelo» daar.",
    "Zij zag «O'Brien» daar.",
    "Dhr «J Bakker» belt.",
    "Zij zag J Bakker daar.",
    "Haar zoon J Bakker daar.",
    "Zij zag B «Xaqz» daar.",
  ])("takes a letter with an apostrophe, and a bare initial behind a title, along in front: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag de hond van «Ten Have» daar.",
    "Zij zag van «Ten Xaqz» daar.",
    "Zij zag «Van Der Xaqz» daar.",
    "Zij zag «Roos van Xaqz» daar.",
    "Zij zag roos van «Xaqz» daar.",
    "Zij zag «Huur van Xaqz» daar.",
    "Zij zag mw «van Xaqz» daar.",
    "Zij zag mw. «van Xaqz» daar.",
    "«El Xaqz» is er.",
    "Van «Xaqz» is er.",
    "«Van Jansen» is er.",
    "Zij zag «el Xaqz» daar.",
    "Mw. «'t Xaqz» belt.",
    "Zij zag «Jan van 't Hof» daar.",
  ])(
    "takes particles in front along that have a capital, are foreign, or stand behind a name or a title: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Zij zag «umm khalil» daar.",
    "Zij zag «Umm Khalil» daar.",
    "Zij zag Tante «Fatima» daar.",
    "Zij zag «auntie fatima» daar.",
    "Zij zag «Kleine Fatima» daar.",
    "Zij zag kleine «Fatima» daar.",
  ])("takes words for family that belong to a nickname along: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag «Mei Wang» daar.",
    "Mei «Wang» is er.",
    "Zij zag «Lente Xaqz» daar.",
    "«Lente Xaqz» is er.",
    "Huur «Xaqz» is er.",
    "«Jansen Xaqz» is er.",
    "Bakker «Xaqz» is er.",
    "«Roos Xaqz» is er.",
    "Zij zag huisarts «Xaqz» daar.",
    "Zij zag Huisarts «Xaqz» daar.",
    "Zij zag Gisteren «Xaqz» daar.",
    "Zij zag [NAAM] «Xaqz» daar.",
  ])(
    "takes a capital in front along inside a sentence, and at its start a first name or a word that nothing explains: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );
});
