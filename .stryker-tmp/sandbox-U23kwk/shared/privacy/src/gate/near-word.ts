const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** Shorter words have neighbours by chance: every name of five letters is one slip away from some word. */
const LENGTH_MIN = 6;
const LENGTH_MAX = 24;

/**
 * Whether a word is a frequent word with one slip of the keyboard: a letter too few, too many, wrong, or two swapped
 * (deurwaardr, rapportge, scootmobeil). Source: Norvig's spelling corrector. About 54 × n look-ups for n letters, and
 * only for words that nothing else explains.
 */
export function isNearWord(word: string, isCommonWord: (word: string) => boolean): boolean {
  if (word.length < LENGTH_MIN || word.length > LENGTH_MAX) return false;
  for (let at = 0; at <= word.length; at++) {
    const left = word.slice(0, at);
    const right = word.slice(at);
    if (right !== "" && isCommonWord(left + right.slice(1))) return true;
    if (right.length > 1 && isCommonWord(left + right.charAt(1) + right.charAt(0) + right.slice(2))) return true;
    for (const letter of LETTERS) {
      if (isCommonWord(left + letter + right) || (right !== "" && isCommonWord(left + letter + right.slice(1))))
        return true;
    }
  }
  return false;
}
