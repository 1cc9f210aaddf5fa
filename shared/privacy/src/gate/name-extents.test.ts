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
    "Zij zag «Tante Fatima» daar.",
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

describe("where a name begins and ends", () => {
  it.each([
    "Zij zag «Xaqa Xaqe Xaqi Xaqo Xaqu Xaqy Xaqza Xaqze Xaqzi» daar",
    "Zij zag Huur Park Tuin Boom Huis Deur Raam Stoel Bank «Xaqze» daar",
  ])("ends after eight words: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag «Fatima»--«Xaqz» daar",
    "Zij zag «Fatima» -«Xaqz» daar",
    "Zij zag «Fatima»- «Xaqz» daar",
    "Zij zag «Fatima»/«Xaqz» daar",
    "Zij zag «Fatima», Huur daar",
    "Zij zag «Fatima». Huur daar",
  ])("goes on over nothing but a space, a hyphen or an apostrophe: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag «Fatima» Werker daar",
    "Zij zag «Fatima» Nichtje daar",
    "Zij zag «Fatima» Dokter daar",
    "Zij zag «Fatima» Groet daar",
    "Zij zag «Fatima Hulst» daar",
    "Zij zag «Fatima Best» daar",
    "Zij zag «Fatima» Tesla daar",
    "Zij zag «Fatima April» daar",
    "Zij zag «Fatima» Augustus daar",
  ])("goes on with a capital but a role, a relation, a title or a small word: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "zij zag «fatima»-tesla daar",
    "zij zag «fatima»-april daar",
    "Zij zag «Fatima-Tesla» daar",
    "Zij zag «Fatima»-tesla daar",
    "Zij zag «FATIMA-TESLA» daar",
    "Zij zag «fatima-Huur» daar",
  ])("joins halves with a hyphen when both are written alike: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "zij zag «fatima argento» daar",
    "zij zag «fatima» campanile daar",
    "zij zag «fatima» stroe daar",
    "zij zag «fatima» tonsel daar",
    "zij zag «fatima» sprik daar",
    "zij zag «Fatima» argento daar",
    "zij zag «Fatima xaqwin» daar",
    "zij zag «xaqwin argento» daar",
    "zij zag «fatima aarden» daar",
    "zij zag roos aarden daar",
    "ZIJ ZAG «FATIMA ARGENTO» DAAR LOPEN",
    "ZIJ ZAG «FATIMA» TONSEL DAAR LOPEN",
    "ZIJ ZAG «FATIMA» HUUR DAAR LOPEN",
    "ZIJ ZAG «FATIMA AARDEN» DAAR LOPEN",
  ])("goes on in small letters with a surname that is nothing else: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag «Fatima B»",
    "Zij zag «Fatima  B.» daar",
    "Zij zag «Fatima»   B. daar",
    "Zij zag «Fatima B») daar",
    "Zij zag «Fatima» B/C daar",
    "Zij zag «Fatima» b. daar",
    "Zij zag «Fatima» van  B. daar",
    "Zij zag «Fatima» van X. daar",
    "Zij zag «Fatima» van B/C daar",
  ])("takes a lone capital that ends the name: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag «Fatima»'s daar",
    "Zij zag «Fatima»'En daar",
    "Zij zag «Fatima'Ens» daar",
    "Zij zag «Fatima'Xa» daar",
    "Zij zag «Fatima»’Xa daar",
  ])("leaves short pieces behind an apostrophe: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "zij zag «fatima van xaqwin» daar",
    "zij zag «fatima van argento» daar",
    "zij zag «fatima van aarden» daar",
    "zij zag «fatima van achten» daar",
    "zij zag «fatima el achten» daar",
    "zij zag «fatima» van tesla daar",
    "zij zag «Fatima van achten» daar",
    "zij zag «Fatima van Achten» daar",
    "zij zag «fatima» van de tesla daar",
  ])("goes on over particles by what stands behind: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag van «Der Xaqz» daar",
    "Zij zag «Op De Van Der Xaqz» daar",
    "Zij zag de van «Der Xaqz» daar",
    "Zij zag mw  «van Xaqz» daar",
    "Zij zag mw.  «van Xaqz» daar",
    "Zij zag mw   van «Xaqz» daar",
    "Zij zag mw, van «Xaqz» daar",
    "Zij zag «Fatima», van «Xaqz» daar",
    "ZIJ ZAG LENTE VAN «FATIMA» DAAR LOPEN",
    "Zij zag «fatima van Xaqz» daar",
    "Zij zag «giulia van Xaqz» daar",
    "Zij belt. Van «Xaqz» is er",
    "Zij belt. «Van Argento» is er",
    "Zij belt. «Van Fatima» is er",
    "VAN «FATIMA» IS ER NIETS MEER",
  ])("takes particles in front along: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "Zij zag «Tesla-Fatima» daar",
    "Zij zag tesla-«Fatima» daar",
    "Zij zag «Best-Fatima» daar",
    "Zij zag «April Fatima» daar",
    "April «Fatima» daar",
    "Zij zag Augustus «Fatima» daar",
    "Zij zag april «Fatima» daar",
    "Zij zag Hulst «Fatima» daar",
    "zij zag «giulia fatima» daar",
    "zij zag clemente «fatima» daar",
    "zij zag abele «fatima» daar",
    "zij zag «aal fatima» daar",
    "zij zag aarden «fatima» daar",
    "«Giulia Xaqz» is er",
    "«Argento Xaqz» is er",
    "«Abele Xaqz» is er",
    "«Allen Xaqz» is er",
    "«Aal Xaqz» is er",
    "«Adem Xaqz» is er",
    "Huur «Xaqz» is er",
    "Huurkluis «Xaqz» is er",
    "«Xaqwin Xaqz» is er",
    "Tonsel «Xaqz» is er",
    "B «Xaqz» is er",
    "Zij zag B «Fatima» daar",
    'Zij zag "«B»" «Fatima» daar',
    "Dhr. «J Fatima» is er",
    "Dhr., J «Fatima» is er",
    "mevrouw 't «xaqz» belt",
    "mevrouw «t xaqz» belt",
    "Zij zag D' «Angelo» daar",
    "Zij zag D-«Angelo» daar",
  ])("takes words in front along that can be names: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });
});
