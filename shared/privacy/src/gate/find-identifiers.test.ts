import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findIdentifiers } from "./find-identifiers.js";
import { normalise } from "./normalise.js";
import { makePublicList } from "./public-list.js";
import type { ReadableNote } from "./readable-note.js";

const publicList = makePublicList(lexicon);
const find = (note: ReadableNote) => findIdentifiers(note, lexicon, publicList);

describe("everything that identifies somebody", () => {
  it.each([
    ["Overmaken naar «NL91ABNA0417164300» graag.", "IBAN"],
    ["Overmaken naar «NL65RABO0612345678» graag.", "IBAN"],
    ["Mail «0612345678@voorbeeld.nl» graag.", "EMAIL"],
    ["Bel «0612345678», bsn «111222333», kenteken «AB-12-34».", "PHONE", "BSN", "LICENSE_PLATE"],
    ["Bel «nul zes een twee drie vier vijf zes zeven acht» terug.", "PHONE"],
    ["Zaaknummer «111222333» loopt.", "BSN"],
    ["Zaaknummer «111 222 333» loopt.", "BSN"],
    ["Zaaknummer «12345678» loopt.", "CASE_NUMBER"],
    ["Zaaknummer «10000008» loopt.", "CASE_NUMBER"],
    ["Zaaknummer «Z-111222333» loopt.", "CASE_NUMBER"],
    ["Zaaknummer «0612345678» loopt.", "PHONE"],
    ["Klant «0612345678» 2 kinderen.", "PHONE"],
    ["Dossier «jan@voorbeeld.nl» 2345.", "EMAIL"],
    ["Mail «ab-12-34@voorbeeld.nl» graag.", "EMAIL"],
    [
      "«Jan Jansen», «14-02-1947», woont «Lindelaan 12» en is «93 jaar oud».",
      "PERSON",
      "DATE_OF_BIRTH",
      "ADDRESS",
      "AGE_OVER_89",
    ],
  ])("reads one number as one thing, the surest: %j as %s %s %s %s", (text, ...types) => {
    expect(marked(text, find)).toBe(text);
    expect(find(normalise(text.replace(/[«»]/g, ""))).map(({ type }) => type)).toEqual(types);
  });

  it.each([
    "Zij zit op «basisschool De Wilgenhoek» met «Jan de Vries» samen.",
    "«Jan Jansen», «Lindelaan 12», belt.",
    "Mail «jan.jansen@voorbeeld.nl» naar «Jan».",
  ])("lets no name grow into what stands beside it: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each([
    "«Jan Jansen» («14-02-1947») belt.",
    "«Jan Jansen», «14-02-1947», belt.",
    "«Jan Jansen» | «14-02-1947» | belt.",
    "'«Jan Jansen»' - «14-02-1947» belt.",
    "«Jan Jansen» belt 14-02-1947 terug.",
    "«Jan Jansen» en 14-02-1947 terug.",
    "«Jan Jansen»       14-02-1947 terug.",
    "Op 14-02-1947 belt «Jan Jansen» terug.",
    "Met «Ria Smit» en «Jan Jansen», «14-02-1947», gebeld.",
    "«Jan Jansen» («93») belt.",
    "«Jan Jansen», «93», belt.",
  ])("knows a birth date and an age by the name in front: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Bel 112 of 14030 of mail info@rijksoverheid.nl en zie rijksoverheid.nl/wmo."])(
    "leaves what belongs to everybody: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );

  it.each(["gesprokenmet«Soeradj» vandaag.", "mevrouw«Yilmaz» belt."])(
    "takes words apart where a name got stuck in them: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );
});
