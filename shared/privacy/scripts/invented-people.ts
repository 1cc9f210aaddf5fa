import { readdirSync } from "node:fs";
import { foldName } from "../src/gate/fold-name.js";
import { type Lexicon, WORD } from "../src/gate/lexicon.js";
import { readList } from "../src/gate/list-reader.js";
import { isKnownPlace, isPersonName, readHunspellEntries } from "./hunspell.js";
import type { Names } from "./people-in-notes.js";

const DATA = new URL("../data/", import.meta.url);
/** Of every so many notes one has names of a list that nobody here wrote: people come from everywhere. */
const ELSEWHERE_SHARE = 0.08;
/** And so many have names that are words too (Storm, Roos), which are few in the lists. */
const WORDY_SHARE = 0.12;
const WORDY_MIN = 5;
/** Most people in a Dutch town have a Dutch name; the others have their equal share. */
const DUTCH_SHARE = 0.3;

/** The names of one origin after another, from the lists of the gate. */
export function makeNamesSource(lexicon: Lexicon, pick: () => number): () => Names {
  const choose = <Item>(list: readonly Item[]): Item => list[Math.floor(pick() * list.length)] as Item;
  const origins = readOrigins();
  const dutch = origins.get("hand-dutch") ?? { given: [], surnames: [] };
  const all = [...origins].map(([origin, names]) => ({
    isOurs: origin.startsWith("hand-") || origin === "flemish",
    names: { given: orElse(names.given, dutch.given), surnames: orElse(names.surnames, dutch.surnames) },
  }));
  const ours = all.filter(({ isOurs }) => isOurs).map(({ names }) => names);
  const others = all.filter(({ isOurs }) => !isOurs).map(({ names }) => names);
  const isWord = (name: string): boolean => (lexicon.flags(foldName(name)) & WORD) !== 0;
  return () => {
    const chance = pick();
    const names = chance < ELSEWHERE_SHARE ? choose(others) : chance < ELSEWHERE_SHARE + DUTCH_SHARE ? dutch : choose(ours);
    if (pick() >= WORDY_SHARE) return names;
    const given = names.given.filter(isWord);
    const surnames = names.surnames.filter(isWord);
    return {
      given: given.length < WORDY_MIN ? names.given : given,
      surnames: surnames.length < WORDY_MIN ? names.surnames : surnames,
    };
  };
}

const orElse = (list: readonly string[], other: readonly string[]): readonly string[] => (list.length === 0 ? other : list);

function readOrigins(): Map<string, Names> {
  const origins = new Map<string, Names>();
  for (const file of readdirSync(new URL("names/", DATA)).sort()) {
    const [, kind, origin = ""] = /^(given|surname)-(.+)\.txt$/.exec(file) ?? [];
    if (kind === undefined) continue;
    const names = origins.get(origin) ?? { given: [], surnames: [] };
    origins.set(origin, { ...names, [kind === "given" ? "given" : "surnames"]: readList(new URL(`names/${file}`, DATA)) });
  }
  return origins;
}

/** Capitalised words that are nobody's name: places, peoples and brands, or ordinary words as institutions are called. */
export function makeThingsSource(counts: ReadonlyMap<string, number>, pick: () => number): () => readonly string[] {
  const proper = [
    ...readHunspellEntries()
      .filter((entry) => /^\p{Lu}\p{Ll}{2,}$/u.test(entry.word) && (!isPersonName(entry) || isKnownPlace(entry)))
      .map(({ word }) => word),
    ...readList(new URL("words/places.txt", DATA)),
    ...readList(new URL("words/never-names.txt", DATA)),
  ];
  const ordinary = [...counts]
    .filter(([word, count]) => count > 2 && word.length > 4)
    .map(([word]) => word.charAt(0).toUpperCase() + word.slice(1));
  return () => (pick() < 0.6 ? proper : ordinary);
}
