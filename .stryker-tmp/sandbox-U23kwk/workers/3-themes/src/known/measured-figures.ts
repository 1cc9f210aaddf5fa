import { readFileSync } from "node:fs";

/** How often a shipped model is right and wrong, measured with whole authors left out, so on hands that it never saw. */
export interface MeasuredFigures {
  /** The model that was measured. */
  readonly modelVersion: string;
  readonly figures: readonly {
    /** The name under which the bench records it. */
    readonly key: string;
    /** What it says, in Dutch. */
    readonly meaning: string;
    readonly measured: number;
  }[];
}

/** `src` and `dist` both lie beside `model`. */
const FILE = new URL("../../model/measured.json", import.meta.url);

/** The figures that ship with the model; a test holds them to what the bench recorded last. */
export function readMeasuredFigures(): MeasuredFigures {
  return JSON.parse(readFileSync(FILE, "utf8")) as MeasuredFigures;
}
