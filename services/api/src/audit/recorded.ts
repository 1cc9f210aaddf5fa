import { AsyncLocalStorage } from "node:async_hooks";
import { type AuditDetails, type AuditDraft, type AuditOutcome, ProductError } from "@rode-draad/domain";
import { currentActor } from "@rode-draad/runtime";
import { Problem } from "../http/problem.js";
import type { AuditLog } from "./audit-log.js";

/** What is known beforehand: a route and a page say it of themselves. */
export interface Audited {
  readonly action: AuditDraft["action"];
  readonly subject: AuditDraft["subject"]["kind"];
}

/** What only the result tells. Ids of things that exist, never what somebody typed. */
export interface AuditAbout {
  readonly id?: string;
  readonly details?: AuditDetails;
  /** For a tool that gives a refusal back instead of throwing it. */
  readonly outcome?: "refused";
}

/**
 * Does the work and writes down that it was done, refused or failed, by whoever acts now. The result is handed over only once
 * the entry stands in the log: nobody sees what is not written down. Of a refusal only our own code is kept, since what was
 * asked for can be anything. A change that is one transaction is written down within it, see `changed`.
 */
export async function recorded<Result>(
  log: Pick<AuditLog, "record">,
  audited: Audited,
  work: () => Promise<Result>,
  about: (result: Result) => AuditAbout = () => ({}),
): Promise<Result> {
  const call = { action: audited.action, isWritten: false };
  let result: Result;
  try {
    result = await underWay.run(call, work);
  } catch (error) {
    const outcome = outcomeOf(error);
    // A refusal can be a change too, such as one of a release, and then it stands there.
    if (!(call.isWritten && outcome === "refused")) {
      await log.record({ ...draftOf(audited, { details: { error: codeOf(error) } }), outcome });
    }
    throw error;
  }
  if (!call.isWritten) await log.record(draftOf(audited, about(result)));
  return result;
}

/** The call that is being carried out, and whether the change that it is about was written down with it. */
const underWay = new AsyncLocalStorage<{ readonly action: Audited["action"]; isWritten: boolean }>();

/** What was written down as this need not be written down once more by the call that it was all about. */
export function markWritten({ action }: Audited): void {
  const call = underWay.getStore();
  if (call?.action === action) call.isWritten = true;
}

/** The entry for what is done by whoever acts now. */
export function draftOf({ action, subject: kind }: Audited, { id, details = {}, outcome }: AuditAbout): AuditDraft {
  const { kind: actorKind, id: actorId } = currentActor();
  const actor = { kind: actorKind, id: actorId };
  const subject = { kind, ...(id !== undefined && { id }) };
  return { actor, action, subject, outcome: outcome ?? "done", details };
}

/** A refusal can hide another one from who asked, as that a note is somebody else's; not from the log. */
function codeOf(error: unknown): string {
  if (error instanceof ProductError && error.cause instanceof ProductError) return codeOf(error.cause);
  return error instanceof ProductError || error instanceof Problem ? error.code : "unexpected";
}

function outcomeOf(error: unknown): AuditOutcome {
  if (error instanceof Problem) return error.status < 500 ? "refused" : "failed";
  return error instanceof ProductError && !error.retryable ? "refused" : "failed";
}
