import { describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import { marked } from "../../test/marked.js";
import { findIdentifiers } from "./find-identifiers.js";
import { makePublicList } from "./public-list.js";
import type { ReadableNote } from "./readable-note.js";

const publicList = makePublicList(lexicon);
const find = (note: ReadableNote) => findIdentifiers(note, lexicon, publicList);

describe("everything that identifies somebody", () => {
  it.each([
    "Overmaken naar «NL91ABNA0417164300» graag.",
    "Overmaken naar «NL65RABO0612345678» graag.",
    "Mail «0612345678@voorbeeld.nl» graag.",
    "Bel «0612345678», bsn «111222333», kenteken «AB-12-34».",
    "Zaaknummer «111222333» loopt.",
    "Zaaknummer «111 222 333» loopt.",
    "Zaaknummer «12345678» loopt.",
    "Zaaknummer «0612345678» loopt.",
    "Mail «ab-12-34@voorbeeld.nl» graag.",
  ])("reads one number as one thing, the surest: %j", (text) => {
    expect(marked(text, find)).toBe(text);
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
