export { ALL_ROUTES } from "./all-routes.js";
export { createWeb, type WebOptions } from "./create-web.js";
export type { WebRoute } from "./define-route.js";
export type * from "./web-tools.js";
