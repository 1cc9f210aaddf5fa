import { randomBytes } from "node:crypto";
import type { Access } from "@rode-draad/access";
import { PARTNER_LINK_PATH } from "@rode-draad/contracts";
import type { Actor } from "@rode-draad/domain";
import { publicFolder } from "@rode-draad/ui";
import compression from "compression";
import express, { type RequestHandler, type Response, type Router } from "express";
import { ALL_ROUTES } from "./all-routes.js";
import type { BodyKind, WebContext } from "./define-route.js";
import { openPageDoor, type PageDoorMeans } from "./http/page-door.js";
import { STYLE_FOLDER } from "./http/render-in-language.js";
import { sameOriginOnly } from "./http/same-origin-only.js";
import { boardHeaders, securityHeaders } from "./http/security-headers.js";
import { errorPage, type FaultReporter, lastResort, notFound } from "./http/send-error.js";
import { QUEUE_BOARD_PATH } from "./routes/operation/page.js";
import { partnerPages } from "./routes/partner/route.js";
import type { FrameView, PartnerTools, WebTools } from "./web-tools.js";

export interface WebOptions extends Omit<WebContext, "uploadBytesMax">, Omit<PageDoorMeans, "access"> {
  readonly access: Access;
  readonly partner: PartnerTools;
  /** Requests a minute from one place for the pages behind links; a test that sends more says so. */
  readonly callsMax?: number;
  /** Called once for each fault that a page shows. */
  readonly reportFault: FaultReporter;
  readonly uploadBytesMax?: number;
  /** Looks into the queue itself, for who may read how the installation does; absent: nobody can. */
  readonly queueBoard?: RequestHandler;
}

/** Some sixty thousand notes. A file waits in memory for its columns; larger ones come in with the command or over the API. */
const UPLOAD_BYTES_MAX = 64 * 1024 * 1024;

/** A form here is a few short lines. */
const FORM_LIMIT = "16kb";

/** But for a pasted note: 200,000 characters, each written as up to nine in a form. */
const PASTED_LIMIT = "2mb";

/**
 * The pages as one router. `toolsFor` gives the tools of one person: what they show is what that person may see. GET never
 * acts; what acts is a POST from one of our own pages, followed by a redirect.
 */
export function createWeb(toolsFor: (actor: Actor) => WebTools, options: WebOptions): Router {
  const context: WebContext = { uploadBytesMax: UPLOAD_BYTES_MAX, ...options };
  const router = express.Router({ strict: true });
  const form = express.urlencoded({ extended: false, limit: FORM_LIMIT });
  const readers: Readonly<Record<BodyKind, readonly RequestHandler[]>> = {
    form: [form],
    pasted: [express.urlencoded({ extended: false, limit: PASTED_LIMIT })],
    upload: [],
    none: [],
  };
  const door = openPageDoor(options);
  const toolsOf = (response: Response): WebTools | undefined => {
    const visitor = door.visitorOf(response);
    return visitor && toolsFor(visitor.actor);
  };
  const frameOf = async (response: Response): Promise<FrameView> =>
    (await toolsOf(response)?.readFrame()) ?? context.outside;

  router.use(compression({ filter: (_request, response) => isPacked(response.getHeader("Content-Type")) }));
  router.use(STYLE_FOLDER, express.static(publicFolder, { immutable: true, index: false, maxAge: "365d" }));
  router.use(securityHeaders);
  // Before everything that asks who somebody is: the link in the letter is all that a partner has.
  router.use(PARTNER_LINK_PATH.slice(0, -1), partnerPages({ ...options, form, newReference }));
  router.use(sameOriginOnly, door.identify);
  for (const route of ALL_ROUTES) {
    const body = readers[route.body ?? "none"];
    if (route.action === "anyone") {
      router[route.method](route.path, ...body, route.handle(context));
      continue;
    }
    const { handle } = route;
    router[route.method](route.path, door.let(route.action), ...body, (request, response, next) => {
      const tools = toolsOf(response);
      if (tools === undefined) throw new Error("A page was reached without going through the door.");
      return handle(tools, context)(request, response, next);
    });
  }
  if (options.queueBoard !== undefined)
    router.use(QUEUE_BOARD_PATH, door.let("operation:manage"), boardHeaders, options.queueBoard);
  router.use(notFound(frameOf));
  router.use(errorPage(frameOf, context.outside, options.reportFault, newReference), lastResort);
  return router;
}

/** Pages and their stylesheet: what streams must not wait for more, and files and fonts are packed already. */
function isPacked(type: unknown): boolean {
  return typeof type === "string" && /^text\/(?:html|css)\b/.test(type);
}

/** "RD-7Q4K": short enough to read out over the telephone, without letters that sound or look alike. */
function newReference(): string {
  const letters = "234679ACDEFHJKMNPQRTUVWXYZ";
  return `RD-${[...randomBytes(4)].map((byte) => letters[byte % letters.length]).join("")}`;
}
