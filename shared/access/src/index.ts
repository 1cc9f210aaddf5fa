export type { AccessTools, Awaited, KnownAccount } from "./access-tools.js";
export { type Limit, openLimit } from "./limits.js";
export {
  type Access,
  type AccessOptions,
  type ArrivedRequest,
  type AskedMore,
  type Entered,
  openAccess,
  type SignInOutcome,
  type Visitor,
} from "./open-access.js";
export {
  type OutsidePerson,
  type OutsideProvider,
  type OutsideProviderOptions,
  openOutsideProvider,
} from "./outside-provider.js";
export { PASSWORD_CHARACTERS_MIN } from "./passwords.js";
export { comesFromOurPage } from "./same-origin.js";
export type { CodeOutcome, SetUpOutcome } from "./second-step.js";
export { hashSecret, newSecret } from "./secrets.js";
export { SESSION_IDLE_MS } from "./sessions.js";
export { codeAppAddress } from "./time-codes.js";
