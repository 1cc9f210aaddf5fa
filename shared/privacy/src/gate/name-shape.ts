import { weigh } from "./weights.js";

/**
 * How much a word looks like a name rather than like a word of Dutch notes, by its letters alone (Kwabena, Szczepan and Nijenhuis
 * look like no Dutch word; huisbezk does). A logistic regression over the pieces of the word, counted by scripts/build-name-shape.ts
 * from the lists of names and words. Source: character n-grams as in Cavnar & Trenkle (1994).
 *
 * The file has one line per piece: the piece, a space, and its weight in hundredths; ^ is the beginning of a word and $ its end.
 */
/** Pieces of so many letters are taken from everywhere in the word, longer ones from its beginning and its end. */
const SHORT = { min: 2, max: 4 } as const;
const LONG_MAX = 5;
/** No name is longer; the rest of such a string costs time and says nothing. */
const LETTERS_MAX = 30;
/** Every word has this piece: what is left to say when nothing is known. */
const ANY = "*";

/** The log-odds of a folded word, in natural logarithms: above 0 it looks like a name. O(letters). */
export type NameShape = (folded: string) => number;

export function shapePieces(folded: string): string[] {
  const word = `^${folded.slice(0, LETTERS_MAX)}$`;
  const pieces = [ANY];
  for (let length = SHORT.min; length <= Math.min(SHORT.max, word.length); length++)
    for (let at = 0; at + length <= word.length; at++) pieces.push(word.slice(at, at + length));
  for (let length = SHORT.max + 1; length <= Math.min(LONG_MAX, word.length - 1); length++)
    pieces.push(word.slice(0, length), word.slice(-length));
  return pieces;
}

export function makeNameShape(weights: ReadonlyMap<string, number>): NameShape {
  return (folded) => weigh(weights, shapePieces(folded));
}
