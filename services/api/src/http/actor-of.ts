import type { Actor } from "@rode-draad/domain";
import type { Request } from "express";

/** Who asks, as whoever signs people in left it on the answer; undefined where nobody signs in. */
export function actorOf(request: Request): Actor | undefined {
  return (request.res?.locals as { readonly actor?: Actor } | undefined)?.actor;
}
