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
 * asked for can be anything.
 */
export async function recorded<Result>(
  log: Pick<AuditLog, "record">,
  { action, subject: kind }: Audited,
  work: () => Promise<Result>,
  about: (result: Result) => AuditAbout = () => ({}),
): Promise<Result> {
  const { kind: actorKind, id: actorId } = currentActor();
  const common = { actor: { kind: actorKind, id: actorId }, action };
  let result: Result;
  try {
    result = await work();
  } catch (error) {
    const code = error instanceof ProductError || error instanceof Problem ? error.code : "unexpected";
    await log.record({ ...common, subject: { kind }, outcome: outcomeOf(error), details: { error: code } });
    throw error;
  }
  const { id, details = {}, outcome = "done" } = about(result);
  const subject = { kind, ...(id !== undefined && { id }) };
  await log.record({ ...common, subject, outcome, details });
  return result;
}

function outcomeOf(error: unknown): AuditOutcome {
  if (error instanceof Problem) return error.status < 500 ? "refused" : "failed";
  return error instanceof ProductError && !error.retryable ? "refused" : "failed";
}
