import { Readable } from "node:stream";
import { ProductError } from "@rode-draad/domain";
import { readRows as readCsv } from "../formats/csv/read-rows.js";
import { readRows as readJsonl } from "../formats/jsonl/read-rows.js";
import { readRows as readXlsx } from "../formats/xlsx/read-rows.js";
import { BATCH_CHARACTERS_MAX, IGNORED_COLUMNS_LISTED, ROWS_PER_BATCH } from "../limits.js";
import type { TableRow } from "../row/table-row.js";
import { explainFileError, openSource, type TableFormat } from "../source/note-source.js";
import type { FromThread, ReadingTask, ThreadFailure, ToThread } from "./messages.js";

/** Runs in a thread: takes a file apart into rows. A hostile file can do no more here than end its own thread. */

const READERS: Readonly<Record<TableFormat, typeof readCsv>> = { csv: readCsv, xlsx: readXlsx, jsonl: readJsonl };

/** Two batches are under way: one is worked through while the next is read. */
const BATCHES_UNDER_WAY = 2;

/** The stream below broke: said by the other side, which knows the error. */
class StreamBroke extends Error {}

export async function readTable({ port, source, mapping, isLook }: ReadingTask): Promise<void> {
  const send = (message: FromThread): void => port.postMessage(message);
  const inbox = openInbox(port);
  const ignored = new Set<string>();
  let bytes = 0;
  let credit = BATCHES_UNDER_WAY;
  let batch: TableRow[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    if (credit === 0) {
      await inbox.rowsTaken();
      credit += 1;
    }
    credit -= 1;
    send({ kind: "rows", rows: batch, bytes, ignored: [...ignored] });
    [batch, characters] = [[], 0];
  };
  send({ kind: "started" });
  try {
    const open = await openSource(
      source.kind === "file"
        ? source
        : {
            kind: "stream",
            name: source.name,
            stream: Readable.from(inbox.bytes(() => send({ kind: "want-bytes" }))),
            ...(source.totalBytes !== undefined && { totalBytes: source.totalBytes }),
          },
    );
    send({ kind: "opened", name: open.name, totalBytes: open.totalBytes });
    try {
      const rows = READERS[open.format](open, {
        mapping,
        isLook,
        onPlan(plan) {
          for (const heading of plan.ignored) if (ignored.size < IGNORED_COLUMNS_LISTED) ignored.add(heading);
        },
        onBytes: (behind) => {
          bytes = behind;
        },
      });
      for await (const row of rows) {
        batch.push(row);
        characters += "cells" in row ? row.cells.reduce((sum, cell) => sum + cell.length, 0) : 0;
        if (batch.length >= ROWS_PER_BATCH || characters >= BATCH_CHARACTERS_MAX) await flush();
      }
    } catch (error) {
      await flush();
      throw explainFileError(error, open.name);
    }
    await flush();
    send({ kind: "end" });
  } catch (error) {
    send({ kind: "failed", failure: describe(error) });
  }
}

function describe(error: unknown): ThreadFailure {
  if (error instanceof StreamBroke) return { kind: "source" };
  if (!(error instanceof ProductError)) return { kind: "fault", name: error instanceof Error ? error.name : "unknown" };
  const { code, message, detail, retryable } = error;
  return { kind: "product", code, message, detail, retryable };
}

/** What the other side sent, for whoever waits for it. */
function openInbox(port: ReadingTask["port"]) {
  const pieces: ToThread[] = [];
  let taken = 0;
  let wakeRows: (() => void) | undefined;
  let wakeBytes: (() => void) | undefined;
  port.on("message", (message: ToThread) => {
    if (message.kind === "took-rows") {
      taken += 1;
      wakeRows?.();
    } else {
      pieces.push(message);
      wakeBytes?.();
    }
  });
  return {
    async rowsTaken(): Promise<void> {
      if (taken === 0) await new Promise<void>((resolve) => (wakeRows = resolve));
      taken -= 1;
    },
    async *bytes(ask: () => void): AsyncGenerator<Buffer> {
      for (;;) {
        ask();
        if (pieces.length === 0) await new Promise<void>((resolve) => (wakeBytes = resolve));
        const piece = pieces.shift();
        if (piece?.kind === "no-more-bytes") return;
        if (piece?.kind === "stream-broke") throw new StreamBroke();
        if (piece?.kind === "bytes") {
          yield Buffer.from(piece.bytes.buffer, piece.bytes.byteOffset, piece.bytes.byteLength);
        }
      }
    },
  };
}
