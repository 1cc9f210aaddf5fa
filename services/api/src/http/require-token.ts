import { createHash, timingSafeEqual } from "node:crypto";
import { type Actor, TOKEN_SCOPES } from "@rode-draad/domain";
import { actAs } from "@rode-draad/runtime";
import type { RequestHandler } from "express";
import { recorded } from "../audit/recorded.js";
import type { ApiTools } from "../tools/api-tools.js";
import { Problem } from "./problem.js";

/** The one token of the settings. */
const BEARER: Actor = { kind: "token", id: "api-token", scopes: TOKEN_SCOPES };

/**
 * Lets only callers with the bearer token through, who act as that token from then on. Hashes are compared, so that length and
 * time tell nothing. A refusal is written down.
 */
export function requireToken(token: string, { audit }: Pick<ApiTools, "audit">): RequestHandler {
  const expected = digest(token);
  const refuse = async (): Promise<never> => {
    throw new Problem(401, "token-missing", "Stuur de toegangssleutel mee in de kop Authorization: Bearer.", {
      headers: { "WWW-Authenticate": 'Bearer realm="rode-draad"' },
    });
  };
  return async (request, _response, next) => {
    const [scheme, given = ""] = (request.get("authorization") ?? "").split(" ");
    if (scheme?.toLowerCase() === "bearer" && timingSafeEqual(digest(given), expected)) return actAs(BEARER, next);
    await recorded(audit, { action: "use-token", subject: "token" }, refuse);
  };
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
