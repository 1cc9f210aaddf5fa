/**
 * Cuts the two directions of the PostgreSQL wire protocol (version 3.0, chapter "Message Formats" of the PostgreSQL manual)
 * into the pieces that a shared session needs: whole requests on the way in, notifications apart on the way out.
 *
 *   client → server   int32 length, body                 (start-up, no type byte)
 *                     byte type, int32 length, body      (everything after it)
 *   server → client   byte type, int32 length, body
 *
 * Cost: linear in the number of bytes.
 */

const TYPE_BYTES = 1;
const LENGTH_BYTES = 4;

const SYNC = "S".charCodeAt(0);
const QUERY = "Q".charCodeAt(0);
const FLUSH = "H".charCodeAt(0);
const TERMINATE = "X".charCodeAt(0);
const COPY_DATA = "d".charCodeAt(0);
const COPY_DONE = "c".charCodeAt(0);
const COPY_FAIL = "f".charCodeAt(0);
const NOTIFICATION = "A".charCodeAt(0);
const READY = "Z".charCodeAt(0);
const ERROR = "E".charCodeAt(0);
const IDLE = "I".charCodeAt(0);

/** Messages after which the server answers at once; everything before one of them belongs to the same request. */
const REQUEST_ENDS: ReadonlySet<number> = new Set([SYNC, QUERY, FLUSH, COPY_DATA, COPY_DONE, COPY_FAIL]);

/** One request: bytes that must reach the session together, because a prepared statement without a name lives in between. */
export interface WireRequest {
  readonly bytes: Uint8Array;
  readonly kind: "start-up" | "request" | "terminate";
}

/** Collects the bytes of one connection and gives back each request that is complete. */
export class RequestReader {
  #pending: Buffer = Buffer.alloc(0);
  #started = false;

  push(chunk: Uint8Array): WireRequest[] {
    this.#pending = this.#pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([this.#pending, chunk]);
    const requests: WireRequest[] = [];
    let start = 0;
    let at = 0;
    while (at < this.#pending.length) {
      const header = this.#started ? TYPE_BYTES : 0;
      if (this.#pending.length < at + header + LENGTH_BYTES) break;
      const end = at + header + this.#pending.readInt32BE(at + header);
      if (this.#pending.length < end) break;
      const type = this.#started ? this.#pending[at] : undefined;
      at = end;
      if (type === undefined || type === TERMINATE || REQUEST_ENDS.has(type)) {
        const kind = type === undefined ? "start-up" : type === TERMINATE ? "terminate" : "request";
        requests.push({ bytes: new Uint8Array(this.#pending.subarray(start, end)), kind });
        this.#started = true;
        start = end;
      }
    }
    this.#pending = this.#pending.subarray(start);
    return requests;
  }
}

export interface WireAnswer {
  /** What the asking connection gets. */
  readonly own: Uint8Array;
  /** NOTIFY messages, which belong to every connection that listens. */
  readonly notifications: readonly Uint8Array[];
  /** True when the session is ready for another connection: answered, and outside a transaction. */
  readonly idle: boolean;
  /** True when the server refused something. */
  readonly failed: boolean;
}

/** The message of a simple query: its statements run one after another, and its answer ends with "ready for query". */
export function queryMessage(statements: string): Uint8Array {
  const text = Buffer.from(`${statements}\0`, "utf8");
  const message = Buffer.alloc(TYPE_BYTES + LENGTH_BYTES + text.length);
  message[0] = QUERY;
  message.writeInt32BE(LENGTH_BYTES + text.length, TYPE_BYTES);
  text.copy(message, TYPE_BYTES + LENGTH_BYTES);
  return new Uint8Array(message);
}

/** Splits the session's answer. An answer without "ready for query" leaves the session with the asking connection. */
export function splitAnswer(answer: Uint8Array): WireAnswer {
  const bytes = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength);
  const own: Uint8Array[] = [];
  const notifications: Uint8Array[] = [];
  let idle = false;
  let failed = false;
  for (let at = 0; at < bytes.length; ) {
    const end = at + TYPE_BYTES + bytes.readInt32BE(at + TYPE_BYTES);
    const message = bytes.subarray(at, end);
    if (message[0] === NOTIFICATION) notifications.push(message);
    else own.push(message);
    if (message[0] === ERROR) failed = true;
    if (message[0] === READY) idle = message[TYPE_BYTES + LENGTH_BYTES] === IDLE;
    at = end;
  }
  return { own: notifications.length === 0 ? bytes : Buffer.concat(own), notifications, idle, failed };
}
