import { once } from "node:events";
import { createServer } from "node:http";
import { openAccess, openOutsideProvider } from "@rode-draad/access";
import { createApi, createHealthTools, createStoreTools, recorded, type StoreToolsMeans } from "@rode-draad/api";
import type { Actor } from "@rode-draad/domain";
import { createGate, type Gate } from "@rode-draad/privacy";
import { actAs, publicAddress } from "@rode-draad/runtime";
import { createWeb, QUEUE_BOARD_PATH } from "@rode-draad/web";
import express, { type Express, type RequestHandler } from "express";
import { auditAccess } from "./access/audit-access.js";
import { storeAccess } from "./access/store-access.js";
import { openHeldUploads } from "./door/held-uploads.js";
import { type Door, dutchDay, openDoor } from "./door/receive-notes.js";
import { fairPriority } from "./fair-priority.js";
import type { Product } from "./open-product.js";
import { partnerTools } from "./partners/partner-page.js";
import { requireRoom } from "./require-room.js";
import { eraseOnRequest, previewErasure } from "./retention/erase.js";
import { auditWebTools } from "./views/audit-web-tools.js";
import { createWebTools } from "./views/create-web-tools.js";
import { outsideFrame } from "./views/frame/frame-tools.js";
import { watchProgress } from "./watch-progress.js";

/** A running server. */
export interface Serving {
  /** Where it answers, such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Takes no new request and ends the open ones. */
  close(): Promise<void>;
}

export interface ServeOptions {
  /** For the demo: who a browser on this very machine is without signing in. */
  readonly whoIsHere?: Actor;
  /** Calls a minute from one caller or place, for API and partners' links; a test that sends more says so. */
  readonly callsMax?: number;
}

/** The machine itself and private networks, where a proxy or a container's gateway stands. */
const TRUSTED_PROXIES = "loopback, uniquelocal";

/** What a refused page is in the log; the id says what was to be done there. */
const OPEN_PAGE = { action: "open-page", subject: "page" } as const;

/** The API and the pages as one application, without listening. */
function createApplication(
  product: Product,
  gate: Gate,
  door: Door,
  address: string,
  { queueBoard, ...options }: ServeOptions & { readonly queueBoard?: RequestHandler },
): Express {
  const { store, municipalityId, catalogue, clock, queue, configuration, logger } = product;
  const { hints } = queue;
  const means: StoreToolsMeans = {
    db: store.db,
    municipalityId,
    accessPolicy: configuration.accessPolicy,
    catalogue,
    clock,
    gate,
    receiveNotes: async (source, onOutcome) => (await door.receive(source, { onOutcome })).summary,
    audit: product.audit,
    idOf: door.idOf,
    hash: door.hash,
    today: () => dutchDay(clock()),
    dayOf: dutchDay,
    erase: (target, { dryRun }) =>
      dryRun === true ? previewErasure(product, target) : eraseOnRequest(product, target),
    enqueueQuestions: async (payload) => hints.enqueue("questions", payload, { priority: await fairPriority(product) }),
    enqueueDelivery: (payload) => hints.enqueue("delivery", payload, { dedupeId: payload.requestId }),
    enqueueMessage: (payload) => hints.enqueue("messages", payload, { dedupeId: payload.messageId }),
    enqueueTrends: (payload) => hints.enqueue("trends", payload),
    enqueueProposals: (payload) => hints.enqueue("proposals", payload),
    queueHealth: () => queue.health(),
    requireRoom: () => requireRoom(product),
  };
  const { whoIsHere, ...limits } = options;
  const opened = openAccess(
    storeAccess(product, (ref) => door.hash("professional", ref)),
    {
      clock,
      isSecure: configuration.publicUrl !== undefined,
      // The demo holds invented notes only.
      secondFactor: whoIsHere === undefined ? configuration.secondFactor : "nobody",
      ...(configuration.apiToken !== undefined && { apiToken: configuration.apiToken }),
      ...(whoIsHere !== undefined && { whoIsHere }),
    },
  );
  const access = auditAccess(opened, product.audit);
  const { accessPolicy, signInProvider } = configuration;
  const outsideProvider = signInProvider && {
    outsideProvider: openOutsideProvider({ ...signInProvider, baseUrl: configuration.publicUrl ?? address }),
  };
  const toolsFor = (actor: Actor) => createStoreTools(means, actor);
  const { moves } = watchProgress(product);
  const web = { product, door, uploads: openHeldUploads(clock), moves, address: configuration.publicUrl ?? address };
  const application = express();
  application.disable("x-powered-by");
  // Behind the proxy that gives https, the address of a visitor stands in a header; the limits on tries go by it.
  if (configuration.publicUrl !== undefined) application.set("trust proxy", TRUSTED_PROXIES);
  application.use(
    createApi(toolsFor, createHealthTools({ ...means, moves }), {
      access,
      accessPolicy,
      audit: product.audit,
      logger,
      ...limits,
    }),
  );
  application.use(
    createWeb((actor) => auditWebTools(createWebTools(web, toolsFor(actor), actor), product.audit, actor), {
      access,
      accessPolicy,
      partner: partnerTools(product, (text, declares) => gate.inspect(text, declares)),
      outside: outsideFrame(product),
      ...outsideProvider,
      ...limits,
      today: () => dutchDay(clock()),
      ...(queueBoard !== undefined && { queueBoard }),
      reportRefusal: ({ actor, action: id }) =>
        actAs(actor, () =>
          recorded(
            product.audit,
            OPEN_PAGE,
            async () => {},
            () => ({ id, outcome: "refused", details: { error: "access-denied" } }),
          ),
        ),
      reportFault: ({ error, reference, path }) => logger.error({ err: error, reference, path }, "a page failed"),
    }),
  );
  return application;
}

/** Serves at the configured address. A port that is taken rejects with the system's own error, which names it. */
export async function serveProduct(product: Product, options: ServeOptions = {}): Promise<Serving> {
  const { host, port } = product.configuration;
  const gate = createGate();
  const door = await openDoor(product, { gate });
  const queueBoard = product.configuration.queueBoard ? await product.queue.openBoard(QUEUE_BOARD_PATH) : undefined;
  const server = createServer();
  server.listen(port, host);
  await once(server, "listening");
  const bound = server.address();
  const listening = typeof bound === "object" && bound !== null ? bound.port : port;
  const address = publicAddress({ host, port: listening });
  // The municipality's own sign-in is told the address. Nothing is awaited in between, so no request comes too early.
  server.on(
    "request",
    createApplication(product, gate, door, address, { ...options, ...(queueBoard !== undefined && { queueBoard }) }),
  );
  return {
    address,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
