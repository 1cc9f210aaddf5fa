export { type Clock, systemClock } from "./clock.js";
export { type Configuration, LOOPBACK_NAME, readConfiguration, requireSafeHost } from "./configuration.js";
export { explainFailure } from "./explain-failure.js";
export { loadHashKey } from "./hash-key.js";
export { type HashNamespace, keyedHash } from "./keyed-hash.js";
export { describeError, type Logger, openLogger } from "./logger.js";
export { createShutdown, type Shutdown, stopOnSignals } from "./shutdown.js";
