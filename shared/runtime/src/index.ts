export { actAs, currentActor } from "./acting.js";
export { type Clock, systemClock } from "./clock.js";
export {
  type Configuration,
  LOOPBACK_NAME,
  publicAddress,
  readConfiguration,
  readSettings,
  requireSafeHost,
  type SignInProvider,
  settingRemedy,
} from "./configuration.js";
export { explainFailure } from "./explain-failure.js";
export { type HashNamespace, keyedHash } from "./keyed-hash.js";
export { hashLinkToken, makeLinkToken } from "./link-token.js";
export { describeError, type Logger, openLogger } from "./logger.js";
export { createShutdown, type Shutdown, stopOnSignals } from "./shutdown.js";
export {
  forgetPreviousHashKey,
  holdKeys,
  keyFile,
  keyStillChanging,
  loadAuditKey,
  loadHashKey,
  loadObjectionKey,
  loadPreviousHashKey,
  markKey,
  type OwnKeys,
  readOwnKeys,
  rotateHashKey,
} from "./stored-key.js";
export { type ThreadStart, threadStart } from "./thread-start.js";
