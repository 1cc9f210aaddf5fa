import type { FigureRow } from "../quality/figure-row.js";
import { measureAudit } from "./audit.js";
import { measureSecrets } from "./secrets.js";

/** The parts of `npm run bench:trust`, each named after the promises that it measures. */
export const PARTS: Readonly<Record<string, () => FigureRow[] | Promise<FigureRow[]>>> = {
  audit: measureAudit,
  secrets: measureSecrets,
};
