import { randomBytes } from "node:crypto";
import type { AuditLog } from "@rode-draad/api";
import { type AuditDraft, checkAuditDraft, type MunicipalityId } from "@rode-draad/domain";
import { type Clock, keyedHash, type Logger } from "@rode-draad/runtime";
import {
  appendAuditEntries,
  inTransaction,
  readAuditEntries,
  readAuditHead,
  type SealedEntry,
  type StoreDatabase,
} from "@rode-draad/store";
import { appendAnchor } from "./anchor-file.js";

export interface OpenAuditLog extends AuditLog {
  /** Writes the head of the log, whoever made it, to the anchor outside the database. */
  anchor(): Promise<void>;
  /** Waits for what is being written. */
  close(): Promise<void>;
}

export interface AuditLogMeans {
  readonly db: StoreDatabase;
  readonly municipalityId: MunicipalityId;
  readonly clock: Clock;
  readonly logger: Pick<Logger, "error">;
  /** Asked for once, when something is first written down. Absent: a key for once. */
  readonly loadKey?: () => Promise<string>;
  /** Absent: the log is anchored nowhere. For a store in memory, which leaves no trace. */
  readonly anchorFile?: string;
}

interface Waiting {
  readonly draft: AuditDraft;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Entries in one transaction: enough for a burst, few enough to hold the log's lock for milliseconds. */
const BATCH_MAX = 100;

/**
 * The audit log on the store. What comes while a transaction runs goes together in the next one, so that many readers cost
 * few transactions; each batch is anchored, so that no tail can be cut off unseen.
 */
export function openAuditLog(means: AuditLogMeans): OpenAuditLog {
  const { db, municipalityId, clock, logger, anchorFile } = means;
  const waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let loading: Promise<string> | undefined;
  const key = (): Promise<string> => {
    loading ??= means.loadKey?.() ?? Promise.resolve(randomBytes(32).toString("base64url"));
    // A key that could not be read may be there at the next try.
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };

  const anchorAt = async (number: number, seal: string): Promise<void> => {
    if (anchorFile === undefined) return;
    try {
      await appendAnchor(anchorFile, await key(), { municipalityId, number, seal, at: clock() });
    } catch (error) {
      // The entry stands in the log, and the next anchor covers it too, since every seal holds all before it.
      logger.error({ err: error, number }, "the audit log could not be anchored");
    }
  };

  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, BATCH_MAX);
      try {
        const drafts = batch.map(({ draft }) => draft);
        const last = (await appendAuditEntries(db, municipalityId, await key(), drafts, clock())).at(-1);
        if (last !== undefined) await anchorAt(last.number, last.seal);
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    writing = undefined;
  };

  /** Rule: notes and cases have an id of their own in the log, so that erasing one leaves nothing here to match it with. */
  const ownId = async ({ kind, id }: AuditDraft["subject"]): Promise<AuditDraft["subject"]> =>
    id !== undefined && (kind === "note" || kind === "case")
      ? { kind, id: keyedHash(await key(), "audit", `${kind}:${id}`) }
      : { kind, ...(id !== undefined && { id }) };

  return {
    async record(draft) {
      // Judged one by one, so that a wrong one does not take its batch along.
      checkAuditDraft(draft);
      const subject = await ownId(draft.subject);
      await new Promise<void>((resolve, reject) => {
        waiting.push({ draft: { ...draft, subject }, resolve, reject });
        writing ??= write();
      });
    },
    async recordWithin(changing, work) {
      // Loaded before, since a file is no part of a transaction.
      const sealedWith = await key();
      let last: SealedEntry | undefined;
      const write = async (
        within: StoreDatabase,
        { drafts }: { readonly drafts: readonly AuditDraft[] },
      ): Promise<void> => {
        const entries = await Promise.all(
          drafts.map(async (draft) => ({ ...draft, subject: await ownId(draft.subject) })),
        );
        last = (await appendAuditEntries(within, municipalityId, sealedWith, entries, clock())).at(-1);
      };
      // Last in the transaction, so that the lock of the log is held for a moment only and never while another one is waited for. What
      // a stage does for another municipality stands in this log too, which rows of that one cannot share a transaction with.
      const written = await inTransaction(changing, async (within) => {
        const done = await work(within);
        if (changing === db) await write(within, done);
        return done;
      });
      if (changing !== db) await write(db, written);
      if (last !== undefined) await anchorAt(last.number, last.seal);
      return written;
    },
    async list({ subject, ...filter }) {
      return await readAuditEntries(db, municipalityId, {
        ...filter,
        ...(subject !== undefined && { subject: await ownId(subject) }),
      });
    },
    async anchor() {
      const head = await readAuditHead(db, municipalityId);
      if (head !== undefined) await anchorAt(head.number, head.seal);
    },
    async close() {
      await writing;
    },
  };
}
