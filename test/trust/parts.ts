import type { FigureRow } from "../quality/figure-row.js";
import { erasure } from "./erasure.js";

/** The parts of `npm run bench:trust`, each named after the promises that it measures. */
export const PARTS: Readonly<Record<string, () => FigureRow[] | Promise<FigureRow[]>>> = { erasure };
