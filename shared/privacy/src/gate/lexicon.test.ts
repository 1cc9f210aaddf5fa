import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lexicon } from "../../test/lexicon-once.js";
import * as flag from "./lexicon.js";

const has = (word: string, ...wanted: number[]) => wanted.every((one) => (lexicon.flags(word) & one) !== 0);

describe("the flags of a word", () => {
  it("say what it may be, for each kind of list", () => {
    expect(has("fatima", flag.GIVEN, flag.TRUSTED)).toBe(true);
    expect(has("jansen", flag.SURNAME, flag.TRUSTED)).toBe(true);
    expect(has("huur", flag.WORD, flag.COMMON)).toBe(true);
    expect(has("utrecht", flag.NEVER_NAME, flag.PLACE)).toBe(true);
    expect(has("mevrouw", flag.TITLE)).toBe(true);
    expect(has("dochter", flag.KIN)).toBe(true);
    expect(has("huisarts", flag.ROLE)).toBe(true);
    expect(has("belt", flag.PERSON_VERB)).toBe(true);
    expect(has("gisteren", flag.FUNCTION_WORD)).toBe(true);
    expect(has("basisschool", flag.ORGANISATION_HEAD)).toBe(true);
    expect(has("lyceum", flag.ORGANISATION_TAIL)).toBe(true);
    expect(has("tante", flag.KIN)).toBe(true);
    expect(has("auntie", flag.NICKNAME_KIN)).toBe(true);
    expect(lexicon.flags("xaqzwolk")).toBe(0);
    expect(has("fatima", flag.WORD)).toBe(false);
  });
});

describe("a Dutch word", () => {
  it.each([
    ["a word of the list", "huur"],
    ["a compound", "huurtoeslag"],
    ["a compound with a linking sound", "leeftijdsgrens"],
    ["two short frequent words", "buurthuis"],
    ["a verb with its beginning", "uitlachen"],
    ["an inflection that the list lacks", "huurtoeslagen"],
    ["a diminutive", "woonboekje"],
  ])("is %s: %s", (_, word) => {
    expect(lexicon.isDutch(word)).toBe(true);
    // The second time it is remembered.
    expect(lexicon.isDutch(word)).toBe(true);
  });

  it.each(["xaqzwolk", "kwabena", "szczepan", `${"huur".repeat(11)}`])("is not %s", (word) => {
    expect(lexicon.isDutch(word)).toBe(false);
    expect(lexicon.isDutch(word)).toBe(false);
  });
});

describe("a frequent word", () => {
  it("is known with one slip in it", () => {
    expect(lexicon.isTypo("deurwaardr")).toBe(true);
    expect(lexicon.isTypo("kwabena")).toBe(false);
  });

  it("is known broken off by three letters or more", () => {
    expect(lexicon.isAbbreviation("aanm")).toBe(true);
    expect(lexicon.isAbbreviation("huish")).toBe(true);
    expect(lexicon.isAbbreviation("huishouden")).toBe(false);
    expect(lexicon.isAbbreviation("xaqz")).toBe(false);
    expect(lexicon.isAbbreviation("zzzzz")).toBe(false);
  });
});

describe("the letters of a name", () => {
  it("look more like a name's than those of a word", () => {
    expect(lexicon.nameShape("kwabena")).toBeGreaterThan(0);
    expect(lexicon.nameShape("huisbezk")).toBeLessThan(0);
  });
});

describe("the small lists", () => {
  it("are folded, and say what is public and what is rare", () => {
    for (const name of ["publicBodies", "publicNumbers", "publicSites", "rareTraits"] as const) {
      expect(lexicon.list(name).size).toBeGreaterThan(5);
    }
    expect(lexicon.list("publicBodies").has("belastingdienst")).toBe(true);
  });
});

describe("a lexicon", () => {
  it("does not load without its lists", () => {
    expect(() => flag.loadLexicon(new URL("file:///nergens/"))).toThrow(/contents\.txt/);
  });
});

/** A lexicon of a few words, so that each rule has a word that only it explains. */
describe("a small lexicon", () => {
  const LONG = "abcdefghijklmnopqrstu";
  const LISTS: Readonly<Record<string, readonly string[]>> = {
    "allow/organisations.txt": ["Sociale Dienst"],
    "allow/famous-names.txt": ["Florence Nightingale"],
    "allow/numbers.txt": ["112"],
    "allow/sites.txt": ["Voorbeeld.nl"],
    "words/rare-traits.txt": ["gezin: Drieling"],
    "words/titles.txt": ["Mevr\u00f3uw"],
    "words/kin.txt": ["Dochter"],
    "words/roles.txt": ["Huisarts"],
    "words/nickname-kin.txt": ["Auntie"],
    "words/person-verbs.txt": ["belt"],
    "words/function-words.txt": ["gisteren"],
    "words/organisation-heads.txt": ["basisschool"],
    "words/organisation-tails.txt": ["lyceum"],
    "words/dutch-words.txt": ["fiets", "klomp", "roos", "boo", "pleister", "lente", "vis"],
    "words/proper-words.txt": ["philips", "lente", "roos"],
    "words/common-words.txt": ["ab", LONG, "buren", "dag", "huis", "huishouden", "pas", "punten", "rapportage", "tas"],
    "words/never-names.txt": ["Fentanyl"],
    "words/places.txt": ["Utrecht"],
    "words/names-before-words.txt": ["Lente", "Dag", "Xaq"],
    "words/words-before-names.txt": ["Roos", "Stil"],
    "words/name-shape.txt": ["* -100", "^fa 300"],
    "names/any-dutch-proper.txt": ["Wiebrand"],
    "names/given-hand-dutch.txt": ["F\u00e1tima", "Roos"],
    "names/given-italian.txt": ["Giulia"],
    "names/surname-polish.txt": ["Nowak"],
    "names/surname-baltic.txt": ["Ozols"],
  };
  let folder: string;
  let small: flag.Lexicon;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "rode-draad-lexicon-"));
    for (const part of ["allow", "names", "words"]) mkdirSync(join(folder, part));
    for (const [path, lines] of Object.entries(LISTS)) writeFileSync(join(folder, path), `${lines.join("\n")}\n`);
    const contents = Object.entries(LISTS).map(([path, lines]) => `${path} ${lines.length}\n`);
    writeFileSync(join(folder, "contents.txt"), contents.join(""));
    small = flag.loadLexicon(pathToFileURL(`${folder}/`));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const { COMMON, GIVEN, NEVER_NAME, PLACE, PROPER_NAME, PROPER_OTHER, SURNAME, TRUSTED, WORD } = flag;
  it.each([
    ["fiets", WORD],
    ["huis", WORD | COMMON],
    ["philips", PROPER_OTHER],
    ["wiebrand", PROPER_NAME],
    ["fatima", GIVEN | TRUSTED],
    ["giulia", GIVEN],
    ["nowak", SURNAME | TRUSTED],
    ["ozols", SURNAME],
    ["fentanyl", NEVER_NAME],
    ["utrecht", NEVER_NAME | PLACE],
    ["lente", GIVEN | TRUSTED],
    ["dag", GIVEN | TRUSTED],
    ["xaq", GIVEN | TRUSTED],
    ["roos", WORD | COMMON | PROPER_OTHER | GIVEN | TRUSTED],
    ["stil", WORD | COMMON],
    ["mevrouw", flag.TITLE],
    ["dochter", flag.KIN],
    ["huisarts", flag.ROLE],
    ["auntie", flag.NICKNAME_KIN],
    ["belt", flag.PERSON_VERB],
    ["gisteren", flag.FUNCTION_WORD],
    ["basisschool", flag.ORGANISATION_HEAD],
    ["lyceum", flag.ORGANISATION_TAIL],
    ["onbekend", 0],
  ])("knows %s by the lists that it stands in and no others", (word, flags) => {
    expect(small.flags(word)).toBe(flags);
  });

  it("keeps the small lists folded", () => {
    expect([...small.list("publicBodies")]).toEqual(["sociale dienst"]);
    expect([...small.list("famousNames")]).toEqual(["florence nightingale"]);
    expect([...small.list("publicNumbers")]).toEqual(["112"]);
    expect([...small.list("publicSites")]).toEqual(["voorbeeld.nl"]);
    expect([...small.list("rareTraits")]).toEqual(["gezin: drieling"]);
  });

  it.each("s en e t n je jes tje tjes pje ing de den te ten er ers loos lijk lijke".split(" "))(
    "takes a word with the ending %s for Dutch",
    (ending) => {
      expect(small.isDutch(`klomp${ending}`)).toBe(true);
      expect(small.isDutch(`fietsklomp${ending}`)).toBe(true);
    },
  );

  it.each([
    ["a compound", "fietsklomp", true],
    ["a compound with the name of a thing", "fentanylpleister", true],
    ["the ending of a stem of four letters", "rooss", true],
    ["a verb's beginning before a word of four letters", "uitroos", true],
    ["two frequent words of seven letters together", "tasburen", true],
    ["a frequent word of three letters and another", "tashuis", true],
    ["a frequent word and another of three letters", "burentas", true],
    ["forty letters of two frequent words", `${LONG}huis`, true],
    ["another ending", "klompxyz", false],
    ["an ending behind the name of a thing in a compound", "fentanylpleisters", false],
    ["the ending of a stem of three letters", "boos", false],
    ["a verb's beginning before a word of three letters", "uitvis", false],
    ["a verb's beginning inside the word", "xuitroos", false],
    ["two frequent words of six letters together", "paspas", false],
    ["a frequent word of two letters and another", "abpunten", false],
    ["a rare word and a frequent one that are too short for a compound", "vispunten".slice(0, 8), false],
    ["more than forty letters of two frequent words", `${LONG}${LONG}`, false],
  ])("knows Dutch: %s (%s) %s", (_, word, expected) => {
    expect(small.isDutch(word)).toBe(expected);
    // The second time it is remembered.
    expect(small.isDutch(word)).toBe(expected);
  });

  it.each([
    ["huisho", true],
    ["huishou", true],
    ["huishoud", false],
    ["ra", true],
    ["xaqz", false],
    ["tas", false],
    ["zz", false],
  ])("knows %s as the beginning of a frequent word with three letters or more left off: %s", (word, expected) => {
    expect(small.isAbbreviation(word)).toBe(expected);
  });

  it("knows a slip in a frequent word and in no other", () => {
    expect(small.isTypo("rapportge")).toBe(true);
    expect(small.isTypo("pleistr")).toBe(false);
  });

  it("weighs letters by its list", () => {
    expect(small.nameShape("fatima")).toBe(2);
    expect(small.nameShape("klomp")).toBe(-1);
  });
});
