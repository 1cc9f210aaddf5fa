import { stem } from "@rode-draad/language";

/** What Dutch puts behind a word without making another word of it: plurals, the -e of adjectives and diminutives. */
const ENDINGS = /^(?:s|e|n|en|(?:et|t|p|k)?jes?)$/;

/** Whether a reader takes two expressions for one: "les" and "lessen", "flat" and "flatje". */
export function isFormOf(one: string, other: string): boolean {
  const words = one.split(" ");
  const others = other.split(" ");
  return words.length === others.length && words.every((word, at) => isOneWord(word, others[at] as string));
}

function isOneWord(one: string, other: string): boolean {
  if (stem(one) === stem(other)) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.startsWith(short) && ENDINGS.test(long.slice(short.length));
}
