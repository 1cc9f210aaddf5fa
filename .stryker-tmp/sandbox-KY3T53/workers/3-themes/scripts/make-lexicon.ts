import { readFileSync } from "node:fs";
import { loadMatchingRules, type Theme } from "@rode-draad/catalogue";
import type { Lexicon } from "../src/known/features.js";

interface Concept {
  readonly id: string;
  readonly words: readonly string[];
}

/** Two-letter abbreviations are left to the letters around them: alone they mean too many things. */
const ABBREVIATION_LENGTH_MIN = 3;
/** The concept lexicon and the terms of the catalogue as one list of phrases, and the abbreviations of the catalogue. */
export function makeLexicon(conceptsFile: string, themes: readonly Theme[]): Lexicon {
  const concepts = JSON.parse(readFileSync(conceptsFile, "utf8")) as Concept[];
  const entries = [
    ...concepts.map((concept) => ({ phrases: concept.words })),
    ...themes.map((theme) => ({
      phrases: theme.terms
        .filter((term) => term.type !== "abbreviation" || term.text.length >= ABBREVIATION_LENGTH_MIN)
        .map((term) => term.text),
    })),
  ];
  const abbreviations = loadMatchingRules().ambiguousAbbreviations.map(({ text, meanings, rule }) => ({
    text,
    meanings,
    rule,
  }));
  return { entries, abbreviations };
}
