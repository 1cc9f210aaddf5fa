export { createWeb, type WebOptions } from "./create-web.js";
export type * from "./web-tools.js";
