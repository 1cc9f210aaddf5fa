import { surpriseOf } from "./theme-rules.js";

/**
 * How many unknown questions each area asks, week by week, and whether that is more than usual. A new subject in one wijk shows as
 * unknown questions there before any word does.
 */
const WINDOW_WEEKS = 4;
const HISTORY_WEEKS = 52;
/** Without this much history nothing is known to be usual. */
const HISTORY_WEEKS_MIN = 8;

export class AreaHeat {
  readonly #byArea = new Map<number, Map<number, number>>();
  readonly #total = new Map<number, number>();
  #all = 0;
  #firstWeek = Number.POSITIVE_INFINITY;

  add(area: number, week: number, sign: 1 | -1): void {
    const weeks = this.#byArea.get(area) ?? new Map<number, number>();
    this.#byArea.set(area, weeks);
    weeks.set(week, (weeks.get(week) ?? 0) + sign);
    this.#total.set(area, (this.#total.get(area) ?? 0) + sign);
    this.#all += sign;
    this.#firstWeek = Math.min(this.#firstWeek, week);
  }

  /** Takes back one question of a week, if any is left there. */
  cool(area: number, week: number): void {
    if ((this.#byArea.get(area)?.get(week) ?? 0) > 0) this.add(area, week, -1);
  }

  /** Surprise (nats) of the area's last four weeks against its weeks before; 0 while little is known. */
  surpriseOf(area: number, week: number): number {
    const from = Math.max(this.#firstWeek, week - HISTORY_WEEKS);
    const weeks = week - WINDOW_WEEKS - from + 1;
    if (weeks < HISTORY_WEEKS_MIN) return 0;
    const recent = this.#sum(area, week - WINDOW_WEEKS + 1, week);
    const before = this.#sum(area, from, week - WINDOW_WEEKS);
    return surpriseOf(recent, (WINDOW_WEEKS * before) / weeks);
  }

  /** The area's share of all unknown questions without a theme. */
  shareOf(area: number): number {
    return ((this.#total.get(area) ?? 0) + 1) / (this.#all + this.#byArea.size + 1);
  }

  /** Area, week and count, three numbers a cell, to be saved. */
  cells(): number[] {
    return [...this.#byArea].flatMap(([area, weeks]) => [...weeks].flatMap(([week, count]) => [area, week, count]));
  }

  restore(cells: ArrayLike<number>): void {
    for (let at = 0; at < cells.length; at += 3) {
      const [area, week, count] = [cells[at] as number, cells[at + 1] as number, cells[at + 2] as number];
      this.#byArea.set(area, (this.#byArea.get(area) ?? new Map()).set(week, count));
      this.#total.set(area, (this.#total.get(area) ?? 0) + count);
      this.#all += count;
      this.#firstWeek = Math.min(this.#firstWeek, week);
    }
  }

  #sum(area: number, from: number, to: number): number {
    let sum = 0;
    for (let week = from; week <= to; week++) sum += this.#byArea.get(area)?.get(week) ?? 0;
    return sum;
  }
}
