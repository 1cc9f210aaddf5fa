import type { Logger } from "pino";

/** A part that does not stop within this time is left behind, so that a restart never hangs on it. Docker's own limit is 10 s. */
const STEP_TIMEOUT_MS = 8_000;
/** 128 + SIGINT, what a shell expects of a program that was broken off. */
const BROKEN_OFF_EXIT_CODE = 130;

export interface Shutdown {
  /** Adds a part that must be stopped. The last one started is the first one stopped. */
  onStop(name: string, stop: () => Promise<void> | void): void;
  /** Stops all parts once; later calls wait for the same stop. A part that fails does not keep the others from stopping. */
  stop(): Promise<void>;
  /** Aborted as soon as stopping begins. */
  readonly signal: AbortSignal;
}

export function createShutdown(options: { logger?: Pick<Logger, "error"> } = {}): Shutdown {
  const parts: { name: string; stop: () => Promise<void> | void }[] = [];
  const controller = new AbortController();
  let stopping: Promise<void> | undefined;

  async function stopAll(): Promise<void> {
    controller.abort();
    for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
      try {
        await withinTime(part.stop, STEP_TIMEOUT_MS);
      } catch (error) {
        options.logger?.error({ part: part.name, err: error }, "a part did not stop");
      }
    }
  }

  return {
    onStop(name, stop) {
      parts.push({ name, stop });
    },
    stop() {
      stopping ??= stopAll();
      return stopping;
    },
    signal: controller.signal,
  };
}

/** Stops in order on the first SIGINT or SIGTERM; a second one breaks off. Gives back how to stop listening. */
export function stopOnSignals(shutdown: Shutdown, exit: (code: number) => void = process.exit): () => void {
  let asked = false;
  const onSignal = (): void => {
    if (asked) {
      exit(BROKEN_OFF_EXIT_CODE);
      return;
    }
    asked = true;
    void shutdown.stop().then(() => exit(0));
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  return () => {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  };
}

async function withinTime(work: () => Promise<void> | void, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("It took too long.")), limitMs);
  });
  try {
    await Promise.race([Promise.resolve().then(work), late]);
  } finally {
    clearTimeout(timer);
  }
}
