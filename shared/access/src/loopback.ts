import { LOOPBACK_NAME } from "@rode-draad/runtime";
import type { ArrivedRequest } from "./open-access.js";

/**
 * Whether a request was made on this machine, by a browser that asked for this machine. The second half keeps out a site
 * whose name was made to point here (DNS rebinding), and a proxy on this machine that passes on what others ask.
 */
export function isFromThisMachine({ headers, socket }: ArrivedRequest): boolean {
  const address = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const name = (headers.host ?? "").replace(/:\d+$/, "");
  const isPassedOn = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined;
  return LOOPBACK_NAME.test(address) && LOOPBACK_NAME.test(name) && !isPassedOn;
}
