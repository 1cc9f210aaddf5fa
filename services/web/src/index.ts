export { ALL_ROUTES } from "./all-routes.js";
export { createWeb, type WebOptions } from "./create-web.js";
export type { WebRoute } from "./define-route.js";
export { webRemedy } from "./routes/import/web-remedy.js";
export { QUEUE_BOARD_PATH } from "./routes/operation/page.js";
export { RECURRING_TASKS } from "./tools/operation-tools.js";
export type * from "./web-tools.js";
