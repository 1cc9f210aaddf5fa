import type { FigureRow } from "../quality/figure-row.js";
import { measureAudit } from "./audit.js";
import { measureGate } from "./gate.js";
import { measureGateFaults } from "./gate-faults.js";
import { measureRelease } from "./release.js";
import { measureSecrets } from "./secrets.js";

/** The parts of `npm run bench:trust`, each named after the promises that it measures. */
export const PARTS: Readonly<Record<string, () => FigureRow[] | Promise<FigureRow[]>>> = {
  gate: measureGate,
  "gate-faults": measureGateFaults,
  release: measureRelease,
  audit: measureAudit,
  secrets: measureSecrets,
};
