import { createHash, timingSafeEqual } from "node:crypto";
import type { RequestHandler } from "express";
import { Problem } from "./problem.js";

/** Lets only callers with the bearer token through. Hashes are compared, so that length and time tell nothing. */
export function requireToken(token: string): RequestHandler {
  const expected = digest(token);
  return (request, _response, next) => {
    const [scheme, given = ""] = (request.get("authorization") ?? "").split(" ");
    if (scheme?.toLowerCase() === "bearer" && timingSafeEqual(digest(given), expected)) return next();
    throw new Problem(401, "token-missing", "Stuur de toegangssleutel mee in de kop Authorization: Bearer.", {
      headers: { "WWW-Authenticate": 'Bearer realm="rode-draad"' },
    });
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
