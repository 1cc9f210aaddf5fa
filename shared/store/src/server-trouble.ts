import { ProductError } from "@rode-draad/domain";

/**
 * Classes of SQLSTATE that say something about the server and nothing about what was written: connection, rolled back, no
 * resources (full disk), not in that state, somebody stepped in, system error; and 25006, a database that may only be read.
 */
const TROUBLE = /^(08|40|53|55|57|58|XX)|^25006$/;
const SQLSTATE = /^[0-9A-Z]{5}$/;
/** Codes of Node.js, of node-postgres and of ioredis for a connection that is not there. */
const BROKEN = /^(E[A-Z]{3,}|CONNECTION_.*)$/;
const BROKEN_WORDS = /connection (terminated|is closed)|timeout (exceeded|expired)|max retries/i;

/** Whether a failure comes from a server that is away, full or read-only: then waiting helps, and no note is to blame. */
export function isServerTrouble(error: unknown): boolean {
  if (error instanceof ProductError) return error.retryable;
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  if (SQLSTATE.test(code)) return TROUBLE.test(code);
  return BROKEN.test(code) || BROKEN_WORDS.test(error.message);
}
