import { readFileSync, writeFileSync } from "node:fs";

/** What the bench measured last for an area. */
export interface RecordedScore {
  /** Percentage of the mutants that made a test fail or never end. */
  readonly score: number;
  readonly mutants: number;
  /** By file, what was not noticed; a file that is not named here has none. */
  readonly unnoticed: Readonly<Record<string, number>>;
}

const FILE = new URL("./data/recorded.json", import.meta.url);

export function readRecordedScores(): Readonly<Record<string, RecordedScore>> {
  return JSON.parse(readFileSync(FILE, "utf8")) as Readonly<Record<string, RecordedScore>>;
}

/** Keeps the scores of the other areas as they were. */
export function recordScore(area: string, score: RecordedScore): void {
  writeFileSync(FILE, `${JSON.stringify({ ...readRecordedScores(), [area]: score }, null, 1)}\n`);
}
