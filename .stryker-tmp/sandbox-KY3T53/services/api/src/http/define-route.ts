import type { Action, Actor } from "@rode-draad/domain";
import type { Request } from "express";
import type { z } from "zod";
import type { AuditAbout, Audited } from "../audit/recorded.js";
import type { ApiTools } from "../tools/api-tools.js";

/** A route without parameters still has schemas, so that an unknown parameter is an error and not ignored. */
export type ObjectSchema = z.ZodObject;

/** Who asks, and the request itself for a route that reads its own body. */
interface RouteContext {
  readonly actor: Actor;
  readonly request: Request;
}

interface RouteAnswer {
  readonly status: number;
  readonly body: unknown;
  /** What the audit log is told beside the route's own action. */
  readonly about?: AuditAbout;
}

/** What a route says of itself, for the router and for the OpenAPI document. */
interface RouteFacts {
  readonly method: "get" | "post";
  /** With parameters in braces, as in OpenAPI. */
  readonly path: string;
  /** What somebody does who calls this; who may is in the table of domain. */
  readonly action: Action;
  readonly operationId: string;
  /** What a call is in the audit log. */
  readonly audit: Audited;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  /** Answers other than problems, by status. */
  readonly responses: Readonly<Record<number, { readonly description: string; readonly schema: z.ZodType }>>;
  /** Problems that this route can answer beside those that every route has. */
  readonly problems?: readonly number[];
  /** Media types with their schema when the route reads its own body; else the body is JSON and follows `body`. */
  readonly ownBody?: Readonly<Record<string, z.ZodType>>;
}

export interface Route extends RouteFacts {
  readonly params: ObjectSchema;
  readonly query: ObjectSchema;
  readonly body: z.ZodType | undefined;
  /** `input` was checked against the schemas above. */
  run(
    input: { params: unknown; query: unknown; body: unknown },
    tools: ApiTools,
    context: RouteContext,
  ): Promise<RouteAnswer>;
}

interface RouteDefinition<Params extends ObjectSchema, Query extends ObjectSchema, Body extends z.ZodType>
  extends RouteFacts {
  readonly params: Params;
  readonly query: Query;
  readonly body?: Body;
  handle(
    input: { params: z.output<Params>; query: z.output<Query>; body: z.output<Body> },
    tools: ApiTools,
    context: RouteContext,
  ): Promise<RouteAnswer>;
}

/** Ties a handler to its schemas: what it receives is what they let through. */
export function defineRoute<
  Params extends ObjectSchema,
  Query extends ObjectSchema,
  Body extends z.ZodType = z.ZodType,
>(definition: RouteDefinition<Params, Query, Body>): Route {
  const { handle, body, ...facts } = definition;
  return {
    ...facts,
    body,
    run: (input, tools, context) =>
      handle(input as { params: z.output<Params>; query: z.output<Query>; body: z.output<Body> }, tools, context),
  };
}
