import { setImmediate, setTimeout as wait } from "node:timers/promises";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { ProductError } from "@rode-draad/domain";
import { threadStart } from "@rode-draad/runtime";
import { Piscina } from "piscina";
import type { ColumnMapping } from "../columns/plan-columns.js";
import { READER_HEAP_MB, READER_SILENCE_MS } from "../limits.js";
import type { TableRow } from "../row/table-row.js";
import { explainFileError, type NoteSource } from "../source/note-source.js";
import { toBuffer } from "../source/peek.js";
import type { FromThread, ReadingTask, ThreadFailure, ToThread } from "./messages.js";

/** Reads files in a thread of their own. Whoever opened it closes it. */
export interface SourceReader {
  /** Rows in order; at most two batches are in memory. Throws a `ProductError` for what cannot be read. */
  read(source: Exclude<NoteSource, { kind: "values" }>, context: ReadingContext): AsyncIterable<TableRow>;
  close(): Promise<void>;
}

export interface ReadingContext {
  readonly mapping: ColumnMapping;
  readonly isLook?: boolean;
  readonly onProgress: (progress: {
    readonly bytes: number;
    readonly totalBytes: number | undefined;
    readonly ignored: readonly string[];
  }) => void;
}

/** Two files at a time; a third waits its turn. */
const THREADS_MAX = 2;
/** What one reply to the thread holds at least, as long as there is more. */
const PIECE_BYTES = 64 * 1024;
/** A thread stays for the next file of one sitting, and its memory is given back after it. */
const IDLE_MS = 30_000;

/**
 * A thread has a heap of its own with a bound, and a time in which it must give rows. A file that gets past every count
 * ends its thread and nothing else.
 */
export function openSourceReader(bounds: { readonly silenceMs?: number; readonly heapMb?: number } = {}): SourceReader {
  const pool = new Piscina({
    ...threadStart(import.meta.url, "reading-task"),
    minThreads: 0,
    maxThreads: THREADS_MAX,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: bounds.heapMb ?? READER_HEAP_MB, maxYoungGenerationSizeMb: 16 },
  });
  return {
    read: (source, context) => readInThread(pool, source, context, bounds.silenceMs ?? READER_SILENCE_MS),
    close: () => pool.close({ force: true }),
  };
}

async function* readInThread(
  pool: Piscina,
  source: Exclude<NoteSource, { kind: "values" }>,
  context: ReadingContext,
  silenceMs: number,
): AsyncGenerator<TableRow> {
  const { port1: port, port2 } = new MessageChannel();
  const ending = new AbortController();
  const { mapping, isLook = false } = context;
  const task: ReadingTask = { port: port2, source: describeSource(source), mapping, isLook };
  const inbox = openInbox(port);
  const ran = pool
    .run(task, { name: "readTable", transferList: [port2], signal: ending.signal })
    .catch((error: unknown) => inbox.put({ ended: error }));
  const feed = source.kind === "stream" ? openFeed(source.stream, port) : undefined;
  let name = "";
  let totalBytes: number | undefined;
  let isStarted = false;
  let isOver = false;
  // Until the thread is there, and while it waits for bytes that are under way, its silence says nothing.
  const mayBeSilent = (): boolean => !isStarted || feed?.isWaiting() === true;
  try {
    for (;;) {
      const message = await within(silenceMs, mayBeSilent, inbox);
      isStarted = true;
      isOver = "ended" in message || message.kind === "end" || message.kind === "failed";
      if ("ended" in message) throw tooMuch(message.ended);
      if (message.kind === "end") return;
      if (message.kind === "started") continue;
      if (message.kind === "want-bytes") feed?.next();
      else if (message.kind === "opened") [name, totalBytes] = [message.name, message.totalBytes];
      else if (message.kind === "failed") throw failureOf(message.failure, feed?.failure(), name);
      else {
        context.onProgress({ bytes: message.bytes, totalBytes, ignored: message.ignored });
        yield* message.rows;
        post(port, { kind: "took-rows" });
      }
    }
  } finally {
    port.close();
    await feed?.stop();
    // Ends a thread that is still at it; one that is done stays for the next file.
    if (!isOver) ending.abort();
    await ran;
  }
}

function describeSource(source: Exclude<NoteSource, { kind: "values" }>): ReadingTask["source"] {
  if (source.kind === "file") return { kind: "file", path: source.path };
  const { name, totalBytes } = source;
  return { kind: "stream", name, ...(totalBytes !== undefined && { totalBytes }) };
}

function post(port: MessagePort, message: ToThread, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

type Incoming = FromThread | { readonly ended: unknown };

function openInbox(port: MessagePort) {
  const waiting: Incoming[] = [];
  let wake: (() => void) | undefined;
  const put = (message: Incoming): void => {
    waiting.push(message);
    wake?.();
  };
  port.on("message", put);
  return {
    put,
    take: () => waiting.shift(),
    isEmpty: () => waiting.length === 0,
    arrival: () => new Promise<void>((resolve) => (wake = resolve)),
  };
}

/** The next message; throws when there is none for too long. */
async function within(
  silenceMs: number,
  mayBeSilent: () => boolean,
  inbox: ReturnType<typeof openInbox>,
): Promise<Incoming> {
  for (;;) {
    const message = inbox.take();
    if (message !== undefined) return message;
    const timer = new AbortController();
    const silent = wait(silenceMs, "silent" as const, { signal: timer.signal, ref: false }).catch(
      () => "woken" as const,
    );
    const outcome = await Promise.race([inbox.arrival(), silent]);
    timer.abort();
    if (outcome !== "silent" || mayBeSilent()) continue;
    // A busy process hears its clock before the messages that came in meanwhile: those first.
    await setImmediate();
    if (inbox.isEmpty() && !mayBeSilent()) throw tooMuch(new Error("time"));
  }
}

/** Hands a stream to the thread, a piece each time it asks. Small pieces go together: a crossing costs as much for each. */
function openFeed(stream: AsyncIterable<unknown>, port: MessagePort) {
  const iterator = stream[Symbol.asyncIterator]();
  let waiting = false;
  let isOver = false;
  let failure: unknown;

  const gather = async (): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    let size = 0;
    try {
      while (size < PIECE_BYTES && !isOver) {
        const { done, value } = await iterator.next();
        if (done === true) isOver = true;
        else size += pieces[pieces.push(toBuffer(value)) - 1]?.length ?? 0;
      }
    } catch (error) {
      [failure, isOver] = [error, true];
    }
    return Buffer.concat(pieces);
  };

  const answer = async (): Promise<void> => {
    waiting = true;
    const piece = await gather();
    waiting = false;
    if (piece.length > 0) {
      // Copied, since a buffer may be part of a larger one that somebody else still uses.
      const bytes = new Uint8Array(piece);
      post(port, { kind: "bytes", bytes }, [bytes.buffer]);
    } else post(port, { kind: failure === undefined ? "no-more-bytes" : "stream-broke" });
  };

  return {
    next: () => void answer(),
    isWaiting: () => waiting,
    failure: () => failure,
    /** A reader that stops early must also close the file or request below it. */
    async stop(): Promise<void> {
      if (!waiting) await iterator.return?.();
    },
  };
}

function failureOf(failure: ThreadFailure, ofStream: unknown, name: string): unknown {
  switch (failure.kind) {
    case "source":
      return explainFileError(ofStream, name);
    case "product":
      return new ProductError(failure.code, failure.message, {
        ...(failure.detail !== undefined && { detail: failure.detail }),
        retryable: failure.retryable,
      });
    case "fault":
      return new Error(`the reading thread failed: ${failure.name}`);
  }
}

/** The thread hit one of its bounds, or broke down: either way the file is not one that we read. */
function tooMuch(cause: unknown): ProductError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String((cause as Error)?.message);
  return new ProductError(
    "intake.hostile-file",
    "Dit bestand vraagt te veel om te lezen. Wij lezen het niet verder. Sla de notities op als CSV (UTF-8) en probeer het opnieuw.",
    { detail: `the reading thread was ended: ${code}` },
  );
}
