import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { openAccess } from "@rode-draad/access";
import type { Actor } from "@rode-draad/domain";
import { storeAccess } from "@rode-draad/pipeline";
import { ensureMunicipality, type Store } from "@rode-draad/store";
import { openScratchStore } from "@rode-draad/store/testing";
import { createWeb, type WebOptions, type WebTools } from "@rode-draad/web";
import express from "express";
import { sampleWeb } from "./sample-web-tools.js";

export interface ServedWeb {
  readonly url: string;
  readonly faults: unknown[];
  /** Accounts and sessions; what the pages show comes from the sample. */
  readonly store: Store;
  close(): Promise<void>;
}

const MUNICIPALITY = "voorbeeldstad";
const SAM: Actor = {
  kind: "account",
  id: "sam",
  name: "Sam",
  roles: ["team-lead", "case-worker", "community-worker", "administrator"],
  teamCodes: [],
};

/** The pages on a free port of this machine; a browser here is Sam without signing in, as in the demo. */
export async function serveWeb(tools: WebTools, options: Partial<WebOptions> = {}): Promise<ServedWeb> {
  const faults: unknown[] = [];
  const scratch = await openScratchStore();
  const { store } = scratch;
  await ensureMunicipality(store.db, { id: MUNICIPALITY, name: "Voorbeeldstad" });
  const access = openAccess(
    storeAccess({ store, municipalityId: MUNICIPALITY }, (ref) => ref),
    {
      clock: () => new Date(),
      isSecure: false,
      whoIsHere: SAM,
    },
  );
  const app = express();
  app.use(
    createWeb(() => tools, {
      access,
      accessPolicy: "own-team",
      partner: sampleWeb().partner,
      outside: { municipality: "Voorbeeldstad", productVersion: "0.1.0" },
      today: () => "2026-11-22",
      reportFault: ({ error }) => void faults.push(error),
      ...options,
    }),
  );
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, "127.0.0.1", () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    store,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await scratch.drop();
    },
  };
}
