/** The first bytes of a stream, and the whole stream again from its start. */
export interface Peeked {
  readonly head: Buffer;
  readonly chunks: AsyncIterable<Buffer>;
}

/** Reads until `bytes` are in hand or the stream ends. Nothing is lost: `chunks` starts with what was read. */
export async function peek(stream: AsyncIterable<unknown>, bytes: number): Promise<Peeked> {
  const iterator = stream[Symbol.asyncIterator]();
  const read: Buffer[] = [];
  let size = 0;
  while (size < bytes) {
    const next = await iterator.next();
    if (next.done === true) break;
    const chunk = toBuffer(next.value);
    read.push(chunk);
    size += chunk.length;
  }
  return { head: Buffer.concat(read), chunks: resume(read, iterator) };
}

async function* resume(read: readonly Buffer[], iterator: AsyncIterator<unknown>): AsyncGenerator<Buffer> {
  try {
    yield* read;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield toBuffer(next.value);
  } finally {
    // A reader that stops early must also close the file or request below it.
    await iterator.return?.();
  }
}

/** A piece of a stream, whatever form it has. */
export function toBuffer(chunk: unknown): Buffer {
  if (Buffer.isBuffer(chunk)) return chunk;
  if (chunk instanceof Uint8Array) return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  return Buffer.from(String(chunk), "utf8");
}
