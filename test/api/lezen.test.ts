import { replaceSignals, replaceThemeReasons, saveReports, upsertEmergentThemes } from "@rode-draad/store";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, catalogue, MUNICIPALITY, NOW, openApi, post, type ServedApi } from "./open-api.js";
import { report, signal } from "./sample-content.js";

let api: ServedApi;
beforeAll(async () => {
  api = await openApi();
  const { db } = api.store;
  const never = [...catalogue.neverThemeIds][0] ?? "";
  await upsertEmergentThemes(
    db,
    MUNICIPALITY,
    ["t-0001", "t-0002"].map((id) => ({
      id,
      terms: ["lift", "trap", "flat"],
      label: "lift, trap, flat",
      firstWeek: "2026-W40",
      cases: 12,
    })),
    NOW,
  );
  await replaceSignals(
    db,
    MUNICIPALITY,
    ["2026-08", "2026-10"],
    [
      signal("s-stad"),
      signal("s-wijk", { areaCode: "WK999901", explanation: { kind: "unexplained" } }),
      signal("s-augustus", { week: "2026-W33" }),
      signal("s-klein", { areaCode: "WK999901", cases: 6, expected: 2 }),
      signal("s-nooit", { themeId: never }),
      signal("s-wijk-en-team", { areaCode: "WK999901", teamCode: "NOORD" }),
      signal("s-ongenoemd", { themeId: "t-0002", kind: "new" }),
      signal("s-nieuw", { themeId: "t-0001", kind: "new" }),
    ],
  );
  await saveReports(db, MUNICIPALITY, { month: "2026-10", content: report(), madeAt: NOW });
  await saveReports(db, MUNICIPALITY, {
    month: "2026-10",
    teamCode: "NOORD",
    content: { ...report(), title: "Team Noord" },
    madeAt: NOW,
  });
  await saveReports(db, MUNICIPALITY, {
    month: "2026-10",
    areaCode: "WK999901",
    content: { ...report(), title: "Sterrenwijk" },
    madeAt: NOW,
  });
});
afterAll(() => api.close());

describe("GET /v1/themas", () => {
  it("200: gives the catalogue and what a report named, with bands and no counts", async () => {
    const answer = await call(api, "GET", "/v1/themas");
    expect(answer.status).toBe(200);
    const { themas } = answer.body as {
      themas: { id: string; samenAanbod: string; cijfers?: object; specialistenroute?: string }[];
    };
    expect(themas.map((theme) => theme.id)).toEqual([...catalogue.themes.map((theme) => theme.id), "t-0001"]);
    expect(themas.find((theme) => theme.id === "huurtoeslag")).toMatchObject({
      samenAanbod: "geschikt",
      cijfers: { nu: { label: "15 tot 24" }, eerder: { reden: expect.any(String) }, richting: "stijgt" },
    });
    for (const theme of themas.filter((candidate) => candidate.samenAanbod === "nooit")) {
      expect(theme).toMatchObject({ specialistenroute: expect.any(String) });
      expect(theme.cijfers).toBeUndefined();
    }
  });

  it("200: names the themes that go along with one, without a number", async () => {
    const answer = await call(api, "GET", "/v1/themas/huurtoeslag");
    expect(answer.body).toMatchObject({ cijfers: { knopen: [{ id: "geldzorgen", naam: "Geldzorgen" }] } });
  });

  it("200: says why the questions of a named theme belong together, and of no other", async () => {
    const reasons = (themeId: string) => ({
      themeId,
      words: ["huurtoeslag"],
      typical: ["kale huur"],
      doubtful: [],
      nearest: { themeId: "huurverhoging-servicekosten", words: ["toeslag"] },
    });
    await replaceThemeReasons(api.store.db, MUNICIPALITY, ["huurtoeslag", "taal-inburgering"].map(reasons));
    expect((await call(api, "GET", "/v1/themas/huurtoeslag")).body).toMatchObject({
      waaromSamen: {
        woorden: ["huurtoeslag"],
        verwant: { id: "huurverhoging-servicekosten", naam: expect.any(String), verschil: ["toeslag"] },
      },
    });
    expect((await call(api, "GET", "/v1/themas/taal-inburgering")).body).not.toHaveProperty("waaromSamen");
  });

  it("200: the nearest theme is where people merged it, and never the theme itself", async () => {
    const nearestOnceIn = async (metThemaId: string) => {
      const person = { reden: "In ons team hoort dit bij elkaar." };
      const merge = { ...person, soort: "samenvoegen", metThemaId };
      const made = await post(api, "/v1/themas/huurverhoging-servicekosten/correcties", merge);
      const { waaromSamen } = (await call(api, "GET", "/v1/themas/huurtoeslag")).body as {
        waaromSamen: { verwant?: { id: string } };
      };
      await post(api, `/v1/correcties/${(made.body as { id: string }).id}/intrekking`, person);
      return waaromSamen.verwant?.id;
    };
    expect(await nearestOnceIn("vervoer")).toBe("vervoer");
    expect(await nearestOnceIn("huurtoeslag")).toBeUndefined();
  });

  it("200 and 404: one theme", async () => {
    expect((await call(api, "GET", "/v1/themas/t-0001")).body).toMatchObject({ herkomst: "nieuw" });
    expect((await call(api, "GET", "/v1/themas/t-0002")).status).toBe(404);
    expect((await call(api, "GET", "/v1/themas/bestaat-niet")).body).toMatchObject({
      status: 404,
      code: "theme-unknown",
    });
    expect((await call(api, "GET", "/v1/themas/a%20b")).status).toBe(400);
  });
});

describe("GET /v1/signalen", () => {
  const ids = async (query: string): Promise<string[]> => {
    const answer = await call(api, "GET", `/v1/signalen${query}`);
    expect(answer.status).toBe(200);
    return (answer.body as { signalen: { id: string }[] }).signalen.map(({ id }) => id).sort();
  };

  it("200: leaves out what is small, never collective, doubly narrowed or not yet named", async () => {
    expect(await ids("")).toEqual(["s-augustus", "s-nieuw", "s-stad", "s-wijk"]);
    expect(await ids("?vanafMaand=2026-10")).toEqual(["s-nieuw", "s-stad", "s-wijk"]);
    expect(await ids("?vanafMaand=2026-10&wijkCode=WK999901")).toEqual(["s-wijk"]);
  });

  it("200: holds no counts", async () => {
    const { text } = await call(api, "GET", "/v1/signalen");
    expect(text).not.toMatch(/\b17\b|6\.5/);
  });

  it("400: all wrong parameters at once", async () => {
    const answer = await call(api, "GET", "/v1/signalen?vanafMaand=oktober&wijkCode=Noord&zoek=jansen");
    expect(answer.status).toBe(400);
    const { errors } = answer.body as { errors: { location: { name: string } }[] };
    expect(errors).toHaveLength(3);
    expect((await call(api, "GET", "/v1/signalen?vanafMaand=2026-10&vanafMaand=2026-09")).status).toBe(400);
  });
});

describe("GET /v1/themarapporten", () => {
  it("200: lists reports, by month, wijk and team", async () => {
    expect((await call(api, "GET", "/v1/themarapporten")).body).toEqual({
      themarapporten: [
        { maand: "2026-10", gemaaktOp: NOW.toISOString(), status: "concept" },
        { maand: "2026-10", wijkCode: "WK999901", gemaaktOp: NOW.toISOString(), status: "concept" },
        { maand: "2026-10", teamCode: "NOORD", gemaaktOp: NOW.toISOString(), status: "concept" },
      ],
    });
    expect((await call(api, "GET", "/v1/themarapporten?team=NOORD&maand=2026-10")).body).toMatchObject({
      themarapporten: [{ teamCode: "NOORD" }],
    });
    expect((await call(api, "GET", "/v1/themarapporten?wijkCode=WK999901")).body).toEqual({
      themarapporten: [{ maand: "2026-10", wijkCode: "WK999901", gemaaktOp: NOW.toISOString(), status: "concept" }],
    });
    expect((await call(api, "GET", "/v1/themarapporten?maand=2026-09")).body).toEqual({ themarapporten: [] });
    expect((await call(api, "GET", "/v1/themarapporten?maand=9")).status).toBe(400);
  });

  it("200, 400 and 404: one report", async () => {
    expect((await call(api, "GET", "/v1/themarapporten/2026-10")).body).toEqual(JSON.parse(JSON.stringify(report())));
    expect((await call(api, "GET", "/v1/themarapporten/2026-10?team=NOORD")).body).toMatchObject({
      title: "Team Noord",
    });
    expect((await call(api, "GET", "/v1/themarapporten/2026-10?wijkCode=WK999901")).body).toMatchObject({
      title: "Sterrenwijk",
    });
    expect((await call(api, "GET", "/v1/themarapporten/2026-10?wijkCode=WK999902")).status).toBe(404);
    expect((await call(api, "GET", "/v1/themarapporten/2026-10?wijkCode=WK999901&team=NOORD")).status).toBe(400);
    expect((await call(api, "GET", "/v1/themarapporten/2026-09")).status).toBe(404);
    expect((await call(api, "GET", "/v1/themarapporten/2026-13")).status).toBe(400);
  });
});
