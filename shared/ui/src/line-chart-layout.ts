/**
 * Where everything in the line chart stands. A lane is a band, the lowest one is grey because no number is shown there;
 * the thread runs through the middle of one lane each month. Cost: linear in months and events.
 *
 *            nov  dec  jan  feb
 *   25-49  │          ╭────
 *   15-24  │    ╭─────╯
 *   10-14  │ ───╯
 *   < 10   │▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
 */
export interface LinePoint {
  /** `YYYY-MM` */
  readonly month: string;
  readonly monthLabel: string;
  /** Index of the lane from below, 0 for the lowest; absent when the value was withheld. */
  readonly lane?: number;
  readonly isBusy: boolean;
}

export interface LineEvent {
  readonly month: string;
  readonly number: number;
  /** From outside, an evening of our own, or the theme came to mean something else. */
  readonly kind: "outside" | "ours" | "meaning";
  readonly label: string;
}

export interface LineSize {
  readonly name: "breed" | "midden" | "smal";
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly laneHeight: number;
  /** Every how many months a label stands under the chart. */
  readonly labelStep: number;
  readonly eventTop: number;
  readonly eventRowHeight: number;
  readonly badge: number;
  readonly knot: number;
  readonly hasEventLabels: boolean;
}

/** Three drawings, for wide, middle and narrow screens; the stylesheet shows one of them. */
export const LINE_SIZES: readonly LineSize[] = [
  {
    name: "breed",
    width: 1120,
    height: 406,
    left: 124,
    right: 14,
    top: 84,
    laneHeight: 52,
    labelStep: 1,
    eventTop: 21,
    eventRowHeight: 36,
    badge: 22,
    knot: 6.5,
    hasEventLabels: true,
  },
  {
    name: "midden",
    width: 680,
    height: 326,
    left: 112,
    right: 10,
    top: 44,
    laneHeight: 46,
    labelStep: 3,
    eventTop: 15,
    eventRowHeight: 0,
    badge: 18,
    knot: 5,
    hasEventLabels: false,
  },
  {
    name: "smal",
    width: 288,
    height: 322,
    left: 66,
    right: 6,
    top: 38,
    laneHeight: 46,
    labelStep: 6,
    eventTop: 14,
    eventRowHeight: 0,
    badge: 16,
    knot: 4.5,
    hasEventLabels: false,
  },
];

export interface LineGeometry {
  readonly centreOf: (index: number) => number;
  readonly step: number;
  readonly bottom: number;
  readonly middleOf: (lane: number) => number;
  readonly threads: readonly string[];
  readonly seasons: readonly { readonly x: number; readonly width: number }[];
  readonly years: readonly { readonly year: string; readonly from: number; readonly until: number }[];
}

export function lineGeometry(points: readonly LinePoint[], laneCount: number, size: LineSize): LineGeometry {
  const step = (size.width - size.left - size.right) / Math.max(1, points.length);
  const bottom = size.top + laneCount * size.laneHeight;
  const centreOf = (index: number): number => round(size.left + (index + 0.5) * step);
  const middleOf = (lane: number): number => round(bottom - (lane + 0.5) * size.laneHeight);
  const runsOf = (key: (point: LinePoint) => string): { key: string; first: number; last: number }[] => {
    const runs: { key: string; first: number; last: number }[] = [];
    points.forEach((point, index) => {
      const previous = runs.at(-1);
      if (previous?.key === key(point)) previous.last = index;
      else runs.push({ key: key(point), first: index, last: index });
    });
    return runs;
  };
  return {
    centreOf,
    step,
    bottom,
    middleOf,
    threads: threadsThrough(points, centreOf, middleOf),
    seasons: runsOf((point) => String(point.isBusy))
      .filter((run) => run.key === "true")
      .map((run) => ({ x: round(size.left + run.first * step), width: round((run.last - run.first + 1) * step) })),
    years: runsOf((point) => point.month.slice(0, 4)).map((run) => ({
      year: run.key,
      from: round(size.left + run.first * step),
      until: round(size.left + (run.last + 1) * step),
    })),
  };
}

/** One path for each stretch without a withheld month; a change of lane is an S-curve between two months. */
function threadsThrough(
  points: readonly LinePoint[],
  centreOf: (index: number) => number,
  middleOf: (lane: number) => number,
): string[] {
  const paths: string[] = [];
  let before: number | undefined;
  points.forEach((point, index) => {
    const x = centreOf(index);
    if (point.lane === undefined) {
      before = undefined;
      return;
    }
    const y = middleOf(point.lane);
    if (before === undefined) {
      // A month with withheld neighbours still shows as a dot, because round line ends have a width.
      paths.push(`M${x} ${y}h0.1`);
    } else if (before === y) {
      paths[paths.length - 1] += `H${x}`;
    } else {
      const half = round((centreOf(index - 1) + x) / 2);
      paths[paths.length - 1] += `C${half} ${before} ${half} ${y} ${x} ${y}`;
    }
    before = y;
  });
  return paths;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
