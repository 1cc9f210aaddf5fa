import { z } from "zod";
import type { ObjectSchema, Route } from "../http/define-route.js";
import { problemSchema } from "../http/problem.js";
import { API_VERSION } from "../http/security-headers.js";

type Json = Record<string, unknown>;

/** Problems that every route under /v1 can answer. */
const COMMON_PROBLEMS: readonly number[] = [400, 401, 403, 429, 500, 503];

const PROBLEM_DESCRIPTIONS: Readonly<Record<number, string>> = {
  400: "De invoer klopt niet. Alle fouten staan in het antwoord.",
  401: "De toegangssleutel ontbreekt of klopt niet.",
  403: "Dit mag je niet, of het is niet van jou.",
  404: "Dit bestaat niet.",
  409: "Dit kan nu niet meer.",
  413: "De inhoud is te groot.",
  415: "Dit soort inhoud kennen wij niet.",
  429: "Te veel aanroepen in korte tijd, of te veel notities die nog wachten. In de kop Retry-After staat hoe lang je wacht.",
  500: "Er ging iets mis bij ons.",
  503: "Een onderdeel is even niet bereikbaar. Probeer het later opnieuw.",
};

/** Writes the OpenAPI 3.1 document from the schemas that check the requests. */
export function buildOpenapi(routes: readonly Route[]): Json {
  const components: Json = {};
  const toSchema = (schema: z.ZodType, io: "input" | "output"): Json => toComponent(schema, io, components);
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method]: describeRoute(route, toSchema) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Rode Draad",
      version: API_VERSION,
      description:
        "Casusnotities aanleveren, en lezen welke hulpvragen terugkomen. Getallen zijn altijd een bereik; kleine aantallen tonen wij niet.",
      license: { name: "EUPL-1.2", identifier: "EUPL-1.2" },
      contact: { name: "Beheerder van Rode Draad in je gemeente" },
    },
    servers: [{ url: "/", description: "Deze installatie" }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    security: [{ sleutel: [] }, { sessie: [] }],
    paths,
    components: {
      securitySchemes: {
        sleutel: {
          type: "http",
          scheme: "bearer",
          description: "Een sleutel voor een bronsysteem. De beheerder maakt haar met rodedraad token add.",
        },
        sessie: {
          type: "apiKey",
          in: "cookie",
          name: "__Host-rodedraad",
          description: "Een medewerker die op de pagina's is ingelogd. Alleen een mens corrigeert en beslist.",
        },
      },
      headers: {
        "API-Version": { description: "Versie van deze API.", schema: { type: "string" }, required: true },
      },
      schemas: components,
    },
  };
}

function describeRoute(route: Route, toSchema: (schema: z.ZodType, io: "input" | "output") => Json): Json {
  const problem = toSchema(problemSchema, "output");
  const headers = { "API-Version": { $ref: "#/components/headers/API-Version" } };
  const responses: Record<string, Json> = {};
  for (const [status, { description, schema }] of Object.entries(route.responses)) {
    responses[status] = {
      description,
      headers,
      content: { "application/json": { schema: toSchema(schema, "output") } },
    };
  }
  for (const status of [...COMMON_PROBLEMS, ...(route.problems ?? [])].sort()) {
    const description = PROBLEM_DESCRIPTIONS[status] ?? "Fout.";
    responses[status] = { description, headers, content: { "application/problem+json": { schema: problem } } };
  }
  const bodies = route.ownBody ?? (route.body === undefined ? undefined : { "application/json": route.body });
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    description: route.description,
    parameters: [
      ...describeParameters(route.params, "path", toSchema),
      ...describeParameters(route.query, "query", toSchema),
    ],
    ...(bodies === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              Object.entries(bodies).map(([type, schema]) => [type, { schema: toSchema(schema, "input") }]),
            ),
          },
        }),
    responses,
  };
}

function describeParameters(
  schema: ObjectSchema,
  place: "path" | "query",
  toSchema: (schema: z.ZodType, io: "input" | "output") => Json,
): Json[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const { description, ...rest } = toSchema(field as z.ZodType, "input");
    const required = place === "path" || !z.safeParse(field as z.ZodType, undefined).success;
    return { name, in: place, required, description, schema: rest };
  });
}

/** A schema as JSON Schema. One with a name goes to the components and is referred to. */
function toComponent(schema: z.ZodType, io: "input" | "output", components: Json): Json {
  const { $schema, $defs, ...body } = z.toJSONSchema(schema, {
    target: "draft-2020-12",
    io,
    unrepresentable: "any",
  }) as Json;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, Json>)) {
    components[name] ??= tidy(definition);
  }
  const id = body.id;
  if (typeof id !== "string") return tidy(body) as Json;
  components[id] ??= tidy(body);
  return { $ref: `#/components/schemas/${id}` };
}

/** Points references at the components and drops the names that only served to find them. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key, inner]) => !(key === "id" && typeof inner === "string"));
  return Object.fromEntries(
    entries.map(([key, inner]) => [
      key,
      key === "$ref" && typeof inner === "string" ? inner.replace("#/$defs/", "#/components/schemas/") : tidy(inner),
    ]),
  );
}
