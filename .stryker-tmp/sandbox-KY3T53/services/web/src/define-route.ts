import type { Access, OutsideProvider } from "@rode-draad/access";
import type { Action } from "@rode-draad/domain";
import type { RequestHandler } from "express";
import type { FrameView, WebTools } from "./web-tools.js";

/** What routes need that is the same for everybody. */
export interface WebContext {
  readonly access: Access;
  /** Today as `YYYY-MM-DD`; a request proposes days after it. */
  readonly today: () => string;
  /** Largest file that may be uploaded. */
  readonly uploadBytesMax: number;
  /** The frame for who is not signed in. */
  readonly outside: FrameView;
  /** The municipality's own way to sign in, when there is one. */
  readonly outsideProvider?: OutsideProvider;
}

/** A form of a few lines, or one with a whole note in it, is read before the route; an upload reads itself. */
export type BodyKind = "form" | "pasted" | "upload" | "none";

interface RouteFacts {
  readonly method: "get" | "post";
  readonly path: string;
  readonly body?: BodyKind;
}

/**
 * A page or a form of the product, with what somebody does there; who may is in the table of domain. `anyone` is for what one
 * needs to sign in: such a route gets no tools, so it can show nothing of the municipality.
 */
export type WebRoute = RouteFacts &
  (
    | { readonly action: Action; readonly handle: (tools: WebTools, context: WebContext) => RequestHandler }
    | { readonly action: "anyone"; readonly handle: (context: WebContext) => RequestHandler }
  );
