import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type FigureRow, isMeasured } from "./figure-row.js";
import { WrongInput } from "./wrong-input.js";

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
  try {
    return { full: {}, quick: {}, ...(JSON.parse(readFileSync(file, "utf8")) as Partial<Recorded>) };
  } catch {
    throw new WrongInput(`${file} is no JSON: put back the version that was recorded.`);
  }
}

/** Rule: the quick measurement exists to be held to floors, so without any it would pass whatever is broken. */
export function requireFloors({ quick }: Recorded, file: string): void {
  if (Object.values(quick).some(({ floor }) => floor !== undefined)) return;
  throw new WrongInput(`${file} has no figures of --quick to hold these to: record them with --quick --record.`);
}

/** Keeps the figures of other parts, and of the other size, as they were. */
export function writeRecorded(
  file: string,
  recorded: Recorded,
  size: keyof Recorded,
  figures: readonly NamedFigure[],
): void {
  const fresh = figures.filter(isMeasured).map((figure) => {
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
