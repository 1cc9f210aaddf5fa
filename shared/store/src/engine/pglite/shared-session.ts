import { Duplex } from "node:stream";
import type { DatabaseThread } from "./database-thread.js";
import { queryMessage, RequestReader, splitAnswer, type WireRequest } from "./wire-messages.js";

/**
 * Lets many node-postgres connections share the one session of a PGlite inside this process. Nothing listens on a port or a socket
 * file, so no other user of the machine can reach the database.
 *
 *   connection A ─┐ requests                      ┌─▶ answer to the connection that asked
 *   connection B ─┼─────────▶ queue ─▶ PGlite ────┤
 *   connection C ─┘                               └─▶ NOTIFY to all connections
 *
 * Guarantees: a request (parse to sync) is never mixed with another's; while a connection is inside a transaction the others
 * wait; a connection that goes away inside a transaction is rolled back. No request of a connection runs before the session
 * is in that connection's scope (its role, its municipality): changing from one scope to another is a statement of its own in
 * between, and when it fails nothing runs at all. What else is set on the session (search path, LISTEN) holds for all
 * connections, so start-up parameters are not honoured. Cost: a request, and a change of scope, takes some 50 µs on its way.
 */
export interface SharedSession {
  /**
   * A new connection, in the form that node-postgres takes as its `stream`. `scope` are the statements that put the session in
   * the state this connection counts on; without it the session stays as the last one left it.
   */
  connect(scope?: string): Duplex;
  /** Breaks all connections; resolves once the running request is done. */
  close(): Promise<void>;
}

const ROLLBACK = queryMessage("ROLLBACK");

interface Request {
  readonly connection: SessionStream;
  readonly bytes: Uint8Array;
}

export function openSharedSession(database: Pick<DatabaseThread, "execute">): SharedSession {
  const connections = new Set<SessionStream>();
  let waiting: Request[] = [];
  /** The connection whose transaction is open. */
  let holder: SessionStream | undefined;
  /** The scope that the session is in. */
  let scope: string | undefined;
  let isWorking = false;
  let work = Promise.resolve();
  let closed = false;

  function takeNext(): Request | undefined {
    if (holder === undefined) return waiting.shift();
    if (!connections.has(holder)) return { connection: holder, bytes: ROLLBACK };
    const at = waiting.findIndex((entry) => entry.connection === holder);
    return at === -1 ? undefined : waiting.splice(at, 1)[0];
  }

  async function run({ connection, bytes }: Request): Promise<void> {
    // Inside a transaction the session is in its holder's scope already, and nobody else runs.
    if (connection.scope !== undefined && connection.scope !== scope) await enter(connection.scope);
    const answer = splitAnswer(await database.execute(bytes));
    holder = answer.idle ? undefined : connection;
    connection.answer(answer.own);
    pass(answer.notifications);
  }

  async function enter(next: string): Promise<void> {
    scope = undefined;
    const answer = splitAnswer(await database.execute(queryMessage(next)));
    pass(answer.notifications);
    if (answer.failed || !answer.idle) throw new Error("The session could not be put in the scope of a connection.");
    scope = next;
  }

  function pass(notifications: readonly Uint8Array[]): void {
    for (const notification of notifications) {
      for (const connection of connections) connection.answer(notification);
    }
  }

  function forget(connection: SessionStream): void {
    connections.delete(connection);
    waiting = waiting.filter((entry) => entry.connection !== connection);
    wake();
  }

  function wake(): void {
    if (isWorking) return;
    isWorking = true;
    work = runAll();
  }

  async function runAll(): Promise<void> {
    try {
      for (let next = takeNext(); next !== undefined && !closed; next = takeNext()) await run(next);
    } catch (error) {
      // The engine itself broke: no connection can trust the session any more.
      breakAll(error instanceof Error ? error : new Error(String(error)));
    } finally {
      isWorking = false;
    }
  }

  function breakAll(error?: Error): void {
    closed = true;
    waiting = [];
    for (const connection of connections) connection.destroy(error);
    connections.clear();
  }

  return {
    connect(own) {
      const connection: SessionStream = new SessionStream(
        own,
        (request) => {
          if (closed) {
            connection.destroy(new Error("The embedded database is closed."));
            return;
          }
          waiting.push({ connection, bytes: request.bytes });
          wake();
        },
        () => forget(connection),
      );
      connections.add(connection);
      return connection;
    },
    async close() {
      breakAll();
      await work;
    },
  };
}

/** Looks like a connected socket to node-postgres; its other end is the shared session. */
class SessionStream extends Duplex {
  readonly scope: string | undefined;
  readonly #reader = new RequestReader();
  readonly #onRequest: (request: WireRequest) => void;
  readonly #onGone: () => void;

  constructor(scope: string | undefined, onRequest: (request: WireRequest) => void, onGone: () => void) {
    super();
    this.scope = scope;
    this.#onRequest = onRequest;
    this.#onGone = onGone;
  }

  answer(bytes: Uint8Array): void {
    if (bytes.length > 0 && !this.destroyed) this.push(bytes);
  }

  connect(): this {
    process.nextTick(() => this.emit("connect"));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed as they come; node-postgres reads all of them.
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    for (const request of this.#reader.push(chunk)) {
      if (request.kind === "terminate") this.destroy();
      else this.#onRequest(request);
    }
    done();
  }

  override _final(done: (error?: Error) => void): void {
    this.destroy();
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#onGone();
    done(error);
  }
}
