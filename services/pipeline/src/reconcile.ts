import { NOTES_PER_JOB_MAX } from "@rode-draad/contracts";
import type { MunicipalityId, NoteId } from "@rode-draad/domain";
import {
  listMunicipalities,
  listNotesStandingStill,
  listOutdatedReports,
  listStaleMonths,
  listWaitingMessages,
  listWaitingRequests,
  markNotesQueued,
} from "@rode-draad/store";
import { LAST_PRIORITY } from "./fair-priority.js";
import { inMunicipality } from "./in-municipality.js";
import { notesAreUnderWay } from "./notes-are-under-way.js";
import type { Product } from "./open-product.js";
import { requireQueue } from "./require-queue.js";

/** Longer than a job waits in a healthy queue, so that a job that is only slow is seldom made twice. Twice does no harm. */
const STANDS_STILL_MS = 5 * 60_000;
/** With no job of a stage left its notes have lost theirs. Longer than it takes a batch from the store into the queue. */
const NO_JOB_LEFT_MS = 10_000;
/** Requests and messages wait for nobody, so one that was not sent within a minute has lost its job, or is due for its next try. */
const REQUEST_WAITS_MS = 60_000;

/** Jobs that were made again, for the log. */
export interface Reconciliation {
  readonly noteJobs: number;
  readonly municipalityJobs: number;
  readonly requestJobs: number;
}

/**
 * Postgres is the truth, the queue a hint: finds work that has no job (a flushed Redis, a killed process) and makes the job
 * again. Handlers are idempotent, so a job too many does no harm. Throws a retryable `queue-unreachable`.
 */
export async function reconcile(
  product: Product,
  options: { readonly standsStillMs?: number } = {},
): Promise<Reconciliation> {
  const { store, queue, clock } = product;
  const before = (ms: number): Date => new Date(clock().getTime() - ms);

  requireQueue(queue);
  const standsStillMs =
    options.standsStillMs ?? ((await isWithoutNoteJobs(product)) ? NO_JOB_LEFT_MS : STANDS_STILL_MS);
  const standing = await listNotesStandingStill(store.asOwner, before(standsStillMs));
  let noteJobs = 0;
  for (const [stage, state] of [
    ["questions", "received"],
    ["known-themes", "cut"],
  ] as const) {
    const batches = batchesOf(standing.filter((note) => note.state === state));
    await queue.enqueueMany(stage, batches, { priority: LAST_PRIORITY });
    noteJobs += batches.length;
  }
  await markNotesQueued(store.asOwner, standing, clock());

  let municipalityJobs = 0;
  for (const municipalityId of await listMunicipalities(store.asOwner)) {
    const { db } = inMunicipality(product, municipalityId).store;
    if (await notesAreUnderWay(product, municipalityId)) continue;
    if ((await listStaleMonths(db, municipalityId)).length > 0) {
      await queue.enqueue("emergent-themes", { municipalityId });
      municipalityJobs += 1;
    } else if ((await listOutdatedReports(db, municipalityId)).length > 0) {
      await queue.enqueue("proposals", { municipalityId });
      municipalityJobs += 1;
    }
  }

  const waitsTooLong = ({ waitingSince }: { readonly waitingSince: Date }): boolean =>
    waitingSince < before(options.standsStillMs ?? REQUEST_WAITS_MS);
  const requests = (await listWaitingRequests(store.asOwner, { dueAt: clock() })).filter(waitsTooLong);
  for (const { municipalityId, requestId } of requests) {
    await queue.enqueue("delivery", { municipalityId, requestId }, { dedupeId: requestId });
  }
  const messages = (await listWaitingMessages(store.asOwner, clock())).filter(waitsTooLong);
  for (const { municipalityId, messageId } of messages) {
    await queue.enqueue("messages", { municipalityId, messageId }, { dedupeId: messageId });
  }
  return { noteJobs, municipalityJobs, requestJobs: requests.length + messages.length };
}

async function isWithoutNoteJobs({ queue }: Product): Promise<boolean> {
  const { reachable, stages } = await queue.health();
  const loads = [stages.questions, stages["known-themes"]];
  return reachable && loads.every((load) => load !== undefined && load.waiting + load.active + load.delayed === 0);
}

function batchesOf(
  notes: readonly { readonly municipalityId: MunicipalityId; readonly noteId: NoteId }[],
): { municipalityId: MunicipalityId; noteIds: NoteId[] }[] {
  const batches: { municipalityId: MunicipalityId; noteIds: NoteId[] }[] = [];
  for (const { municipalityId, noteId } of notes) {
    const open = batches.findLast((batch) => batch.municipalityId === municipalityId);
    if (open !== undefined && open.noteIds.length < NOTES_PER_JOB_MAX) open.noteIds.push(noteId);
    else batches.push({ municipalityId, noteIds: [noteId] });
  }
  return batches;
}
