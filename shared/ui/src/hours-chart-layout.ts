/**
 * Where everything in the chart of hours stands. A column is a month: solid is surely saved, hatched is the range above it, and
 * the line that steps from column to column is what was spent. Cost: linear in months.
 *
 *   60 │            ▨
 *   40 │     ▨  ━━━━▨━━   spent
 *   20 │ ▨ ━━█      █
 *    0 │ █   █      █
 *        jan feb    mrt
 */
export interface HoursPoint {
  readonly key: string;
  readonly label: string;
  readonly savedMin: number;
  readonly savedMax: number;
  readonly spent: number;
}

export interface HoursSize {
  readonly name: "breed" | "midden" | "smal";
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Every how many months a label stands under the chart, counted back from the last. */
  readonly labelStep: number;
}

/** Three drawings, for wide, middle and narrow screens; the stylesheet shows one of them. */
export const HOURS_SIZES: readonly HoursSize[] = [
  { name: "breed", width: 1120, height: 340, left: 52, right: 10, top: 14, bottom: 34, labelStep: 1 },
  { name: "midden", width: 680, height: 300, left: 50, right: 10, top: 14, bottom: 34, labelStep: 1 },
  { name: "smal", width: 288, height: 240, left: 42, right: 4, top: 12, bottom: 28, labelStep: 2 },
];

export interface HoursGeometry {
  /** From below; the last one lies above everything that is drawn. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  readonly columns: readonly HoursColumn[];
  readonly spentPath: string;
}

interface HoursColumn {
  readonly key: string;
  readonly x: number;
  readonly width: number;
  readonly centre: number;
  readonly certainTop: number;
  readonly rangeTop: number;
  readonly hasLabel: boolean;
}

const TICKS = 4;
const COLUMN_SHARE = 0.5;

export function hoursGeometry(points: readonly HoursPoint[], size: HoursSize): HoursGeometry {
  const most = Math.max(1, ...points.map(({ savedMax, spent }) => Math.max(savedMax, spent)));
  const step = niceStep(most / TICKS);
  const end = step * Math.ceil(most / step);
  const base = size.height - size.bottom;
  const yOf = (hours: number): number => round(base - ((base - size.top) * hours) / end);
  const slot = (size.width - size.left - size.right) / Math.max(1, points.length);
  const startOf = (index: number): number => round(size.left + index * slot);
  return {
    ticks: Array.from({ length: Math.round(end / step) + 1 }, (_, index) => ({
      value: index * step,
      y: yOf(index * step),
    })),
    columns: points.map(({ key, savedMin, savedMax }, index) => ({
      key,
      x: round(startOf(index) + (slot * (1 - COLUMN_SHARE)) / 2),
      width: round(slot * COLUMN_SHARE),
      centre: round(startOf(index) + slot / 2),
      certainTop: yOf(savedMin),
      rangeTop: yOf(savedMax),
      hasLabel: (points.length - 1 - index) % size.labelStep === 0,
    })),
    spentPath: points
      .map(({ spent }, index) => `${index === 0 ? "M" : "L"}${startOf(index)} ${yOf(spent)}H${startOf(index + 1)}`)
      .join(""),
  };
}

/** 1, 2 or 5 times a power of ten: numbers that people read at a glance. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((one) => one * power >= least) ?? 10;
  return Math.max(1, factor * power);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
