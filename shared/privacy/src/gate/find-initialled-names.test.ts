import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findInitialledNames } from "./find-initialled-names.js";
import { makeNameContext } from "./name-context.js";
import type { ReadableNote } from "./readable-note.js";
import { findWords } from "./words.js";

const find = (note: ReadableNote) => findInitialledNames(makeNameContext(note.text, findWords(note), lexicon));

describe("names with initials", () => {
  it.each([
    "Zij sprak met «Chr. Bakker» daar.",
    "Zij sprak met «IJ. Bakker» daar.",
    "Zij sprak met «A-B. Bakker» daar.",
    "Zij sprak met «Th. Bakker» daar.",
    "Zij sprak met «J.H.M. Bakker» daar.",
    "Zij sprak met «J. H. Bakker» daar.",
    "Zij sprak met «J. van der Xaqz» daar.",
    "Zij sprak met «J. Van Der Xaqz» daar.",
    "Zij sprak met «J. van 't Xaqz» daar.",
    "Zij sprak met «J. Xaqz-Wilp» daar.",
    "Zij sprak met «B. Bakker Smit» daar.",
    "Zij sprak met «B. Bakker Xaqzwolk» daar.",
    "Zij sprak met «P. de V.» daar.",
    "Zij sprak met «P.Q. van der V.» daar.",
  ])("covers a surname behind initials of every form, with its particles and halves: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Zij sprak met xJ. Xaqz daar.", "Zij sprak met 3J. Xaqz daar."])(
    "knows no initial inside a word or behind a digit: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Zij zag «B. Bakker» Huur daar.",
    "Zij zag «B. Bakker» Utrecht daar.",
    "Zij zag «J. Xaqz»-van der Wilp daar.",
  ])("ends before what is no second surname: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij sprak met «Xaqz, J.» daar.",
    "Zij sprak met «van der Xaqz, J. H.» daar.",
    "Zij sprak met «Xaqz Wilp, J.» daar.",
    "Zij sprak met «Xaqz, J. van der» en ging.",
    "Zij sprak met «Xaqz,J.» en ging.",
    "«Jansen, B.» Huur is hoog.",
  ])("covers initials behind the surname: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "zij sprak met «b. jansen» en ging.",
    "zij sprak met «b.jansen» en ging.",
    "zij sprak met «b. de bakker» en ging.",
    "zij sprak met «b.c. xaqzwolk» en ging.",
    "zij sprak met «b.c. de xaqzwolk» en ging.",
    "«j.p. vd meer» belt",
  ])(
    "covers small initials before a surname that is nothing else, and before any when particles stand between: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "zij sprak met b. huurder en ging.",
    "zij sprak met b. ja en ging.",
    "zij sprak met b. bakker en ging.",
    "zij sprak met b. de xaqz en ging.",
    "zij sprak met b.c. huurder en ging.",
    "zij sprak met b.c. bakker en ging.",
    "zij sprak met b.c. utrecht en ging.",
  ])("keeps small letters and stops before what is an ordinary word or nothing known: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "dhr. «In 't Veld» belt",
    "Mw. «'t Hart» belt",
    "De heer «Aan de Stegge» belt",
    "heer «Op den Camp» belt",
    "Mw «Over de Vest» belt",
    "Hij In 't Veld belt",
  ])("covers a surname that begins with a small word behind a title only: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Lijst: «Vries, de»: dossier",
    "Lijst: «Vries, de, A.» dossier",
    "Lijst: «Berg, van den»\ndossier",
    "Lijst: Xaqz, de: dossier",
    "Lijst: Vries, de man dossier",
    "Lijst: Utrecht, van: dossier",
  ])("covers particles behind a listed surname that ends there: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij sprak met «K. v/d Velde» daar.",
    "Zij sprak met «v.d. Velde» daar.",
    "Zij sprak met «vd Velde» daar.",
    "mw «v d linden» belde",
    "mw «vd xaqzwolk» belde",
    "mw vd huurder belde",
    "mw. v.d. Huurder belde",
    "mw vd Utrecht belde",
    "mail vd linden gelezen",
    "v.d.r. Velde belt",
  ])(
    "covers shortened particles before a surname, and in small letters behind a title or initials only: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each([
    "Naam: «Kovalenko, Viktoria»",
    "«Kovalenko, Viktoria» belt",
    "| «Kovalenko, Viktoria» |",
    "(«Kovalenko, Viktoria»)",
    "«Kovalenko, Xaqzwolk» belt",
    "Zij ziet Kovalenko, Viktoria daar",
    "Utrecht, Viktoria belt",
    "Huur, Viktoria belt",
    "Kovalenko, Utrecht belt",
    "Kovalenko, Huur belt",
    "Kovalenko, Viktoria, Piet en Jan",
    "Kovalenko, Viktoria en Jan",
  ])("covers a surname, a comma and a first name where a field begins, unless more follow: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Cliënt B. Begeleider komt",
    "Cliënt «B. Jansen» komt",
    "Mw. «B. Bakker» komt",
    "Vader B. Moeder komt",
    "Vader «B. Bakkers» komt",
    "kamer B. Bakker komt",
  ])("takes one letter behind a client, a group or a relation for a label, unless a surname follows: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag B. Utrecht daar",
    "Zij zag B. Fentanyl daar",
    "Zij zag B. Overige daar",
    "Huisarts «B. Overige» daar",
    "dochter: «B. Overige» daar",
    "Zij zag «B. Overige-Lasten» daar",
    "Zij zag «B.C. Overige» daar",
    "Zij zag «B.C. Utrecht» daar",
    "Zij zag B. van Utrecht daar",
    "Zij zag «B. van Overige» daar",
    "Zij zag B. Het daar",
  ])(
    "takes one letter before an ordinary word for a label, unless a role, a hyphen or more initials say it is a name: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each(["ZIJ SPRAK MET «J. BAKKER» OVER DE HUUR", "ZIJ SPRAK MET «J. VAN DER XAQZ» OVER DE HUUR"])(
    "covers them in a note that is all capitals: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );
});
