/** Letters that Unicode does not take apart into a base letter and a mark. */
const SPECIAL: Readonly<Record<string, string>> = {
  ı: "i",
  ł: "l",
  ø: "o",
  đ: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ð: "d",
  þ: "th",
  ə: "e",
  ĳ: "ij",
  "’": "'",
  ʼ: "'",
};
const NEEDS_FOLDING = /[^a-z0-9']/;
const MARKS = /\p{M}/gu;
const SPECIAL_LETTERS = /[ıłøđßæœðþəĳ’ʼ]/g;

/** A word as the lists are keyed: lower case, without accents, so that Yıldırım, Yildirim and YILDIRIM meet. */
export function foldName(word: string): string {
  const lower = word.toLowerCase();
  if (!NEEDS_FOLDING.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(SPECIAL_LETTERS, (letter) => SPECIAL[letter] ?? letter);
}
