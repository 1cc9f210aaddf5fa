import type { AuditLog } from "@rode-draad/api";
import { ProductError } from "@rode-draad/domain";
import { inTransaction, listInitiatives, listPartnerRequests, saveProposals } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signedIn } from "../access/signed-in.js";
import { MUNICIPALITY, NOW, openApi, post, type ServedApi } from "../api/open-api.js";
import { proposal } from "../api/sample-content.js";

/** The log goes away between a change and its entry: then there is no change either. */

let isAway = false;
let api: ServedApi;
beforeAll(async () => {
  api = await openApi({}, () => ({ audit: AWAY_AFTERWARDS }));
});
afterAll(() => api.close());

/** The change is made, and then its entry cannot be written. */
const AWAY_AFTERWARDS: AuditLog = {
  list: async () => [],
  record: async () => {},
  recordWithin: (db, work) =>
    inTransaction(db, async (transaction) => {
      const done = await work(transaction);
      if (isAway) throw new ProductError("database-unreachable", "Weg.", { retryable: true });
      return done;
    }),
};

const EVENING = { datum: { dag: "2026-11-22", van: "19:00", tot: "21:00" } };
const OUTCOME = {
  ...{ opkomst: "15-tot-24", geholpen: "ja", zelfVerder: "sommigen", nogEens: "anders" },
  ...{ voorbereidingUren: 8, avondUren: 2.25, collegas: 3 },
};
const REQUEST = {
  data: [{ dag: "2099-01-13", van: "19:00", tot: "21:00" }],
  locatie: "buurthuis",
  contact: { naam: "Noor", functie: "opbouwwerker", team: "Oost", telefoon: "010-1234567", email: "n@oost.example" },
};

/** What a step needs before it: each begins with a proposal of its own that was picked up. */
const HELD = [["uitvoering", { gehoudenOp: "2026-11-22" }]] as const;
const STEPS = [
  ["planning", [], EVENING],
  ["uitvoering", [], { gehoudenOp: "2026-11-22" }],
  ["uitvoering", HELD, { gehoudenOp: null }],
  ["evaluatie", HELD, OUTCOME],
  ["deelname", [], {}],
  ["teruggave", [], {}],
  ["vervolg", HELD, { vorm: "invulmiddag" }],
] as const;

async function everything() {
  const { db } = api.store;
  return [
    await listInitiatives(db, MUNICIPALITY),
    await listPartnerRequests(db, MUNICIPALITY),
    await db.selectFrom("proposal").selectAll().orderBy("id").execute(),
  ];
}

async function whileAway<Result>(work: () => Promise<Result>): Promise<Result> {
  isAway = true;
  try {
    return await work();
  } finally {
    isAway = false;
  }
}

async function pickedUp(id: string): Promise<string> {
  await saveProposals(api.store.db, MUNICIPALITY, [proposal(id, { needKey: id })], NOW);
  const started = await post(api, "/v1/initiatieven", { voorstelId: id });
  return (started.body as { id: string }).id;
}

describe("a change whose entry cannot be written", () => {
  it.each(STEPS.map((step, index) => [`v-${index}`, ...step] as const))(
    "%s: %s is not made, and is made once the log is back",
    async (proposalId, what, before, body) => {
      const id = await pickedUp(proposalId);
      for (const [earlier, with_] of before) await post(api, `/v1/initiatieven/${id}/${earlier}`, with_);
      // Somebody else joins, so that joining changes something.
      const headers =
        what === "deelname" ? await signedIn(api.store.db, MUNICIPALITY, NOW, { name: "Kim" }) : api.headers;
      const act = () => post({ ...api, headers }, `/v1/initiatieven/${id}/${what}`, body);
      const was = await everything();
      expect((await whileAway(act)).status).toBe(503);
      expect(await everything()).toEqual(was);
      expect((await act()).status).toBe(201);
      expect(await everything()).not.toEqual(was);
    },
  );

  it("asks no partner", async () => {
    const initiatiefId = await pickedUp("v-vraag");
    const ask = () => post(api, "/v1/partneraanvragen", { initiatiefId, ...REQUEST });
    const was = await everything();
    expect((await whileAway(ask)).status).toBe(503);
    expect(await everything()).toEqual(was);
    expect((await ask()).status).toBe(201);
  });
});

describe("who does not carry an initiative", () => {
  it("asks no partner for it, also over the API, until they join", async () => {
    const initiatiefId = await pickedUp("v-ander");
    const kim = { ...api, headers: await signedIn(api.store.db, MUNICIPALITY, NOW, { roles: ["community-worker"] }) };
    const ask = () => post(kim, "/v1/partneraanvragen", { initiatiefId, ...REQUEST });
    expect(await ask()).toMatchObject({ status: 409, body: { detail: expect.stringContaining("Doe eerst mee.") } });
    await post(kim, `/v1/initiatieven/${initiatiefId}/deelname`, {});
    expect((await ask()).status).toBe(201);
  });
});
