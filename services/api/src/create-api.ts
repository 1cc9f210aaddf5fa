import type { Logger } from "@rode-draad/runtime";
import express, { type Express, Router } from "express";
import { checkLive, checkReady } from "./health/check-health.js";
import { type DoorMeans, openActorDoor } from "./http/actor-door.js";
import { handleProblem, notFound } from "./http/handle-problem.js";
import { logRequests } from "./http/log-requests.js";
import { mountRoutes, type ToolsFor } from "./http/mount-routes.js";
import { securityHeaders } from "./http/security-headers.js";
import { buildOpenapi } from "./openapi/build-openapi.js";
import { ALL_ROUTES } from "./routes/all-routes.js";
import type { HealthTools } from "./tools/api-tools.js";

export interface ApiOptions extends DoorMeans {
  /** Absent: requests are not logged. */
  readonly logger?: Logger;
}

/** Everything under these paths is the API's; other paths pass through to what is mounted after it. */
const OWN_PATHS = ["/v1", "/gezondheid"];

/** The paths that stand beside the routes. */
const LIVE = "/gezondheid/live";
const READY = "/gezondheid/klaar";
const OPENAPI = "/v1/openapi.json";

/** The JSON API, without listening: the caller mounts it, beside the pages or by itself. */
export function createApi(toolsFor: ToolsFor, health: HealthTools, options: ApiOptions): Express {
  const app = express();
  app.disable("x-powered-by").disable("etag").set("query parser", "simple");
  // A path with a slash at the end or other capitals is another path, and does not exist.
  const router = Router({ strict: true, caseSensitive: true });
  if (options.logger !== undefined)
    router.use(OWN_PATHS, logRequests(options.logger, [LIVE, READY, OPENAPI, ...ALL_ROUTES.map(({ path }) => path)]));
  router.use(OWN_PATHS, ...securityHeaders());

  router.get(LIVE, checkLive);
  router.get(READY, checkReady(health));

  const openapi = JSON.stringify(buildOpenapi(ALL_ROUTES));
  router.get(OPENAPI, (_request, response) => {
    // The description of the interface is public; the interface is not.
    response.setHeader("Access-Control-Allow-Origin", "*").type("application/json").send(openapi);
  });

  mountRoutes(router, ALL_ROUTES, openActorDoor(options), toolsFor);
  router.use(OWN_PATHS, notFound);
  router.use(OWN_PATHS, handleProblem);
  return app.use(router);
}
