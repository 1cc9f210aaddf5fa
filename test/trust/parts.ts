import type { FigureRow } from "../quality/figure-row.js";
import { measureAccess } from "./access.js";
import { measureAudit } from "./audit.js";
import { erasure } from "./erasure.js";
import { measureExports } from "./exports.js";
import { fuzz } from "./fuzz.js";
import { measureGate } from "./gate.js";
import { measureGateFaults } from "./gate-faults.js";
import { leaks } from "./leaks.js";
import { measureLinks } from "./links.js";
import { measurePartnerContent } from "./partner-content.js";
import { measureRelease } from "./release.js";
import { measureSecrets } from "./secrets.js";
import { measureUploads } from "./uploads.js";
import { measureWebhooks } from "./webhooks.js";

/** The parts of `npm run bench:trust`, each named after the promises that it measures. */
export const PARTS: Readonly<Record<string, () => FigureRow[] | Promise<FigureRow[]>>> = {
  gate: measureGate,
  "gate-faults": measureGateFaults,
  release: measureRelease,
  access: measureAccess,
  "partner-content": () => measurePartnerContent(),
  links: measureLinks,
  uploads: measureUploads,
  exports: measureExports,
  webhooks: measureWebhooks,
  erasure,
  fuzz,
  leaks,
  audit: measureAudit,
  secrets: measureSecrets,
};
