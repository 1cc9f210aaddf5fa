import type { Logger } from "@rode-draad/runtime";
import express, { type Express, Router } from "express";
import { checkLive, checkReady } from "./health/check-health.js";
import { handleProblem, notFound } from "./http/handle-problem.js";
import { logRequests } from "./http/log-requests.js";
import { mountRoutes } from "./http/mount-routes.js";
import { requireToken } from "./http/require-token.js";
import { securityHeaders } from "./http/security-headers.js";
import { buildOpenapi } from "./openapi/build-openapi.js";
import { ALL_ROUTES } from "./routes/all-routes.js";
import type { ApiTools } from "./tools/api-tools.js";

export interface ApiOptions {
  /** Bearer token that calls must show; absent: none is asked. */
  readonly token?: string;
  /** Absent: requests are not logged. */
  readonly logger?: Logger;
}

/** Everything under these paths is the API's; other paths pass through to what is mounted after it. */
const OWN_PATHS = ["/v1", "/gezondheid"];

/** The JSON API, without listening: the caller mounts it, beside the pages or by itself. */
export function createApi(tools: ApiTools, options: ApiOptions = {}): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag").set("query parser", "simple");
  // A path with a slash at the end or other capitals is another path, and does not exist.
  const router = Router({ strict: true, caseSensitive: true });
  if (options.logger !== undefined) router.use(OWN_PATHS, logRequests(options.logger));
  router.use(OWN_PATHS, ...securityHeaders());

  router.get("/gezondheid/live", checkLive);
  router.get("/gezondheid/klaar", checkReady(tools));

  const openapi = JSON.stringify(buildOpenapi(ALL_ROUTES));
  router.get("/v1/openapi.json", (_request, response) => {
    // The description of the interface is public; the interface is not.
    response.setHeader("Access-Control-Allow-Origin", "*").type("application/json").send(openapi);
  });

  if (options.token !== undefined) router.use("/v1", requireToken(options.token, tools));
  mountRoutes(router, ALL_ROUTES, tools);
  router.use(OWN_PATHS, notFound);
  router.use(OWN_PATHS, handleProblem);
  return app.use(router);
}
