import { randomBytes } from "node:crypto";
import { PARTNER_LINK_PATH } from "@rode-draad/contracts";
import { publicFolder } from "@rode-draad/ui";
import express, { type Router } from "express";
import { sameOriginOnly } from "./http/same-origin-only.js";
import { securityHeaders } from "./http/security-headers.js";
import { errorPage, type FaultReporter, lastResort, notFound } from "./http/send-error.js";
import { STYLE_FOLDER } from "./http/send-page.js";
import { about } from "./routes/about/route.js";
import { changes } from "./routes/changes/route.js";
import { importForm, importResult, importUpload } from "./routes/import/route.js";
import { note, release, withdraw } from "./routes/note/route.js";
import { overview } from "./routes/overview/route.js";
import { partnerPages } from "./routes/partner/route.js";
import { decide } from "./routes/proposal/decide.js";
import { proposal } from "./routes/proposal/route.js";
import { proposals } from "./routes/proposals/route.js";
import { releaseReport } from "./routes/report/release.js";
import { report, reportFile } from "./routes/report/route.js";
import { editLetter, previewLetter, sendLetter } from "./routes/request/route.js";
import { correct } from "./routes/theme/correct.js";
import { theme } from "./routes/theme/route.js";
import { themes } from "./routes/themes/route.js";
import { askUndo, undo } from "./routes/undo/route.js";
import type { WebTools } from "./web-tools.js";

export interface WebOptions {
  /** Today as `YYYY-MM-DD`; a request proposes days after it. */
  readonly today: () => string;
  /** Called once for each fault that a page shows. */
  readonly reportFault: FaultReporter;
  /** Largest file that may be uploaded. */
  readonly uploadBytesMax?: number;
}

/** Four years of notes of a large team; the intake streams, so this bounds time and not memory. */
const UPLOAD_BYTES_MAX = 256 * 1024 * 1024;

/** A form here is a few short lines. */
const FORM_LIMIT = "16kb";

/** But for a pasted note: 200,000 characters, each written as up to nine in a form. */
const PASTED_LIMIT = "2mb";

/** The pages as one router. GET never acts; what acts is a POST from one of our own pages, followed by a redirect. */
export function createWeb(tools: WebTools, options: WebOptions): Router {
  const { today, reportFault, uploadBytesMax = UPLOAD_BYTES_MAX } = options;
  const router = express.Router({ strict: true });
  const form = express.urlencoded({ extended: false, limit: FORM_LIMIT });
  const pasted = express.urlencoded({ extended: false, limit: PASTED_LIMIT });

  router.use(STYLE_FOLDER, express.static(publicFolder, { immutable: true, index: false, maxAge: "365d" }));
  router.use(securityHeaders);
  // Before everything that asks who somebody is: the link in the letter is all that a partner has.
  router.use(PARTNER_LINK_PATH.slice(0, -1), partnerPages(tools, { today, form, reportFault, newReference }));
  router.use(sameOriginOnly);

  router.get("/", overview(tools));
  router.get("/themas", themes(tools));
  router.get("/themas/:id", theme(tools));
  router.post("/themas/:id/correcties", form, correct(tools));
  router.get("/wijzigingen", changes(tools));
  router.get("/wijzigingen/:id", askUndo(tools));
  router.post("/wijzigingen/:id/ongedaan", form, undo(tools));
  router.get("/voorstellen", proposals(tools));
  router.get("/voorstellen/:id", proposal(tools));
  router.post("/voorstellen/:id/besluit", form, decide(tools));
  router.post("/voorstellen/:id/brief", form, previewLetter(tools, today));
  router.post("/voorstellen/:id/aanpassen", form, editLetter(tools));
  router.post("/voorstellen/:id/aanvraag", form, sendLetter(tools, today));
  router.get("/maandrapport", report(tools));
  router.get(/^\/maandrapport\.(?<extension>csv|json|xlsx|html)$/, reportFile(tools));
  router.post("/maandrapport/vrijgave", form, releaseReport(tools));
  router.get("/invoer", importForm(tools));
  router.post("/invoer", importUpload(tools, uploadBytesMax));
  router.get("/invoer/:id", importResult(tools));
  router.get("/notities", note(tools));
  router.post("/notities/vrijgave", pasted, release(tools));
  router.post("/notities/intrekking", form, withdraw(tools));
  router.get("/over", about(tools));

  router.use(notFound(tools));
  router.use(errorPage(tools, reportFault, newReference), lastResort);
  return router;
}

/** "RD-7Q4K": short enough to read out over the telephone, without letters that sound or look alike. */
function newReference(): string {
  const letters = "234679ACDEFHJKMNPQRTUVWXYZ";
  return `RD-${[...randomBytes(4)].map((byte) => letters[byte % letters.length]).join("")}`;
}
