import type { Actor } from "@rode-draad/domain";
import { actAs } from "@rode-draad/runtime";
import express, { type Request, type RequestHandler, type Router } from "express";
import type { z } from "zod";
import { recorded } from "../audit/recorded.js";
import type { ApiTools } from "../tools/api-tools.js";
import type { ActorDoor } from "./actor-door.js";
import type { Route } from "./define-route.js";
import { dutchMessage, toInputError } from "./describe-issue.js";
import { type InputError, invalidInput, Problem } from "./problem.js";

/** Decisions and requests are a few lines; a megabyte is more than any of them. */
const JSON_BYTES_MAX = 1024 * 1024;

/** The tools for somebody: what they give back is what this actor may see. */
export type ToolsFor = (actor: Actor) => ApiTools;

/** Puts routes on a router, and answers 405 for the methods that a path does not have. */
export function mountRoutes(router: Router, routes: readonly Route[], door: ActorDoor, toolsFor: ToolsFor): void {
  const methodsByPath = new Map<string, string[]>();
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ":$1");
    methodsByPath.set(path, [...(methodsByPath.get(path) ?? []), route.method.toUpperCase()]);
    router[route.method](path, door.let(route), ...bodyReaders(route), async (request, response) => {
      const actor = door.actorOf(response);
      const tools = toolsFor(actor);
      const work = async () => route.run(readInput(route, request), tools, { actor, request });
      const { status, body } = await actAs(actor, () =>
        recorded(tools.audit, route.audit, work, ({ about }) => about ?? {}),
      );
      response.status(status).type("application/json").send(JSON.stringify(body));
    });
  }
  for (const [path, methods] of methodsByPath) router.all(path, otherMethods(methods));
}

function bodyReaders(route: Route): RequestHandler[] {
  const types = route.ownBody === undefined ? ["application/json"] : Object.keys(route.ownBody);
  if (route.method === "get") return [];
  const check: RequestHandler = (request, _response, next) => {
    const type = request.get("content-type")?.split(";")[0]?.trim().toLowerCase();
    if (type !== undefined && types.includes(type)) return next();
    throw new Problem(415, "unsupported-media-type", `Stuur de inhoud als ${types.join(" of ")}.`);
  };
  if (route.ownBody !== undefined) return [check];
  return [check, express.json({ limit: JSON_BYTES_MAX, strict: false, type: "application/json" })];
}

/** Checks all parts of a request, so that all errors come in one answer. */
function readInput(route: Route, request: Request): { params: unknown; query: unknown; body: unknown } {
  const errors: InputError[] = [];
  const read = (place: InputError["in"], schema: z.ZodType | undefined, value: unknown): unknown => {
    if (schema === undefined) return undefined;
    const result = schema.safeParse(value, { error: dutchMessage, reportInput: true });
    if (result.success) return result.data;
    errors.push(...result.error.issues.map((issue) => toInputError(place, issue)));
    return undefined;
  };
  const input = {
    params: read("path", route.params, request.params),
    query: read("query", route.query, request.query),
    body: read("body", route.body, request.body),
  };
  if (errors.length > 0) throw invalidInput(errors);
  return input;
}

function otherMethods(methods: readonly string[]): RequestHandler {
  const allow = [...methods, ...(methods.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  return (request, response) => {
    if (request.method === "OPTIONS") return void response.status(204).setHeader("Allow", allow).end();
    throw new Problem(405, "method-not-allowed", `Gebruik hier ${allow}.`, { headers: { Allow: allow } });
  };
}
