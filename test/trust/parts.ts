import type { FigureRow } from "../quality/figure-row.js";
import { measureAccess } from "./access.js";

/** The parts of `npm run bench:trust`, each named after the promises that it measures. */
export const PARTS: Readonly<Record<string, () => FigureRow[] | Promise<FigureRow[]>>> = {
  access: measureAccess,
};
