/**
 * How much a word looks like a name rather than like a word of Dutch notes, by its letters alone (Kwabena, Szczepan and Nijenhuis
 * look like no Dutch word; huisbezk does). Source: a logistic regression over the pieces of the word, character n-grams as in
 * Cavnar & Trenkle (1994), learned by scripts/build-name-shape.ts from the lists of names and words.
 *
 * The file has one line per piece: the piece, a space, and its weight in hundredths; ^ is the beginning of a word and $ its end.
 */
export const PARTS_OF_UNIT = 100;
/** Pieces of so many letters are taken from everywhere in the word, longer ones from its beginning and its end only. */
const INNER_MIN = 2;
const INNER_MAX = 4;
const OUTER_MAX = 7;
/** No name is longer; the rest of such a string costs time and says nothing. */
const LETTERS_MAX = 30;
/** Every word has this piece: what is left to say when nothing is known. */
const ANY = "*";

/** The log-odds of a folded word, in natural logarithms: above 0 it looks like a name. O(letters). */
export type NameShape = (folded: string) => number;

export function shapePieces(folded: string): string[] {
  const word = `^${folded.slice(0, LETTERS_MAX)}$`;
  const pieces = [ANY];
  for (let length = INNER_MIN; length <= INNER_MAX; length++)
    for (let at = 0; at + length <= word.length; at++) pieces.push(word.slice(at, at + length));
  for (let length = INNER_MAX + 1; length <= Math.min(OUTER_MAX, word.length - 1); length++)
    pieces.push(word.slice(0, length), word.slice(-length));
  return pieces;
}

export function readNameShape(lines: readonly string[]): NameShape {
  const weights = new Map<string, number>();
  for (const line of lines) {
    const cut = line.indexOf(" ");
    weights.set(line.slice(0, cut), Number(line.slice(cut + 1)));
  }
  return (folded) => shapePieces(folded).reduce((sum, piece) => sum + (weights.get(piece) ?? 0), 0) / PARTS_OF_UNIT;
}
