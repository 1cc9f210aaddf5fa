import fc from "fast-check";
import type { OpenapiDocument, Operation } from "../../api/check-described.js";
import { hostileKeys, hostileTexts, hostileValues, spoiled } from "./hostile-values.js";
import { type ValueMeans, valuesOf } from "./values-of-schema.js";

/** A request as it goes over the line. */
export interface FuzzRequest {
  readonly method: string;
  /** With its query, percent-encoded. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: Buffer;
  /** How each part was made, for who looks for a failure. */
  readonly made: string;
}

export interface FuzzOperation {
  readonly method: string;
  readonly template: string;
  readonly operation: Operation;
}

export function operationsOf(document: OpenapiDocument): FuzzOperation[] {
  return Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), template, operation })),
  );
}

/**
 * Requests for an operation from its own description: half of them right in every part, so that what lies behind the checks is
 * reached, and half with a part that is wrong.
 */
export function requestsOf(
  { method, template, operation }: FuzzOperation,
  means: ValueMeans,
): fc.Arbitrary<FuzzRequest> {
  const right = fc.record({
    path: pathsOf(template, operation, means),
    query: queriesOf(operation, means),
    headers: fc.constant<FuzzRequest["headers"]>({}),
    payload: rightPayloads(operation, means),
  });
  const wrong = fc.record({
    path: fc.oneof({ weight: 3, arbitrary: pathsOf(template, operation, means) }, wrongPaths(template, means.mark)),
    query: fc.oneof({ weight: 2, arbitrary: queriesOf(operation, means) }, wrongQueries(operation, means.mark)),
    headers: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, pollutedHeaders),
    payload: fc.oneof(
      { weight: 1, arbitrary: rightPayloads(operation, means) },
      {
        weight: 3,
        arbitrary: wrongPayloads(operation, means),
      },
    ),
  });
  const toRequest =
    (kind: string) =>
    ({ path, query, headers, payload }: Parts): FuzzRequest => ({
      method,
      path: path + (query === "" ? "" : `?${query}`),
      headers: { ...(payload && { "content-type": payload.type }), ...headers },
      ...(payload && { body: payload.body }),
      made: `${kind}${payload === undefined ? "" : `, body ${payload.made}`}`,
    });
  return fc.oneof(right.map(toRequest("right")), wrong.map(toRequest("wrong")));
}

interface Parts {
  readonly path: string;
  readonly query: string;
  readonly headers: FuzzRequest["headers"];
  readonly payload: Payload | undefined;
}

interface Payload {
  readonly type: string;
  readonly body: Buffer;
  readonly made: string;
}

function pathsOf(template: string, { parameters }: Operation, means: ValueMeans): fc.Arbitrary<string> {
  const inPath = parameters.filter((parameter) => parameter.in === "path");
  return fc
    .tuple(...inPath.map(({ name, schema }) => valuesOf(schema, means, name)))
    .map((values) =>
      inPath.reduce((path, { name }, at) => path.replace(`{${name}}`, encode(String(values[at]))), template),
    );
}

/** A parameter that is hostile, percent-encoding that is wrong, and the path itself bent. */
function wrongPaths(template: string, mark: string): fc.Arbitrary<string> {
  const filled = (value: string): string => template.replace(/\{\w+\}/g, value);
  return fc.oneof(
    hostileTexts.map((text) => filled(encode(text))),
    hostileTexts.map((text) => filled(encode(mark + text))),
    fc.constantFrom("%", "%zz", "%c0%ae", "%ff", "%00", "%2F", "%2e%2e%2f", "..", ".", "%252e", "a;b=c").map(filled),
    fc.constantFrom(
      `${filled("x")}/`,
      `/${filled("x")}`,
      filled("x").toUpperCase(),
      filled("x").replace("/v1/", "/v1//"),
      filled("x").replace("/v1/", "/V1/"),
      filled("x").replace("/v1/", "/v2/"),
      filled("x").replace("/v1/", "/%76%31/"),
      `${filled("x")}${"/x".repeat(500)}`,
    ),
  );
}

function queriesOf({ parameters }: Operation, means: ValueMeans): fc.Arbitrary<string> {
  const inQuery = parameters.filter((parameter) => parameter.in === "query");
  const fields = inQuery.map(({ name, schema }) => [name, valuesOf(schema, means, name)]);
  return fc
    .record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<unknown>>, { requiredKeys: [] })
    .map((values) =>
      Object.entries(values)
        .map(([name, value]) => `${name}=${encode(String(value))}`)
        .join("&"),
    );
}

/** Parameters twice, as lists and objects, unknown ones, encodings that are wrong, and thousands of them. */
function wrongQueries({ parameters }: Operation, mark: string): fc.Arbitrary<string> {
  const names = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
  const name = fc.oneof(fc.constantFrom(...names, "onbekend"), hostileKeys(mark).map(encode));
  const shape = fc.constantFrom("N=V", "N=V&N=V", "N[]=V", "N[a]=V", "N[__proto__][a]=V", "N", "N=", "=V", "N=V&N[]=V");
  const query = fc
    .tuple(name, shape, hostileTexts)
    .map(([key, form, text]) => form.replaceAll("N", () => key).replaceAll("V", () => encode(text)));
  return fc.oneof(
    { weight: 8, arbitrary: query },
    fc.constantFrom("%", "%zz=1", "a=%ff%fe", "__proto__=1", "&&&", "a=1&".repeat(1_500), `a=${"x".repeat(9_000)}`),
  );
}

const COOKIE = "rodedraad";
const LONG = "x".repeat(4_000);

/** Headers twice, contradictory, overlong or meant for somebody else. None of them makes the answer another one than the interface describes. */
const pollutedHeaders: fc.Arbitrary<FuzzRequest["headers"]> = fc.constantFrom<FuzzRequest["headers"]>(
  { cookie: `${COOKIE}=; ${COOKIE}=a; __proto__=1` },
  { cookie: [`${COOKIE}=a`, `${COOKIE}=b`] },
  { cookie: `${COOKIE}="%00%zz"; ;=;;` },
  { cookie: `a=${LONG}` },
  { authorization: "Bearer" },
  { authorization: "Bearer a b" },
  { authorization: "Basic YTpi" },
  { authorization: `Bearer ${LONG}` },
  { authorization: ["Bearer a", "Bearer b"] },
  { origin: "null" },
  { origin: "https://elders.example" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": ["same-origin", "cross-site"] },
  { host: "elders.example" },
  { "x-forwarded-for": "127.0.0.1, ::1" },
  { "x-forwarded-host": "elders.example", "x-forwarded-proto": "https" },
  { "x-http-method-override": "DELETE" },
  { accept: "application/xml" },
  { "accept-language": LONG },
  { "accept-encoding": "gzip;q=1.0, *;q=0" },
  { "content-encoding": "gzip" },
  { "content-encoding": "br, gzip" },
  { "content-encoding": "onbekend" },
  { "content-type": "text/plain" },
  { "content-type": "application/json; charset=utf-7" },
  { "content-type": "application/json; charset=utf-16" },
  { "content-type": 'application/json; charset="' },
  { "content-type": "application/xml" },
  { "content-type": "multipart/form-data; boundary=" },
  { "content-type": "application/x-www-form-urlencoded" },
  { "content-type": "APPLICATION/JSON;;" },
  { "content-type": "application/jsonx" },
  { expect: "100-continue" },
  { "if-none-match": "*", "if-modified-since": "x" },
  { range: "bytes=0-1" },
  { te: "trailers" },
  { "user-agent": LONG },
  { "x-veel": Array.from({ length: 60 }, (_, at) => String(at)) },
);

function mediaTypesOf({ requestBody }: Operation) {
  return Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => ({ type, schema }));
}

/** NDJSON has one value a line, JSON is one value. */
const written = (type: string, value: unknown): string =>
  type === "application/x-ndjson" ? `${JSON.stringify(value)}\n`.repeat(2) : JSON.stringify(value);

function rightPayloads(operation: Operation, means: ValueMeans): fc.Arbitrary<Payload | undefined> {
  const types = mediaTypesOf(operation);
  if (types.length === 0) return fc.constant(undefined);
  const payloads = types.map(({ type, schema }) =>
    valuesOf(schema, means).map((value) => ({ type, body: Buffer.from(written(type, value)), made: "right" })),
  );
  return fc.oneof(...payloads);
}

function wrongPayloads(operation: Operation, means: ValueMeans): fc.Arbitrary<Payload | undefined> {
  const types = mediaTypesOf(operation);
  // A body where none is asked for.
  if (types.length === 0)
    return fc.constantFrom(undefined, { type: "application/json", body: Buffer.from("{}"), made: "unasked" });
  const { mark } = means;
  const payloads = types.flatMap(({ type, schema }) => {
    const right = valuesOf(schema, means);
    const off = spoiled(right, mark).map((value) => ({ value: written(type, value) ?? "", made: "spoiled" }));
    const wild = hostileValues(mark).map((value) => ({ value: written(type, value) ?? "", made: "wild" }));
    const broken = fc
      .tuple(right, brokenTexts)
      .map(([value, spoil]) => ({ value: spoil(written(type, value), mark), made: "broken" }));
    return [
      { weight: 5, arbitrary: off },
      { weight: 1, arbitrary: wild },
      { weight: 2, arbitrary: broken },
    ].map(({ weight, arbitrary }) => ({
      weight,
      arbitrary: arbitrary.map(({ value, made }) => ({ type, body: toBytes(value), made })),
    }));
  });
  return fc.oneof(...payloads);
}

const toBytes = (value: string | Buffer): Buffer => (typeof value === "string" ? Buffer.from(value) : value);

type BreakText = (text: string, mark: string) => string | Buffer;

/** What is no JSON, or JSON that says the same thing twice. */
const brokenTexts: fc.Arbitrary<BreakText> = fc.constantFrom<BreakText>(
  (text) => text.slice(0, Math.floor(text.length / 2)),
  (text) => `${text}}`,
  (text) => `${text}${text}`,
  (text) => `\uFEFF${text}`,
  (text) => text.replace(/"/g, "'"),
  (text) => text.replace("{", '{"__proto__":{"a":1},'),
  (text) => text.replace("{", '{"constructor":1,"constructor":2,'),
  (text) => `${text}\u0000`,
  (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0xc0])]),
  (text) => Buffer.from(text, "utf16le"),
  (_text, mark) => mark,
  (_text, mark) => `{"${mark}`,
  () => "",
  () => " ",
  () => "NaN",
  () => "1e999",
  () => "[".repeat(5_000),
  () => `${"[".repeat(2_000)}${"]".repeat(2_000)}`,
  () => `{"a":${"[".repeat(500)}${"]".repeat(500)}}`,
  () => JSON.stringify(Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`veld ${at}`, at]))),
);

/** A lone surrogate has no percent-encoding; what JavaScript makes of it in UTF-8 does. */
function encode(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString());
}
