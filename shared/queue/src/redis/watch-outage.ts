import type { Redis } from "ioredis";
import type { QueueLogger } from "../back-end.js";

/** An outage that lasts is told again, for who looks at the end of the log only. */
const TOLD_EVERY_MS = 60_000;

/** Codes of Node.js, and words of ioredis and BullMQ, for a connection that is not there. */
const BROKEN_CODE = /^E[A-Z]{3,}$/;
const BROKEN_WORDS = /connection is closed|max retries|isn't writeable/i;

/** Tells of an outage, and what is left to tell beside it. */
interface OutageWatch {
  readonly logger: QueueLogger | undefined;
  isGone(): boolean;
  stop(): void;
}

/**
 * Tells that the server is gone, once a minute that it still is, and that it is back. Every queue, worker and connection complains at each
 * try meanwhile, hundreds of lines a minute, so the logger that this gives leaves those out.
 */
export function watchOutage(clients: readonly Redis[], host: string, logger: QueueLogger | undefined): OutageWatch {
  let goneSince: Date | undefined;
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    const words = `Redis antwoordt niet op ${host}. Er gaat niets verloren: Rode Draad probeert het steeds opnieuw.`;
    logger?.error({ since: goneSince }, words);
  };
  const onClose = (): void => {
    if (goneSince !== undefined) return;
    goneSince = new Date();
    tell();
    timer = setInterval(tell, TOLD_EVERY_MS);
    timer.unref();
  };
  const onReady = (): void => {
    if (goneSince === undefined || clients.some(({ status }) => status !== "ready")) return;
    logger?.warn({ since: goneSince }, `Redis antwoordt weer op ${host}. Het werk gaat verder.`);
    goneSince = undefined;
    clearInterval(timer);
  };
  for (const client of clients) client.on("close", onClose).on("ready", onReady);
  const follows = (fields: object): boolean => goneSince !== undefined && "err" in fields && isBroken(fields.err);
  return {
    logger: logger && {
      error: (fields, text) => void (follows(fields) || logger.error(fields, text)),
      warn: (fields, text) => void (follows(fields) || logger.warn(fields, text)),
    },
    isGone: () => goneSince !== undefined,
    stop() {
      clearInterval(timer);
      for (const client of clients) client.off("close", onClose).off("ready", onReady);
    },
  };
}

function isBroken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return BROKEN_CODE.test("code" in error ? String(error.code) : "") || BROKEN_WORDS.test(error.message);
}
