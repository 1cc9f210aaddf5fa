import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** PGlite in a thread of its own, so that reading texts and answering pages go on while it works. One request at a time. */
export interface DatabaseThread {
  /** The whole answer to a request of the wire protocol. Rejects when the engine itself broke; then it is of no use any more. */
  execute(request: Uint8Array): Promise<Uint8Array>;
  /** Writes what is not on disk yet and ends the thread. */
  close(): Promise<void>;
}

/** All of it is in memory from the start. With more, what the folder holds is read from the system's cache a little less often. */
const SHARED_BUFFERS = "32MB";

/** Plain JavaScript: the thread starts without the loader of sources. */
const THREAD = `
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from ${JSON.stringify(import.meta.resolve("@electric-sql/pglite"))};

const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=${SHARED_BUFFERS}"];
const database = await PGlite.create({ ...workerData, startParams });
parentPort.on("message", async (request) => {
  if (request === null) {
    await database.close();
    parentPort.close();
    return;
  }
  const parts = [];
  // The streaming call keeps nothing; the plain one parses every answer into a list that is never emptied. A part is a view on the
  // engine's own memory, so it is copied.
  await database.execProtocolRawStream(request, { syncToFs: false, onRawData: (part) => parts.push(part.slice()) });
  await database.syncToFs();
  const answer = parts.length === 1 ? parts[0] : new Uint8Array(Buffer.concat(parts));
  parentPort.postMessage(answer, [answer.buffer]);
});
parentPort.postMessage("open");
`;

/** Opens the database in a folder, or one in memory. Rejects with what PGlite says when it cannot be opened. */
export async function openDatabaseThread(folder: string | undefined): Promise<DatabaseThread> {
  const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(THREAD)}`), {
    workerData: folder === undefined ? {} : { dataDir: folder },
    execArgv: [],
  });
  const ended = new AbortController();
  thread.once("exit", () => ended.abort());
  // What broke is told to the request that waits, and the end to all after it.
  thread.on("error", () => undefined);
  const nextMessage = async (): Promise<unknown> => (await once(thread, "message", { signal: ended.signal }))[0];
  await nextMessage();
  // Only who waits for an answer keeps the process alive.
  thread.unref();
  return {
    async execute(request) {
      thread.ref();
      thread.postMessage(request);
      try {
        return (await nextMessage()) as Uint8Array;
      } finally {
        thread.unref();
      }
    },
    async close() {
      if (ended.signal.aborted) return;
      thread.ref();
      thread.postMessage(null);
      await once(thread, "exit");
    },
  };
}
