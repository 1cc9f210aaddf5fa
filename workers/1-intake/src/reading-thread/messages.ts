import type { MessagePort } from "node:worker_threads";
import type { ColumnMapping } from "../columns/plan-columns.js";
import type { TableRow } from "../row/table-row.js";

/** What the reading thread is asked to do. Text crosses in memory from thread to thread and rests nowhere. */
export interface ReadingTask {
  readonly port: MessagePort;
  readonly source:
    | { readonly kind: "file"; readonly path: string }
    /** The bytes are asked for piece by piece, so that no more wait than are read. */
    | { readonly kind: "stream"; readonly name: string; readonly totalBytes?: number };
  readonly mapping: ColumnMapping;
  readonly isLook: boolean;
}

/** From the thread to the one who reads. */
export type FromThread =
  | { readonly kind: "started" }
  | { readonly kind: "opened"; readonly name: string; readonly totalBytes: number | undefined }
  /** Rows in order, the bytes behind them, and the headings that nobody reads. */
  | {
      readonly kind: "rows";
      readonly rows: readonly TableRow[];
      readonly bytes: number;
      readonly ignored: readonly string[];
    }
  | { readonly kind: "want-bytes" }
  | { readonly kind: "failed"; readonly failure: ThreadFailure }
  | { readonly kind: "end" };

/** An error as it crosses: of our own all that it says, of others only the kind, since their words may quote a text. */
export type ThreadFailure =
  | {
      readonly kind: "product";
      readonly code: string;
      readonly message: string;
      readonly detail: string | undefined;
      readonly retryable: boolean;
    }
  | { readonly kind: "source" }
  | { readonly kind: "fault"; readonly name: string };

/** From the one who reads to the thread. */
export type ToThread =
  /** A batch was worked through: the next may come. */
  | { readonly kind: "took-rows" }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "no-more-bytes" }
  /** The stream broke; what was read before it is still good. */
  | { readonly kind: "stream-broke" };
