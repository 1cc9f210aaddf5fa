import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { FigureRow } from "./figure-row.js";

/** A figure with the name that it is recorded under. */
export interface NamedFigure extends FigureRow {
  readonly key: string;
}

/** What was measured last, and the floor (for "at most" figures the ceiling) that only something broken passes. */
interface RecordedFigure {
  readonly measured: number;
  readonly floor?: number;
}

/** By size of the measurement, then by key. */
export interface Recorded {
  readonly full: Readonly<Record<string, RecordedFigure>>;
  readonly quick: Readonly<Record<string, RecordedFigure>>;
}

export function readRecorded(file: string): Recorded {
  if (!existsSync(file)) return { full: {}, quick: {} };
  return JSON.parse(readFileSync(file, "utf8")) as Recorded;
}

/** Keeps the figures of other parts, and of the other size, as they were. */
export function writeRecorded(
  file: string,
  recorded: Recorded,
  size: keyof Recorded,
  figures: readonly NamedFigure[],
): void {
  const fresh = figures.map((figure) => {
    const floor = floorOf(figure);
    const measured = Number(figure.measured.toPrecision(4));
    return [figure.key, { measured, ...(floor !== undefined && { floor }) }] as const;
  });
  const next = { ...recorded, [size]: { ...recorded[size], ...Object.fromEntries(fresh) } };
  writeFileSync(file, `${JSON.stringify(next, null, 1)}\n`);
}

/** Far enough from the figure that neither another machine nor a change for the better elsewhere passes it. */
const FLOOR_SHARE = 0.85;
const CEILING_SHARE = 1.5;

function floorOf({ goal, measured }: FigureRow): number | undefined {
  if (!Number.isFinite(measured)) return undefined;
  if (goal.startsWith("≥")) return Number((measured * FLOOR_SHARE).toPrecision(3));
  if (goal.startsWith("≤")) {
    return Number(Math.max(measured * CEILING_SHARE, Number(goal.slice(1))).toPrecision(3));
  }
  return undefined;
}

export function isBeyond({ goal, measured }: FigureRow, floor: number | undefined): boolean {
  if (floor === undefined) return false;
  return goal.startsWith("≥") ? !(measured >= floor) : !(measured <= floor);
}
