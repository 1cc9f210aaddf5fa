/**
 * Writes data/words/name-shape.txt: by how much each letter after each pair of letters speaks for a name or for a Dutch
 * word. Made of the lists beside it; run by hand after they change: `npx tsx --conditions=source shared/privacy/scripts/build-name-shape.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { foldName } from "../src/gate/fold-name.js";
import { CENTRE, REACH, START, STEPS_PER_UNIT, SYMBOLS } from "../src/gate/name-shape.js";

const DATA = new URL("../data/", import.meta.url);
/** Names written for the people of the Netherlands count so many times; the other lists are long and of elsewhere. */
const HAND_WEIGHT = 6;
/** Words of case notes come up far more often than the rest of the dictionary. */
const COMMON_WEIGHT = 3;
const SMOOTHING = 0.5;

const readWords = (path: string): string[] =>
  readFileSync(new URL(path, DATA), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map(foldName)
    .filter((word) => /^[a-z]{3,}$/.test(word));

class Chain {
  private readonly counts = new Map<string, number>();
  private readonly totals = new Map<string, number>();

  add(words: readonly string[], weight: number): void {
    for (const word of words) {
      const whole = `${START}${START}${word}$`;
      for (let at = 2; at < whole.length; at++) {
        const pair = whole.slice(at - 2, at);
        const step = pair + whole.charAt(at);
        this.counts.set(step, (this.counts.get(step) ?? 0) + weight);
        this.totals.set(pair, (this.totals.get(pair) ?? 0) + weight);
      }
    }
  }

  chance(pair: string, symbol: string): number {
    const total = (this.totals.get(pair) ?? 0) + SMOOTHING * SYMBOLS.length;
    return ((this.counts.get(pair + symbol) ?? 0) + SMOOTHING) / total;
  }
}

const names = new Chain();
for (const file of readdirSync(new URL("names/", DATA)).sort()) {
  if (file.startsWith("any-")) continue;
  names.add([...new Set(readWords(`names/${file}`))], file.includes("-hand-") ? HAND_WEIGHT : 1);
}
const words = new Chain();
words.add(readWords("words/dutch-words.txt"), 1);
words.add(readWords("words/common-words.txt"), COMMON_WEIGHT);

const letters = [...SYMBOLS.slice(0, -1)];
const pairs = [START + START, ...letters.map((letter) => START + letter)];
for (const first of letters) for (const second of letters) pairs.push(first + second);
const lines = pairs.map((pair) => {
  const signs = [...SYMBOLS].map((symbol) => {
    const odds = Math.round(STEPS_PER_UNIT * Math.log(names.chance(pair, symbol) / words.chance(pair, symbol)));
    return String.fromCharCode(CENTRE + Math.max(-REACH, Math.min(REACH, odds)));
  });
  return `${pair} ${signs.join("")}`;
});
const header = "# Origin: counted from the lists of names and words beside it by scripts/build-name-shape.ts.";
writeFileSync(new URL("words/name-shape.txt", DATA), `${header}\n${lines.join("\n")}\n`);
process.stdout.write(`name-shape.txt: ${lines.length}\n`);
