import type { ErasureFacts } from "@rode-draad/domain";
import { addMonths } from "@rode-draad/domain";
import { DEFAULT_RELEASE_PARAMETERS, type ReleaseRecord, recordRelease } from "@rode-draad/privacy";
import {
  listOutdatedReports,
  listRefusals,
  listReleases,
  recordErasure,
  saveMonthRelease,
  saveReports,
} from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, call, MUNICIPALITY, NOW, openApi, post, type ServedApi } from "./open-api.js";
import { report } from "./sample-content.js";

let api: ServedApi;

/** Who came in in April must still be there in June: the four quarters together betray the last one. */
const HOUSEHOLDS = { "2026-03": 9, "2026-04": 19, "2026-05": 19, "2026-06": 9 } as const;

beforeAll(async () => {
  api = await openApi();
  let previous: ReleaseRecord | undefined;
  for (const [month, cases] of Object.entries(HOUSEHOLDS)) {
    const context = {
      audience: "team" as const,
      window: { first: addMonths(month, -2), last: month },
      parameters: DEFAULT_RELEASE_PARAMETERS,
      themeFacts: () => ({ collective: "suitable", sensitivity: "laag" }) as const,
      ...(previous !== undefined && { previous }),
    };
    const cell = { themeId: "huurtoeslag", cases, professionals: 5, denominator: 400 };
    const madeWith = { parameters: DEFAULT_RELEASE_PARAMETERS, productVersion: "0.1.0", modelVersion: "2026-10" };
    previous = { ...recordRelease([cell], context), madeWith };
    await saveMonthRelease(api.store.db, MUNICIPALITY, "team", { month, record: previous });
    await saveReports(api.store.db, MUNICIPALITY, { month, content: report(), madeAt: NOW });
  }
});
afterAll(() => api.close());

function release(month: string, gemaaktOp = NOW.toISOString()): Promise<Answer> {
  return post(api, `/v1/themarapporten/${month}/vrijgave`, { gemaaktOp });
}

describe("POST /v1/themarapporten/{maand}/vrijgave", () => {
  it("409: the draft is not the one that was looked at", async () => {
    const answer = await release("2026-05", "2026-11-21T09:00:00Z");
    expect([answer.status, answer.body]).toMatchObject([409, { code: "draft-changed" }]);
    expect(await listReleases(api.store.db, MUNICIPALITY, "team")).toEqual([]);
  });

  it("201: the month and the drafts before it stand fast, and the ledger holds what stood on the page", async () => {
    const answer = await release("2026-05");
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({ maanden: ["2026-03", "2026-04", "2026-05"], vrijgegevenOp: NOW.toISOString() });
    const releases = await listReleases(api.store.db, MUNICIPALITY, "team");
    expect(releases.map(({ month }) => month)).toEqual(["2026-03", "2026-04", "2026-05"]);
    expect(releases[1]).toMatchObject({
      page: { released: [{ themeId: "huurtoeslag", status: "band", band: { label: "15 tot 24" } }] },
      parameters: { caseMinShared: 10 },
      modelVersion: "2026-10",
      productVersion: "0.1.0",
      releasedBy: "Sam de Vries",
      releasedAt: NOW,
    });
    expect(JSON.stringify(releases)).not.toMatch(/anchorCases|"cases"/);
    const { body } = await call(api, "GET", "/v1/themarapporten");
    expect(body).toMatchObject({
      themarapporten: [
        { maand: "2026-06", status: "concept" },
        { maand: "2026-05", status: "vrijgegeven" },
        { maand: "2026-04", status: "vrijgegeven" },
        { maand: "2026-03", status: "vrijgegeven" },
      ],
    });
  });

  it("409: a month is released once", async () => {
    for (const month of ["2026-05", "2026-04"]) {
      const answer = await release(month);
      expect([answer.status, answer.body]).toMatchObject([409, { code: "month-released" }]);
    }
  });

  it("409: a small count would follow from what was released; the refusal is kept and the draft is made anew", async () => {
    const answer = await release("2026-06");
    expect([answer.status, answer.body]).toMatchObject([
      409,
      { code: "release-refused", detail: expect.stringContaining("te berekenen") },
    ]);
    const [refusal] = await listRefusals(api.store.db, MUNICIPALITY, "team");
    expect(refusal).toMatchObject({
      month: "2026-06",
      reason: expect.stringContaining("klein aantal"),
      withhold: { "2026-06": [JSON.stringify(["huurtoeslag", "", ""])] },
      refusedFor: "Sam de Vries",
    });
    const outdated = await listOutdatedReports(api.store.db, MUNICIPALITY);
    expect(outdated.map(({ month }) => month)).toEqual(["2026-06"]);
    expect(await listReleases(api.store.db, MUNICIPALITY, "team")).toHaveLength(3);
  });

  it("404: there is no report of that month, 409: there was one before a released month", async () => {
    expect([(await release("2026-09")).status, (await release("2025-01")).status]).toEqual([404, 409]);
  });

  it("400: somebody says who releases, since it is always who is signed in", async () => {
    const body = { door: "Iemand anders", gemaaktOp: NOW.toISOString() };
    expect((await post(api, "/v1/themarapporten/2026-06/vrijgave", body)).status).toBe(400);
  });
});

const ERASED: ErasureFacts = {
  kind: "case",
  on: "2026-11-22",
  notes: 1,
  quarantined: 0,
  questions: 2,
  monthsRestated: 1,
  proposalsRestated: 0,
  themesRetired: 0,
};

describe("the release ledger", () => {
  it("is only added to, by the program and by who owns the database", async () => {
    const { db, asOwner } = api.store;
    await recordErasure(db, MUNICIPALITY, { facts: ERASED, erasedBy: "system gemeente", erasedAt: NOW });
    for (const [who, refusal] of [
      [db, "permission denied"],
      [asOwner, "only added to"],
    ] as const) {
      await expect(who.updateTable("release_ledger").set({ made_by: "iemand anders" }).execute()).rejects.toThrow(
        refusal,
      );
      await expect(who.deleteFrom("release_ledger").execute()).rejects.toThrow(refusal);
    }
  });
});
