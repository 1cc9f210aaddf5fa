import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { ProductError } from "@rode-draad/domain";
import type { LookedColumn, NoteSource } from "@rode-draad/intake";
import type { Clock } from "@rode-draad/runtime";

type StreamSource = Extract<NoteSource, { kind: "stream" }>;

/** A file between its upload and the moment that a person has said what its columns are. */
interface HeldUpload {
  readonly id: string;
  readonly accountId: string;
  readonly fileName: string;
  readonly columns: readonly LookedColumn[];
  /** To be read, as often as is needed. */
  source(): StreamSource;
}

/**
 * Files that wait for a person, in the memory of this process and nowhere else: raw text is never stored, and asking for the file twice
 * would be the other way. Each is for who sent it, goes after a quarter of an hour, and all together have a bound.
 */
export interface HeldUploads {
  /** Throws `upload-busy` when too much waits already. */
  reserve(bytes: number): void;
  hold(upload: Omit<HeldUpload, "id" | "source"> & { readonly bytes: Buffer }): HeldUpload;
  find(id: string, accountId: string): HeldUpload | undefined;
  drop(id: string): void;
}

const HELD_MS = 15 * 60_000;
/** Three files of the largest kind that a form takes. */
const HELD_BYTES_MAX = 192 * 1024 * 1024;
const PIECE_BYTES = 64 * 1024;

export function openHeldUploads(clock: Clock): HeldUploads {
  const held = new Map<string, { readonly upload: HeldUpload; readonly bytes: Buffer; readonly until: number }>();
  const forgetOld = (): void => {
    const now = clock().getTime();
    for (const [id, { until }] of held) if (until <= now) held.delete(id);
  };
  return {
    reserve(bytes) {
      forgetOld();
      const sum = [...held.values()].reduce((total, one) => total + one.bytes.length, bytes);
      if (sum <= HELD_BYTES_MAX) return;
      throw new ProductError("upload-busy", "Er wachten nu te veel bestanden. Probeer het over een kwartier nog eens.");
    },
    hold({ bytes, ...rest }) {
      const id = randomUUID();
      const upload: HeldUpload = {
        ...rest,
        id,
        source: () => sourceOf(rest.fileName, bytes),
      };
      const until = clock().getTime() + HELD_MS;
      held.set(id, { upload, bytes, until });
      // Also when nobody comes by any more.
      setTimeout(forgetOld, HELD_MS + 1_000).unref();
      return upload;
    },
    find(id, accountId) {
      forgetOld();
      const upload = held.get(id)?.upload;
      return upload?.accountId === accountId ? upload : undefined;
    },
    drop: (id) => void held.delete(id),
  };
}

/** A file in memory, to be read once. */
export function sourceOf(name: string, bytes: Buffer): StreamSource {
  return { kind: "stream", name, stream: Readable.from(piecesOf(bytes)), totalBytes: bytes.length };
}

function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
