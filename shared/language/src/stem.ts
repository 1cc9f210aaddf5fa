import { createRequire } from "node:module";

/**
 * Dutch stems for comparing words: Snowball's Dutch stemmer (snowballstem.org/algorithms/dutch/stemmer.html) as carried
 * by `natural`, plus one repair. Snowball undoubles vowels only inside the word it ends with, so `samenwoont` and
 * `samenwonen` part ways, as do `brief` and `brieven`. Here verbs lose -t/-d/-de/-te after the stem, double vowels become
 * single, and final v/z become f/s: a stem is a key to compare by, not a word to show.
 *
 * `natural` is taken by file: its main entry loads database drivers and prints to standard output.
 */

interface DutchStemmer {
  stem(word: string): string;
}

const natural = createRequire(import.meta.url)("natural/lib/natural/stemmers/porter_stemmer_nl.js") as DutchStemmer;

/** Stems of this many different words are remembered; notes of a municipality use fewer. Bounded so that noise cannot fill memory. */
const REMEMBERED_MAX = 60_000;
const remembered = new Map<string, string>();

const VOWELS = "aeiouy";
const isVowel = (char: string): boolean => VOWELS.includes(char);

/** The comparable stem of a normalised word (see `normaliseWord`). */
export function stem(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const made = makeStem(word);
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(word, made);
  return made;
}

function makeStem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let made = dropVerbEnding(natural.stem(word).toLowerCase());
  made = undouble(made);
  const last = made.at(-1);
  if (last === "v") made = `${made.slice(0, -1)}f`;
  else if (last === "z") made = `${made.slice(0, -1)}s`;
  return made.length < 2 ? word : made;
}

/** `samenwoont` → `samenwoon`: a final -t or -d after a stem of four letters or more that ends in a consonant. */
function dropVerbEnding(made: string): string {
  if (made.length < 5 || !made.endsWith("t")) return made;
  const before = made.at(-2) as string;
  // -cht, -st and -ft mostly belong to the word itself (recht, angst, kracht); vowel + t too (praat, fiets).
  return isVowel(before) || "hsf".includes(before) ? made : made.slice(0, -1);
}

/** `woon` → `won`, `kredietten` → `krediet`: vowels `aa ee oo uu` and double final consonants become single. */
function undouble(made: string): string {
  let out = made;
  // From the end, so that what is taken out moves nothing that is still to be looked at.
  for (let at = made.length - 1; at > 0; at--) {
    const char = made.charAt(at);
    if (char === made.charAt(at - 1) && ("aeou".includes(char) || at === made.length - 1)) {
      out = out.slice(0, at) + out.slice(at + 1);
    }
  }
  return out;
}
