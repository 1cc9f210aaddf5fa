import { STAGE_NAMES } from "@rode-draad/contracts";
import { erase, reconcile, startStages, waitUntilWorkedOut } from "@rode-draad/pipeline";
import { openLogger } from "@rode-draad/runtime";
import { countNotes, listImports, listStaleMonths, readProposal, saveProposals } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildProposal } from "../../workers/5-proposals/test/build-proposal.js";
import { requireRedis } from "../conformance/back-ends.js";
import { type FaultServer, pause, startRedisServer } from "../faults/servers.js";
import { openTown, type Town } from "../settings/open-town.js";

/** A Redis that is gone while the store is there: who leaves work in the store is answered, and the work is done once it is back. */

const API_TOKEN = "Zk39dkQpLw82nVxT";
const PLACE = { datum: "2026-11-02", team: "T1", wijk: "WK000001" };
const TEXT = "Mevrouw vraagt hulp bij het aanvragen van huurtoeslag.";
const FILE = `bronId;datum;team;wijk;tekst\nn9;${PLACE.datum};T1;WK000001;${TEXT}\n`;
const COLUMNS = {
  "kolom-0": "bronId",
  "kolom-1": "datum",
  "kolom-2": "team",
  "kolom-3": "wijk",
  "kolom-4": "tekst",
};
/** Long enough for each queue and worker to try again many times. */
const OUTAGE_MS = 4_000;

const found = await requireRedis();
await found?.stop();

describe.runIf(found !== undefined)("while Redis is gone", () => {
  let redis: FaultServer;
  let town: Town;
  const told: string[] = [];
  const destination = { write: (line: string) => void told.push(JSON.parse(line).msg) };
  const logger = openLogger({ level: "warn", destination });
  const send = async (path: string, content: object) => {
    const headers = { authorization: `Bearer ${API_TOKEN}`, "content-type": "application/json" };
    const response = await fetch(town.address + path, { method: "POST", headers, body: JSON.stringify(content) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const note = (bronId: string) => ({ bronId, casusRef: bronId, tekst: TEXT, ...PLACE });
  const notesStored = () => countNotes(town.product.store.db, town.product.municipalityId);

  beforeAll(async () => {
    redis = (await startRedisServer({ persistent: false })) as FaultServer;
    town = await openTown({}, { logger, environment: { REDIS_URL: redis.url, API_TOKEN } });
    await startStages(town.product, STAGE_NAMES);
    const { store, municipalityId, clock } = town.product;
    expect(await send("/v1/casusnotities", note("n0"))).toMatchObject({ status: 201 });
    await saveProposals(store.db, municipalityId, [buildProposal("p1")], clock());
    await waitUntilWorkedOut(town.product);
    await redis.kill();
  });
  afterAll(async () => {
    await town?.close();
    await redis?.remove();
  });

  it("notes that are sent are stored and accepted as always", async () => {
    const accepted = { status: 201, body: { resultaten: [{ uitkomst: "opgeslagen" }] } };
    for (const bronId of ["n1", "n2"]) expect(await send("/v1/casusnotities", note(bronId))).toMatchObject(accepted);
    expect(await notesStored()).toBe(3);
  });

  it("a file is read in and a decision is taken on the pages", async () => {
    const { location } = await town.post("/invoer", {}, { name: "a.csv", content: FILE });
    expect(await town.post(location, { ...COLUMNS, doe: "lees" })).toMatchObject({ status: 303 });
    const { store, municipalityId } = town.product;
    const openImports = async () =>
      (await listImports(store.db, municipalityId)).filter(({ finishedAt }) => finishedAt === undefined).length;
    await expect.poll(openImports, { timeout: 60_000 }).toBe(0);
    expect(await notesStored()).toBe(4);
    expect(await town.post("/voorstellen/p1/besluit", { besluit: "later" })).toMatchObject({ status: 303 });
    expect((await readProposal(store.db, municipalityId, "p1"))?.state).toBe("later");
  });

  it("nothing is erased, since the queue would go on naming the notes, and the sentence names the queue", async () => {
    const erasing = erase(town.product, { kind: "notes", noteIds: ["whoever"] });
    await expect(erasing).rejects.toMatchObject({
      code: "queue-unreachable",
      retryable: true,
      message: expect.stringContaining("De wachtrij antwoordt niet. Er is niets veranderd."),
    });
  });

  it("one line of the log says so, and one that it is back, after which all is worked out once", async () => {
    await pause(OUTAGE_MS);
    const ofOutage = (): string[] => told.filter((line) => line !== "a request failed");
    expect(ofOutage()).toEqual([expect.stringMatching(/^Redis antwoordt niet op /)]);
    await redis.start();
    await expect.poll(() => told.at(-1), { timeout: 60_000 }).toMatch(/^Redis antwoordt weer op /);
    expect(ofOutage()).toHaveLength(2);
    await reconcile(town.product, { standsStillMs: 0 });
    expect(await waitUntilWorkedOut(town.product)).toEqual({ notes: 0, isReported: true });
    expect(await listStaleMonths(town.product.store.db, town.product.municipalityId)).toEqual([]);
    expect(await town.product.store.db.selectFrom("question").select("note_id").execute()).toHaveLength(4);
  });
});
