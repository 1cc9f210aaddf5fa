export { dropNamespace, findRedis, startRedis, type TestRedis } from "./redis-server.js";
