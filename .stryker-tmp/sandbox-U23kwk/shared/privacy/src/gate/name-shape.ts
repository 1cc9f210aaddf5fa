/**
 * How much a word looks like a name rather than like a Dutch word, by its letters alone (Kwabena, Szczepan and
 * Yıldız look like no Dutch word; huisbezk does). Source: character n-gram models as in Cavnar & Trenkle (1994), here two Markov
 * chains of order two, one of names and one of Dutch words, whose log-odds per letter are added up.
 *
 * The file has one line per pair of letters: the pair, a space, and 27 signs for what may follow, a to z and the end of the word.
 * A sign is the log-odds in quarters, 0 at CENTRE.
 */
export const STEPS_PER_UNIT = 4;
export const CENTRE = 80;
/** Printable, and no surprise outweighs all the rest of a word. */
export const REACH = 40;
export const SYMBOLS = "abcdefghijklmnopqrstuvwxyz$";
/** Stands before the first letter, twice. */
export const START = "^";

/** The log-odds of a folded word, in natural logarithms: above 0 it looks like a name. Letters outside a to z say nothing. O(letters). */
export type NameShape = (folded: string) => number;

export function readNameShape(lines: readonly string[]): NameShape {
  const odds = new Map(lines.map((line) => [line.slice(0, 2), line.slice(3)]));
  return (folded) => {
    const word = `${START}${START}${folded}$`;
    let sum = 0;
    for (let at = 2; at < word.length; at++) {
      const follower = SYMBOLS.indexOf(word.charAt(at));
      const signs = odds.get(word.slice(at - 2, at));
      if (follower >= 0 && signs !== undefined) sum += signs.charCodeAt(follower) - CENTRE;
    }
    return sum / STEPS_PER_UNIT;
  };
}
