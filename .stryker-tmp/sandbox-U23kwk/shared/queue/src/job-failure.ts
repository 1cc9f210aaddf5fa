import { ProductError } from "@rode-draad/domain";
import { UnrecoverableError } from "bullmq";

/** Failures that our own code turned into a job's outcome; what else BullMQ reports never reached a handler. */
const reported = new WeakSet<Error>();

/**
 * What the queue may keep of a failure: its code. The message and stack of an unknown error can quote a note, and the queue
 * must not hold text. A failure that retrying cannot help is final at once.
 */
export function toJobFailure(error: unknown): Error {
  const failure = isFinal(error) ? new UnrecoverableError(codeOf(error)) : new Error(codeOf(error));
  // The frames say where this line is, which helps nobody.
  failure.stack = failure.message;
  reported.add(failure);
  return failure;
}

export function isFinal(error: unknown): boolean {
  return error instanceof ProductError && !error.retryable;
}

export function wasReported(failure: Error): boolean {
  return reported.has(failure);
}

function codeOf(error: unknown): string {
  if (error instanceof ProductError) return error.code;
  if (!(error instanceof Error)) return "unknown";
  return "code" in error ? `${error.name} ${String(error.code)}` : error.name;
}
