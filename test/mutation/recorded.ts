import { readFileSync, writeFileSync } from "node:fs";

/** What the bench measured last for an area. */
export interface RecordedScore {
  /** Percentage of the mutants that made a test fail or never end. */
  readonly score: number;
  readonly mutants: number;
  /** By file, what was not noticed; a file that is not named here has none. */
  readonly unnoticed: Readonly<Record<string, number>>;
}

/** An area that was not measured to its end says so, with what is known of it. */
export type Recorded = RecordedScore | { readonly notMeasured: string };

const FILE = new URL("./data/recorded.json", import.meta.url);

export function readRecorded(): Readonly<Record<string, Recorded>> {
  return JSON.parse(readFileSync(FILE, "utf8")) as Readonly<Record<string, Recorded>>;
}

/** Keeps what stands there of the other areas. */
export function recordScore(area: string, score: RecordedScore): void {
  writeFileSync(FILE, `${JSON.stringify({ ...readRecorded(), [area]: score }, null, 1)}\n`);
}
