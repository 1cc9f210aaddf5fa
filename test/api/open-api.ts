import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { openAccess } from "@rode-draad/access";
import { type ApiOptions, createApi, createHealthTools, createStoreTools, type StoreToolsMeans } from "@rode-draad/api";
import { loadCatalogue } from "@rode-draad/catalogue";
import { importNotes, openSourceReader } from "@rode-draad/intake";
import { type ErasureMeans, erase, openAuditLog, previewErasure, storeAccess } from "@rode-draad/pipeline";
import { createGate } from "@rode-draad/privacy";
import { keyedHash } from "@rode-draad/runtime";
import {
  ensureMunicipality,
  ensureTeams,
  findObjections,
  listAreas,
  listTeams,
  removeNotes,
  type Store,
  saveNotes,
  saveQuarantined,
  startImport,
  upsertAreas,
} from "@rode-draad/store";
import { openScratchStore, type ScratchStore } from "@rode-draad/store/testing";
import { signedIn } from "../access/signed-in.js";
import { type AnswerCheck, checkAgainst, type OpenapiDocument } from "./check-described.js";

export const MUNICIPALITY = "voorbeeldstad";
const POLICY = "own-team" as const;
export const NOW = new Date("2026-11-22T09:00:00Z");
const HASH_KEY = "a test key of more than thirty-two characters";
const IMPORT_ID = "import-of-this-test";

/** The API on a real store with the real gate, served on a port of its own. */
export interface ServedApi {
  readonly url: string;
  readonly store: Store;
  /** What the tools were made of. */
  readonly means: StoreToolsMeans;
  /** What a browser sends along in which somebody with every role is signed in. */
  readonly headers: Readonly<Record<string, string>>;
  /** Notes that were announced to the next stage, and requests to the mailer. */
  readonly noteJobs: string[];
  readonly deliveries: string[];
  close(): Promise<void>;
}

export const catalogue = loadCatalogue();
const gate = createGate();

export async function openApi(
  options: Partial<ApiOptions> & { readonly apiToken?: string; readonly moves?: boolean } = {},
  changes: (store: Store) => Partial<StoreToolsMeans> = () => ({}),
): Promise<ServedApi> {
  const scratch = await openScratchStore();
  const { store } = scratch;
  await ensureMunicipality(store.db, { id: MUNICIPALITY, name: "Voorbeeldstad" });
  await upsertAreas(store.db, MUNICIPALITY, [{ code: "WK999901", name: "Sterrenwijk" }]);
  await ensureTeams(store.db, MUNICIPALITY, [{ code: "NOORD", name: "Team Noord" }]);
  await startImport(store.db, MUNICIPALITY, { id: IMPORT_ID, origin: "api", startedAt: NOW });
  const noteJobs: string[] = [];
  const deliveries: string[] = [];
  const audit = openAuditLog({ db: store.db, municipalityId: MUNICIPALITY, clock: () => NOW, logger: { error() {} } });
  const means: StoreToolsMeans = {
    enqueueProposals: async () => {},
    enqueueTrends: async () => {},
    db: store.db,
    municipalityId: MUNICIPALITY,
    accessPolicy: POLICY,
    catalogue,
    clock: () => NOW,
    gate,
    receiveNotes: receiveNotes(store, noteJobs),
    idOf: async (namespace, value) => keyedHash(HASH_KEY, namespace, value),
    audit,
    hash: (namespace, value) => keyedHash(HASH_KEY, namespace, value),
    today: () => "2026-11-22",
    dayOf: (moment) => moment.toISOString().slice(0, 10),
    enqueueQuestions: async ({ noteIds }) => void noteJobs.push(...noteIds),
    erase: (target, { dryRun }) => (dryRun === true ? previewErasure : erase)(erasureMeans(store), target),
    enqueueDelivery: async ({ requestId }) => void deliveries.push(requestId),
    enqueueMessage: async () => {},
    queueHealth: async () => ({ reachable: true }),
    requireRoom: async () => {},
    ...changes(store),
  };
  const clock = (): Date => NOW;
  const { apiToken, moves = true, ...rest } = options;
  const access = openAccess(
    storeAccess({ store, municipalityId: MUNICIPALITY, audit }, (ref) => ref),
    {
      clock,
      isSecure: false,
      secondFactor: "wide-reach",
      ...(apiToken !== undefined && { apiToken }),
    },
  );
  const headers = await signedIn(store.db, MUNICIPALITY, NOW, { teamCodes: ["NOORD", "T1"] });
  const api = createApi(
    (actor) => createStoreTools(means, actor),
    createHealthTools({ ...means, moves: () => moves }),
    {
      access,
      accessPolicy: POLICY,
      audit: means.audit,
      callsMax: 1_000_000,
      ...rest,
    },
  );
  const server = createServer(api);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return { url, store, means, headers, noteJobs, deliveries, close: () => close(server, scratch) };
}

/** Erasing needs a queue only to tell it what is gone. */
function erasureMeans(store: Store): ErasureMeans {
  const hints = { enqueue: async () => {}, enqueueMany: async () => {} };
  const queue = { hints, isAway: () => false, forgetNotes: async () => {} };
  return { store, queue, municipalityId: MUNICIPALITY, catalogue, clock: () => NOW };
}

async function close(server: Server, scratch: ScratchStore): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await scratch.drop();
}

/** Never opens a thread here: the API takes notes that are parsed already. */
const reader = openSourceReader();

function receiveNotes({ db }: Store, noteJobs: string[]): StoreToolsMeans["receiveNotes"] {
  return async (source, onOutcome) =>
    importNotes(
      source,
      {
        municipalityId: MUNICIPALITY,
        hash: (namespace, value) => keyedHash(HASH_KEY, namespace, value),
        gate,
        reader,
        knownAreas: await listAreas(db, MUNICIPALITY),
        knownTeams: await listTeams(db, MUNICIPALITY),
        async ensurePlaces({ teams, areas }) {
          await ensureTeams(
            db,
            MUNICIPALITY,
            teams.map((code) => ({ code })),
          );
          await upsertAreas(
            db,
            MUNICIPALITY,
            areas.map((code) => ({ code, name: code })),
          );
        },
        findObjections: (ids) => findObjections(db, MUNICIPALITY, ids),
        saveNotes: (notes) => saveNotes(db, MUNICIPALITY, IMPORT_ID, notes, NOW),
        saveQuarantined: (notes) => saveQuarantined(db, MUNICIPALITY, IMPORT_ID, notes, NOW),
        removeNotes: (ids) => removeNotes(db, MUNICIPALITY, ids, NOW),
        enqueueMany: async (_stage, jobs) => void noteJobs.push(...jobs.flatMap(({ noteIds }) => noteIds)),
      },
      { today: "2026-11-22", onOutcome },
    );
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
  readonly text: string;
}

const checks = new WeakMap<ServedApi, Promise<AnswerCheck>>();

async function describedBy(api: ServedApi): Promise<AnswerCheck> {
  const known =
    checks.get(api) ??
    fetch(`${api.url}/v1/openapi.json`).then(async (answer) => checkAgainst((await answer.json()) as OpenapiDocument));
  checks.set(api, known);
  return known;
}

/** Calls the API as somebody who is signed in, unless other headers say who; fails when the answer is not one that the OpenAPI document describes. */
export async function call(api: ServedApi, method: string, path: string, options: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${api.url}${path}`, {
    method,
    ...options,
    headers: { ...api.headers, ...(options.headers as Record<string, string>) },
  });
  const text = await response.text();
  const isJson = text !== "" && /json/.test(response.headers.get("content-type") ?? "");
  const answer = { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text, text };
  const wrong = (await describedBy(api))(method, path, answer);
  if (wrong !== undefined) throw new Error(`${method} ${path} does not answer as the interface says: ${wrong}`);
  return answer;
}

export function post(api: ServedApi, path: string, body: unknown, type = "application/json"): Promise<Answer> {
  const content = typeof body === "string" ? body : JSON.stringify(body);
  return call(api, "POST", path, { body: content, headers: { "content-type": type } });
}
