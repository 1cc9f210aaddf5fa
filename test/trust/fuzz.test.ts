import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { buildOpenapi } from "../../services/api/src/openapi/build-openapi.js";
import { ALL_ROUTES } from "../../services/api/src/routes/all-routes.js";
import { checkAgainst, type OpenapiDocument, openSchemas } from "../api/check-described.js";
import { type FuzzFigures, measureFuzz } from "./fuzz/measure-fuzz.js";
import { operationsOf, requestsOf } from "./fuzz/requests-of.js";
import { valuesOf } from "./fuzz/values-of-schema.js";

/** The bench sends five hundred requests to each operation as each caller; here enough to see that nothing stands open. */
const REQUESTS = 8;
const SEED = 7;

const document = JSON.parse(JSON.stringify(buildOpenapi(ALL_ROUTES))) as OpenapiDocument;
const means = { schemas: document.components.schemas, known: { themaId: ["huurtoeslag"] }, mark: "kanarie" };

describe("whatever is sent", () => {
  let found: FuzzFigures;
  beforeAll(async () => {
    found = await measureFuzz({ requests: REQUESTS, seed: SEED, rawOperations: 2 });
    // A thousand requests one after another; a busy machine takes its time.
  }, 1_200_000);

  it("is never answered with a failure of ours", () => {
    expect(found.failures).toEqual([]);
  });

  it("is answered as the interface describes", () => {
    expect(found.breaks).toEqual([]);
  });

  it("is not repeated when it comes from a note", () => {
    expect(found.echoes).toEqual([]);
  });

  it("reaches what lies behind the checks", () => {
    // A few need several things right at once, which so few requests may not bring.
    expect(found.unreached.length).toBeLessThan(found.operations / 3);
    expect(found.requests).toBe(found.operations * 5 * REQUESTS);
  });
});

describe("the fuzzer", () => {
  it.each(operationsOf(document).map((operation) => [operation.operation.operationId, operation] as const))(
    "makes values for %s that its schemas let through, the same ones for the same seed",
    (_id, operation) => {
      const validate = openSchemas(document);
      const { parameters, requestBody } = operation.operation;
      const schemas = [...parameters, ...Object.values(requestBody?.content ?? {})].map(({ schema }) => schema);
      for (const schema of schemas) {
        for (const value of fc.sample(valuesOf(schema, means), { numRuns: 30, seed: SEED }))
          expect(validate(schema, value)).toBeUndefined();
      }
      const twice = [1, 2].map(() => fc.sample(requestsOf(operation, means), { numRuns: 20, seed: SEED }));
      expect(twice[0]).toEqual(twice[1]);
    },
  );

  it("refuses a schema that it makes no values of", () => {
    expect(() => valuesOf({ allOf: [] }, means)).toThrow(/makes no values/);
  });

  it("holds answers against a check that sees a wrong status, kind, header and body", () => {
    const check = checkAgainst(document);
    const headers = new Headers({ "content-type": "application/json", "api-version": "1.0.0" });
    const answer = { status: 200, headers, body: { voorstellen: [], volgende: null } };
    expect(check("GET", "/v1/voorstellen", answer)).toBeUndefined();
    expect(check("GET", "/v1/voorstellen", { ...answer, status: 418 })).toContain("418");
    expect(
      check("GET", "/v1/voorstellen", { ...answer, body: { ...answer.body, voorstellen: [{ id: 7 }] } }),
    ).toContain("/voorstellen/0");
    expect(check("GET", "/v1/voorstellen", { ...answer, body: { ...answer.body, meer: 1 } })).toContain("additional");
    expect(check("GET", "/v1/voorstellen", { ...answer, headers: new Headers() })).toContain("not described");
    const versionless = new Headers({ "content-type": "application/json" });
    expect(check("GET", "/v1/voorstellen", { ...answer, headers: versionless })).toContain("API-Version");
  });
});
