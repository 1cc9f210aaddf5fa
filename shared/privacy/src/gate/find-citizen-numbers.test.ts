import { describe, expect, it } from "vitest";
import { marked } from "../../test/marked.js";
import { findCitizenNumbers } from "./find-citizen-numbers.js";
import { normalise } from "./normalise.js";
import { findNumberRuns } from "./number-runs.js";
import type { ReadableNote } from "./readable-note.js";

const find = (note: ReadableNote) => findCitizenNumbers(note, findNumberRuns(note), []);
const typesIn = (text: string) => new Set(find(normalise(text.replace(/[«»]/g, ""))).map(({ type }) => type));

describe("numbers of citizens", () => {
  it.each([
    "Nummer «111222333» hier.",
    "Nummer «111.222.333» en «111 222 333» hier.",
    "Nummer «111\n222\n333» hier.",
    "Nummer 12 «111222333» hier.",
    "Nummer artikel «111222333» hier.",
  ])("covers nine digits that pass the check, however grouped, as BSN: %j", (text) => {
    expect(marked(text, find)).toBe(text);
    expect([...typesIn(text)]).toEqual(["BSN"]);
  });

  it.each([
    "BSN «111222334» hier.",
    "bsn van serie «111222334» hier.",
    "B.S.N. «111 222 334» hier.",
    "b s n «111222334» hier.",
    "burgerservicenummer: «111222334» hier.",
    "burger service nummer «111222334» hier.",
    "sofinummer «111222334» hier.",
    "fiscaal nummer «111222334» hier.",
    "Serie «111222334», dat is haar bsn.",
    "Het bsn staat er. En verderop in de brief staat dan nog «111222334» als getal.",
    "Het bsn staat er. En verderop staat «111 222 334» als getal.",
  ])("covers nine digits that do not pass it when a word says BSN, before or behind, as BSN: %j", (text) => {
    expect(marked(text, find)).toBe(text);
    expect([...typesIn(text)]).toEqual(["BSN"]);
  });

  it.each([
    "Het bsn staat er. En verderop in de brief staat bij serie 111222334 als getal.",
    "Het bsn staat er. En verderop in de brief staat dan 5 111222334 als getal.",
  ])("leaves nine digits that a word explains as a thing's, though the note speaks of a BSN, as BSN: %j", (text) => {
    expect(marked(text, find)).toBe(text);
    expect([...typesIn(text)]).toEqual(text.includes("«") ? ["BSN"] : []);
  });

  it.each([
    "Zomaar «111222334» in de tekst.",
    "«111222334»",
    "Zomaar «023456008» in de tekst.",
    "Zomaar «111222000» in de tekst.",
  ])("covers nine digits that nothing explains, as BSN: %j", (text) => {
    expect(marked(text, find)).toBe(text);
    expect([...typesIn(text)]).toEqual(["BSN"]);
  });

  it.each([
    "bsn «23456790» hier.",
    "bsn: «23456796» hier.",
    "Burgerservicenummer = «23456790» hier.",
    "sofinr «23456790» hier.",
    "Los 23456796 hier.",
    "bsn is nu 23456790 hier.",
    "bsn 00000000 hier.",
    "bsn «1 23456790» hier.",
  ])("covers eight digits right behind a word for it, as BSN: %j", (text) => {
    expect(marked(text, find)).toBe(text);
    expect([...typesIn(text)]).toEqual(text.includes("«") ? ["BSN"] : []);
  });

  it.each([
    "Zomaar «1202345754» hier.",
    "Zomaar «12023 45754» hier.",
    "Bij artikel «1202345754» hier.",
    "A-nummer «1202345755» hier.",
    "anr «1202345755» hier.",
    "a nummer: «12023 45755» hier.",
    "Administratienummer «1202345755» hier.",
    "anr 12023 45755 1 hier.",
  ])("covers ten digits that pass the check, or that a word names, as A_NUMBER: %j", (text) => {
    expect(marked(text, find)).toBe(text);
    expect([...typesIn(text)]).toEqual(text.includes("«") ? ["A_NUMBER"] : []);
  });

  it.each([
    "V-nummer «1202345755» hier.",
    "v nummer 1 «1202345755» hier.",
    "vnr. «1202345755» hier.",
    "v-document «1202345755» hier.",
    "v.no «1202345755» hier.",
    "Vreemdelingennummer «1202345755» hier.",
    "Haar «v1202345755» staat erop.",
    "«V1202345755»",
    "IND «1202345755» hier.",
    "Zij kwam bij de ind, en kreeg daar nog een «1202345755» hier.",
    "Bij «1202345755», van de ind, hier.",
    "Indien 12023 45755 hier.",
  ])("covers ten digits that a word names, with the letter glued in front, as V_NUMBER: %j", (text) => {
    expect(marked(text, find)).toBe(text);
    expect([...typesIn(text)]).toEqual(text.includes("«") ? ["V_NUMBER"] : []);
  });

  it.each(["Zomaar «1202345755» hier.", "Zomaar «12345678901» hier.", "Zomaar «1234567890123456» hier."])(
    "covers long numbers that nothing explains, as CASE_NUMBER: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
      expect([...typesIn(text)]).toEqual(["CASE_NUMBER"]);
    },
  );

  it.each([
    "Zomaar 12023 45755 hier.",
    "Zomaar 12345678901234567 hier.",
    "Zomaar 123456 78901 hier.",
    "Zomaar 1234567 hier.",
    "Artikel 12345678901 hier.",
    "Serienr 1202345755 hier.",
    "€ 12345678901 hier.",
    "EUR 1202345755 hier.",
    "euro 111222334 hier.",
  ])("leaves what is no file's, as CASE_NUMBER: %j", (text) => {
    expect(marked(text, find)).toBe(text);
    expect([...typesIn(text)]).toEqual(text.includes("«") ? ["CASE_NUMBER"] : []);
  });

  it.each([
    "onderwijsnummer «111222334» hier.",
    "Onderwijsnr «111222333» hier.",
    "PGN «111222334» hier.",
    "persoonsgebonden nummer «111222334» hier.",
    "leerlingnummer: «111222334» hier.",
    "Zomaar «123456004» hier.",
  ])("covers nine digits that a word names, or that pass its own check, as EDUCATION_NUMBER: %j", (text) => {
    expect(marked(text, find)).toBe(text);
    expect([...typesIn(text)]).toEqual(["EDUCATION_NUMBER"]);
  });

  it.each([
    "rekening «123456029» hier.",
    "rek. nr «123456029» hier.",
    "reknr «123456029» hier.",
    "giro «123456029» hier.",
    "banknummer «123456029» hier.",
  ])("covers the account number of before IBAN behind a word for it, as IBAN: %j", (text) => {
    expect(marked(text, find)).toBe(text);
    expect([...typesIn(text)]).toEqual(["IBAN"]);
  });

  it.each([
    "Meterstand 111222334 hier.",
    "art. nr 111222334 hier.",
    "order 111222334 hier.",
    "bestelling 111222334 hier.",
    "track en trace 111222334 hier.",
    "pakket 111222334 hier.",
    "ref 111222334 hier.",
    "KvK 111222334 hier.",
    "typenummer 111222334 hier.",
    "type plaatje 111222334 hier.",
    "productnr 111222334 hier.",
    "product nr 111222334 hier.",
    "model 111222334 hier.",
    "onderdeel 111222334 hier.",
    "factuurbedrag 111222334 hier.",
    "serie 111 222 334 hier.",
  ])("keeps the words for a thing: %j", (text) => {
    expect(marked(text, find)).toBe(text);
  });

  it.each(["Pref «111222334» hier.", "Refs «111222334» hier."])(
    "takes no part of another word for a thing's word, as BSN: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
      expect([...typesIn(text)]).toEqual(["BSN"]);
    },
  );

  it.each([
    "b s n",
    "b. s. n.",
    "b.s.n.",
    "b .s .n",
    "bsn",
    "burger servicenummer",
    "burgerservicenummer",
    "sofi",
    "fiscaal nummer",
  ])("are a BSN in groups that do not pass the check only behind a word for it: %s", (word) => {
    expect(marked(`Haar ${word} «111 222 334» hier.`, find)).toBe(`Haar ${word} «111 222 334» hier.`);
    expect(marked("Haar getal 111 222 334 hier.", find)).toBe("Haar getal 111 222 334 hier.");
  });

  it.each(["v n u m m e r", "v-nummer", "v. nr", "v.document", "vreemdelingen nummer", "vreemdelingennummer", "ind"])(
    "are a V_NUMBER in groups only behind a word for it: %s",
    (word) => {
      expect(marked(`Haar ${word} «12023 45755» hier.`, find)).toBe(`Haar ${word} «12023 45755» hier.`);
      expect(marked("Haar getal 12023 45755 hier.", find)).toBe("Haar getal 12023 45755 hier.");
    },
  );

  const exactly = (text: string): string[] => {
    const note = normalise(text);
    return find(note).map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);
  };

  it.each([
    ["a word for another number with a letter in front", "xpgn 111222334", "BSN 111222334"],
    ["a word with a letter in front", "(xanr) 1202345755", "CASE_NUMBER 1202345755"],
    ["no account but a word like it", "xgiro 123456029", "BSN 123456029"],
    ["an amount only right behind the sign", "euro voor 111222334", "BSN 111222334"],
    ["a word for an A-number that stands far off", `anr ${"en zo ".repeat(6)}1202345755`, "CASE_NUMBER 1202345755"],
    ["a word for school that stands far off", `pgn ${"en zo ".repeat(6)}111222334`, "BSN 111222334"],
    ["the whole row before its first part", "anr 111222333 5", "A_NUMBER 111222333 5"],
    ["the longer part before the shorter", "v-nr 111222333 5 7", "V_NUMBER 111222333 5"],
    ["a number that stands last in a row", "kamer 12 1202345754", "A_NUMBER 1202345754"],
    ["a BSN behind a v without that letter", "v111222333", "BSN 111222333"],
    ["the letter of a V-number that is no part of a word", "v-nr hiv1202345755", "V_NUMBER 1202345755"],
    ["an education number that begins with 1 only", "223456002", "BSN 223456002"],
  ])("are read with %s: %s as %s", (_, text, expected) => {
    expect(exactly(text)).toEqual([expected]);
  });

  it.each([
    "art.n 111222334",
    "art. n 111222334",
    "typeplaat 111222334",
    "productn 111222334",
    "€111222334",
    "€  111222334",
    "getal 111 222 334",
    "getal 1 12023 45754 1",
  ])("are none where they are a thing's, an amount's or a part of more: %s", (text) => {
    expect(exactly(text)).toEqual([]);
  });

  it("leaves what another detector has claimed", () => {
    const note = normalise("Los 111222333 en 111222334 hier.");
    const claimed = [{ start: 4, end: 13, type: "PHONE" }] as const;
    expect(findCitizenNumbers(note, findNumberRuns(note), claimed)).toEqual([{ start: 17, end: 26, type: "BSN" }]);
    const behind = [{ start: 26, end: 31, type: "PHONE" }, ...claimed] as const;
    expect(findCitizenNumbers(note, findNumberRuns(note), behind)).toHaveLength(1);
    expect(findCitizenNumbers(note, findNumberRuns(note), [{ start: 12, end: 17, type: "PHONE" }])).toEqual([
      { start: 17, end: 26, type: "BSN" },
    ]);
  });

  it("leaves the digits at the end of a code, unless they pass the check", () => {
    for (const text of ["Code 3SKABA111222334 hier.", "Code 3SKABA«111222333» hier.", "Code SKABA«111222334» hier."])
      expect(marked(text, find)).toBe(text);
  });

  it.each(["Foutcode E18, 111222334 hier.", "Wasmachine 111222334 hier.", "Sticker 111222334 hier."])(
    "leaves the number on an apparatus: %j",
    (text) => {
      expect(marked(text, find)).toBe(text);
    },
  );
});
