import { connect } from "node:net";
import { act, type Check, good } from "./check.js";

/** A server that takes longer to accept a connection is not there. */
const TIMEOUT_MS = 5_000;
const DEFAULT_PORTS: Readonly<Record<string, number>> = { "smtp:": 587, "smtps:": 465, "https:": 443, "http:": 80 };

/** Whether something answers at an address, without saying a word to it. Shows host and port only: the rest may be a secret. */
export async function checkReach(id: string, what: string, address: string, variable: string): Promise<Check> {
  const { hostname, port, protocol } = new URL(address);
  const at = { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) || (DEFAULT_PORTS[protocol] ?? 0) };
  const isThere = await new Promise<boolean>((resolve) => {
    const socket = connect({ ...at, timeout: TIMEOUT_MS });
    const end = (outcome: boolean) => {
      socket.destroy();
      resolve(outcome);
    };
    socket.once("connect", () => end(true));
    socket.once("timeout", () => end(false));
    socket.once("error", () => end(false));
  });
  return isThere
    ? good(id, `${what} antwoordt op ${at.host}:${at.port}.`)
    : act(id, `${what} antwoordt niet op ${at.host}:${at.port}.`, `Start die server, of verbeter ${variable}.`);
}
