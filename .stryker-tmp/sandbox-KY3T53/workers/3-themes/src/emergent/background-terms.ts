import { readFileSync } from "node:fs";
import { ProductError } from "@rode-draad/domain";

/** How common each stem is in case notes in general, counted once over the labelled corpus by scripts/build-background-terms.ts. */
export interface BackgroundTerms {
  /** The share of note segments that hold the stem; a stem never seen gets half of what one sighting would give. */
  shareOf(term: string): number;
  /** True for a word that mostly stands where nobody asks anything: voicemail, dossier, bijgewerkt. */
  isAdministrative(term: string): boolean;
  /** True for a word of the shipped table: it is nobody's own. */
  isKnown(term: string): boolean;
}

interface Table {
  readonly segments: number;
  /** Per stem: in how many segments, and in how many of those nobody asked anything. */
  readonly terms: Record<string, readonly [all: number, withoutQuestion: number]>;
}

/** Two in five segments of the corpus hold no question; a word that is there three times in five is at home there. */
const ADMINISTRATIVE_SHARE_MIN = 0.6;
const ADMINISTRATIVE_SEGMENTS_MIN = 3;

/** `src/emergent` and `dist/emergent` lie equally deep below the package, so that one address serves both. */
const FILE = new URL("../../data/background-terms.json", import.meta.url);

let loaded: BackgroundTerms | undefined;

/** Read once; the table never changes while the program runs. */
export function loadBackgroundTerms(): BackgroundTerms {
  loaded ??= readTable();
  return loaded;
}

function readTable(): BackgroundTerms {
  try {
    const table = JSON.parse(readFileSync(FILE, "utf8")) as Table;
    const counts = new Map(Object.entries(table.terms));
    return {
      isKnown: (term) => counts.has(term),
      shareOf: (term) => (counts.get(term)?.[0] ?? 0.5) / table.segments,
      isAdministrative: (term) => {
        const [all, withoutQuestion] = counts.get(term) ?? [0, 0];
        return all >= ADMINISTRATIVE_SEGMENTS_MIN && withoutQuestion >= ADMINISTRATIVE_SHARE_MIN * all;
      },
    };
  } catch (error) {
    throw new ProductError(
      "background-terms-unreadable",
      "De woordentabel voor nieuwe thema's is niet te lezen. Zet het bestand terug naar de uitgeleverde versie.",
      { detail: `data/background-terms.json: ${error instanceof Error ? error.message : String(error)}`, cause: error },
    );
  }
}
