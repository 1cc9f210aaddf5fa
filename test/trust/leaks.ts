import { requirePostgres } from "../conformance/back-ends.js";
import { atMost, type FigureRow, shown } from "../quality/figure-row.js";
import { type LeakFigures, measureLeaks } from "./leaks/measure-leaks.js";
import type { LeakEngine } from "./leaks/open-leak-town.js";

/** P6, second half: nothing leaks sideways. What may stay where stands in `leaks/fields.ts`. */

/** Enough for reports, themes and proposals of their own. */
const NOTES = 1_500;

export async function leaks(): Promise<FigureRow[]> {
  const rows = await onEngine("embedded");
  return (await requirePostgres()) ? [...rows, ...(await onEngine("server"))] : rows;
}

async function onEngine(engine: LeakEngine): Promise<FigureRow[]> {
  const found: LeakFigures = await measureLeaks({ engine, notes: NOTES });
  for (const line of found.leaks) process.stderr.write(`${engine}: ${line}\n`);
  return [
    shown(`P6 ${engine}: fields in which something was planted`, found.fields),
    shown(`P6 ${engine}: planted words, numbers and secrets`, found.planted),
    shown(`P6 ${engine}: places searched`, found.places),
    atMost(`P6 ${engine}: fields that may stay somewhere and were not found there`, 0, found.unseen.length),
    atMost(`P6 ${engine}: finds where something may not stay`, 0, found.leaks.length),
  ];
}
