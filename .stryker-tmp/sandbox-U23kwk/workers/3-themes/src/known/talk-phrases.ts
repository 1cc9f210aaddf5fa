import { readFileSync } from "node:fs";

/** `src/known` and `dist/known` lie equally deep below the package, so that one address serves both. */
const FILE = new URL("../../data/talk-phrases.txt", import.meta.url);

let loaded: ReadonlySet<string> | undefined;

/**
 * True for an expression of how people ask and tell ("vraagt of", "haar man", "elke maand") and not of what: it may have decided,
 * and is no reason that a reader understands.
 */
export function isTalk(phrase: string): boolean {
  loaded ??= new Set(
    readFileSync(FILE, "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#")),
  );
  return loaded.has(phrase.toLowerCase());
}
