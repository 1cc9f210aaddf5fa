import { once } from "node:events";
import { createServer } from "node:http";
import { createApi, createStoreTools } from "@rode-draad/api";
import { withoutLinkToken } from "@rode-draad/contracts";
import { createGate } from "@rode-draad/privacy";
import { createWeb } from "@rode-draad/web";
import express, { type Express } from "express";
import { dutchDay, openDoor } from "./door/receive-notes.js";
import type { Product } from "./open-product.js";
import { erase, previewErasure } from "./retention/erase.js";
import { auditWebTools } from "./views/audit-web-tools.js";
import { createWebTools } from "./views/create-web-tools.js";

/** A running server. */
export interface Serving {
  /** Where it answers, such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Takes no new request and ends the open ones. */
  close(): Promise<void>;
}

/** The API and the pages as one application, without listening. */
async function createApplication(product: Product): Promise<Express> {
  const { store, municipalityId, catalogue, clock, queue, configuration, logger } = product;
  const gate = createGate();
  const door = await openDoor(product, gate);
  const tools = createStoreTools({
    db: store.db,
    municipalityId,
    catalogue,
    clock,
    gate,
    receiveNotes: async (source, onOutcome) => (await door.receive(source, { onOutcome })).summary,
    audit: product.audit,
    idOf: door.idOf,
    hash: door.hash,
    today: () => dutchDay(clock()),
    erase: (target, { dryRun }) => (dryRun === true ? previewErasure(product, target) : erase(product, target)),
    enqueueQuestions: (payload) => queue.enqueue("questions", payload),
    enqueueDelivery: (payload) => queue.enqueue("delivery", payload, { dedupeId: payload.requestId }),
    enqueueTrends: (payload) => queue.enqueue("trends", payload),
    enqueueProposals: (payload) => queue.enqueue("proposals", payload),
    queueHealth: () => queue.health(),
  });
  const application = express();
  application.disable("x-powered-by");
  application.use(
    createApi(tools, { logger, ...(configuration.apiToken !== undefined && { token: configuration.apiToken }) }),
  );
  application.use(
    createWeb(auditWebTools(createWebTools(product, door, tools), product.audit), {
      today: () => dutchDay(clock()),
      reportFault: ({ error, reference, path }) =>
        logger.error({ err: error, reference, path: withoutLinkToken(path) }, "a page failed"),
    }),
  );
  return application;
}

/** Serves at the configured address. A port that is taken rejects with the system's own error, which names it. */
export async function serveProduct(product: Product): Promise<Serving> {
  const { host, port } = product.configuration;
  const server = createServer(await createApplication(product));
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  const listening = typeof address === "object" && address !== null ? address.port : port;
  return {
    address: `http://${host.includes(":") ? `[${host}]` : host}:${listening}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}
