import { saveProposals } from "@rode-draad/store";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAgainst, type OpenapiDocument } from "./check-described.js";
import { call, MUNICIPALITY, NOW, openApi, post, type ServedApi } from "./open-api.js";
import { proposal } from "./sample-content.js";

let api: ServedApi;
beforeAll(async () => {
  api = await openApi();
  await saveProposals(api.store.db, MUNICIPALITY, [proposal("v-1"), proposal("v-2", { careNeeded: true })], NOW);
});
afterAll(() => api.close());

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    "v-1",
    "v-2",
    "2026-10-05",
    "2026-10",
    "WK999901",
    "niet-doen",
    "geen-tijd",
    "oppakken",
    "ja",
    "\u0000",
    "'; drop table",
  ),
);
/** An object with some of the names that the route knows, and values of any kind. */
const bodyOf = (...names: string[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.jsonValue() },
  );

const POSTS: readonly (readonly [string, fc.Arbitrary<unknown>])[] = [
  [
    "/v1/casusnotities",
    bodyOf("bronId", "casusRef", "datum", "team", "wijk", "medewerkerRef", "veiligheid", "nietGebruiken", "tekst"),
  ],
  ["/v1/casusnotities", fc.array(bodyOf("bronId", "datum", "team", "wijk", "tekst"), { maxLength: 5 })],
  ["/v1/voorstellen/v-1/beoordelingen", bodyOf("besluit", "reden", "toelichting", "akkoordTeam")],
  ["/v1/voorstellen/v-2/beoordelingen", bodyOf("besluit", "reden", "toelichting", "akkoordTeam")],
  ["/v1/initiatieven", bodyOf("voorstelId", "akkoordTeam")],
  ["/v1/partneraanvragen", bodyOf("initiatiefId", "organisatieId", "partnerId", "data", "locatie", "contact", "akkoordTeam")],
];
const GETS = ["/v1/themas", "/v1/signalen", "/v1/voorstellen", "/v1/initiatieven", "/v1/themarapporten"];

describe("whatever is sent", () => {
  it("is held against a check that sees a wrong status, kind and body", async () => {
    const answer = await call(api, "GET", "/v1/voorstellen");
    const check = checkAgainst((await call(api, "GET", "/v1/openapi.json")).body as OpenapiDocument);
    expect(check("GET", "/v1/voorstellen", answer)).toBeUndefined();
    expect(check("GET", "/v1/voorstellen", { ...answer, status: 418 })).toContain("418");
    expect(check("GET", "/v1/voorstellen", { ...answer, body: { voorstellen: [{ id: 7 }] } })).toContain("voorstellen");
    expect(check("GET", "/v1/voorstellen", { ...answer, headers: new Headers() })).toContain("not described");
  });

  // Each answer is also held against the OpenAPI document, see `call`.
  it.each(POSTS)("POST %s answers as described, and never with a failure of ours", async (path, body) => {
    await fc.assert(
      fc.asyncProperty(body, async (content) => {
        const answer = await post(api, path, content === undefined ? "" : JSON.stringify(content));
        expect(answer.status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });

  it("GET answers as described for any path and query", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...GETS),
        fc.option(fc.string({ maxLength: 30 })),
        fc.dictionary(
          fc.constantFrom("vanafMaand", "wijkCode", "status", "team", "maand", "x"),
          fc.string({ maxLength: 12 }),
        ),
        async (path, last, query) => {
          const place = last === null ? path : `${path}/${encodeURIComponent(last)}`;
          const answer = await call(api, "GET", `${place}?${new URLSearchParams(query)}`);
          expect(answer.status).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    );
  });
});
