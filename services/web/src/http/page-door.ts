import type { Access, Visitor } from "@rode-draad/access";
import { type AccessPolicy, type Action, type Actor, requireMay } from "@rode-draad/domain";
import type { RequestHandler, Response } from "express";
import { wordedError } from "../messages/worded-error.js";
import { wordsOf } from "../messages/words-of.js";

/** Finds out who asks for a page, and lets through who may. */
export interface PageDoor {
  /** Stands before all pages. */
  readonly identify: RequestHandler;
  let(action: Action): RequestHandler;
  /** Undefined: not signed in. */
  visitorOf(response: Response): Visitor | undefined;
}

/** Called for each page that somebody may not open, before the refusal is shown. What is opened, its tools write down. */
type RefusalReporter = (refusal: { readonly actor: Actor; readonly action: Action }) => Promise<void>;

export interface PageDoorMeans {
  readonly access: Pick<Access, "visitorOf">;
  readonly accessPolicy: AccessPolicy;
  readonly reportRefusal?: RefusalReporter;
}

/**
 * Who is not signed in is led to the page for it and back afterwards; a form that comes without a session is refused, since
 * what was filled in cannot be kept for somebody unknown.
 */
export function openPageDoor({ access, accessPolicy, reportRefusal }: PageDoorMeans): PageDoor {
  const visitors = new WeakMap<Response, Visitor>();
  return {
    identify: async (request, response, next) => {
      const visitor = await access.visitorOf(request);
      if (visitor !== undefined) visitors.set(response, visitor);
      next();
    },
    let: (action) => async (request, response, next) => {
      const visitor = visitors.get(response);
      if (visitor !== undefined) {
        const { actor } = visitor;
        try {
          requireMay(actor, action, { policy: accessPolicy });
        } catch (error) {
          await reportRefusal?.({ actor, action });
          throw error;
        }
        return next();
      }
      if (request.method === "GET" || request.method === "HEAD") {
        return response.redirect(303, `/aanmelden?${new URLSearchParams({ naar: request.originalUrl })}`);
      }
      throw wordedError(wordsOf(response), "not-signed-in");
    },
    visitorOf: (response) => visitors.get(response),
  };
}
