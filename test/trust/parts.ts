import type { FigureRow } from "../quality/figure-row.js";
import { measureExports } from "./exports.js";
import { measureLinks } from "./links.js";
import { measurePartnerContent } from "./partner-content.js";
import { measureUploads } from "./uploads.js";
import { measureWebhooks } from "./webhooks.js";

/** The parts of `npm run bench:trust`, each named after the promises that it measures. */
export const PARTS: Readonly<Record<string, () => FigureRow[] | Promise<FigureRow[]>>> = {
  links: measureLinks,
  "partner-content": () => measurePartnerContent(),
  uploads: measureUploads,
  exports: measureExports,
  webhooks: measureWebhooks,
};
