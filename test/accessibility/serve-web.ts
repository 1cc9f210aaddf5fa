import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { hashSecret, newSecret, openAccess } from "@rode-draad/access";
import type { Actor } from "@rode-draad/domain";
import { openAuditLog, storeAccess } from "@rode-draad/pipeline";
import { addAccount, ensureMunicipality, type Store, startSession } from "@rode-draad/store";
import { openScratchStore } from "@rode-draad/store/testing";
import { createWeb, type WebOptions, type WebTools } from "@rode-draad/web";
import express from "express";
import { HALF_WAY } from "./pages.js";
import { sampleWeb } from "./sample-web-tools.js";

export interface ServedWeb {
  readonly url: string;
  readonly faults: unknown[];
  /** Accounts and sessions; what the pages show comes from the sample. */
  readonly store: Store;
  /** Asks for a page as who may see it: some are for who is half way in. */
  open(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The value of the cookie of who is half way in, for a page that is for nobody else. */
  halfWayInto(path: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/** What an app counts codes from, for who is setting one up. */
export const SAMPLE_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

const HOUR_MS = 3_600_000;
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
  const clock = (): Date => new Date();
  const audit = openAuditLog({ db: store.db, municipalityId: MUNICIPALITY, clock, logger: { error() {} } });
  const access = openAccess(
    storeAccess({ store, municipalityId: MUNICIPALITY, audit }, (ref) => ref),
    {
      clock,
      isSecure: false,
      secondFactor: "wide-reach",
      whoIsHere: SAM,
    },
  );
  const app = express();
  app.use(
    createWeb(() => tools, {
      access,
      accessPolicy: "own-team",
      partner: sampleWeb().partner,
      outside: { municipality: "Voorbeeldstad", productVersion: "0.1.0", limits: { households: 10, colleagues: 3 } },
      today: () => "2026-11-22",
      reportFault: ({ error }) => void faults.push(error),
      ...options,
    }),
  );
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, "127.0.0.1", () => resolve(listening));
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const halfWayInto = async (path: string): Promise<string | undefined> => {
    const kind = HALF_WAY[path];
    if (kind === undefined) return undefined;
    const now = new Date();
    const [id, secret] = [newSecret(), newSecret()];
    const invitation = { secretHash: hashSecret(newSecret()), from: now, until: now };
    const account = { id, login: `sam-${id}`, name: "Sam", roles: ["team-lead"], teamCodes: [] } as const;
    await addAccount(store.db, MUNICIPALITY, { ...account, invitation }, now);
    const awaits = kind === "code" ? { kind } : { kind, secret: SAMPLE_SECRET };
    const session = { idHash: hashSecret(secret), accountId: id, endsAt: new Date(now.getTime() + HOUR_MS), awaits };
    await startSession(store.db, MUNICIPALITY, session, now);
    return secret;
  };
  return {
    url,
    faults,
    store,
    halfWayInto,
    async open(path, headers = {}) {
      const secret = await halfWayInto(path);
      const cookie = secret === undefined ? {} : { cookie: `rodedraad=${secret}` };
      return await fetch(url + path, { headers: { ...headers, ...cookie } });
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await scratch.drop();
    },
  };
}
