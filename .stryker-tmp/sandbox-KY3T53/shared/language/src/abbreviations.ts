import { stem } from "./stem.js";

/**
 * What a domain abbreviation means where it stands: WW next to UWV is the unemployment act, next to DigiD a password.
 * The rules come from the catalogue (`matching.ambiguous_abbreviations`), whose prose "naast A/B = meaning" is the data.
 * Cost: linear in the number of words around it.
 */

/** One abbreviation of the catalogue, with its rule in words. */
export interface AbbreviationRule {
  readonly text: string;
  readonly meanings: readonly string[];
  /** Dutch: "naast UWV/ontslag = Werkloosheidswet; naast DigiD = wachtwoord". */
  readonly rule: string;
}

interface Reading {
  readonly meaning: string;
  readonly cues: ReadonlySet<string>;
}

export class AbbreviationReader {
  readonly #readings = new Map<string, readonly Reading[]>();

  constructor(rules: readonly AbbreviationRule[]) {
    for (const rule of rules) {
      const readings = parseRule(rule);
      for (const written of rule.text.split(" / ")) {
        if (readings.length > 0) this.#readings.set(written.toLowerCase(), readings);
      }
    }
  }

  has(norm: string): boolean {
    return this.#readings.has(norm);
  }

  /** The meaning that the words around support most, or undefined when none of them speaks. */
  read(norm: string, stemsAround: readonly string[]): string | undefined {
    let best: string | undefined;
    let bestHits = 0;
    for (const reading of this.#readings.get(norm) ?? []) {
      let hits = 0;
      for (const near of stemsAround) if (reading.cues.has(near)) hits++;
      if (hits > bestHits) {
        best = reading.meaning;
        bestHits = hits;
      }
    }
    return best;
  }
}

/** Reads "WW naast UWV/ontslag/contract = Werkloosheidswet; naast DigiD/inloggen = wachtwoord". */
function parseRule(rule: AbbreviationRule): Reading[] {
  const readings: Reading[] = [];
  for (const clause of rule.rule.split(";")) {
    const parts = /naast\s+(.+?)\s*=\s*(.+)$/.exec(clause);
    if (!parts) continue;
    const cues = new Set((parts[1] as string).split(/[/\s]+/).map((word) => stem(word.toLowerCase())));
    readings.push({ meaning: fullMeaning(parts[2] as string, rule.meanings), cues });
  }
  return readings;
}

/** The rule may name a meaning by one of its words ("bewind" for "bewindvoering"); the list gives it in full. */
function fullMeaning(named: string, meanings: readonly string[]): string {
  const short = named.trim().toLowerCase();
  return meanings.find((meaning) => meaning.toLowerCase().includes(short)) ?? named.trim();
}
