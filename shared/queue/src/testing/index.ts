export { flushRedis, measureRedis } from "./flush-redis.js";
export { readRedis } from "./read-redis.js";
export { dropNamespace, findRedis, startRedis, TEST_REDIS_VARIABLE, type TestRedis } from "./redis-server.js";
