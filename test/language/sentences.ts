/** Words of a text: what has a letter or a figure in it. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A text cut where a reader stops: at the end of a sentence, and at every new line. */
export function sentencesIn(text: string): string[] {
  return text
    .split(/\n|(?<=[.!?])[)’"]?\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => countWords(sentence) > 1);
}
