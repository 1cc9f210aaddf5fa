import { ProductError } from "@rode-draad/domain";
import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from "pino";

export type { Logger } from "pino";

/**
 * Fields that could hold a note's text, a person's reference or a secret. They are taken out wherever they stand up to
 * two levels deep, in case a caller logs an object that it should not have logged.
 */
const HIDDEN_FIELDS = [
  "text",
  "tekst",
  "segments",
  "snippet",
  "password",
  "token",
  "authorization",
  "cookie",
  "hashKey",
  "apiToken",
];
const HIDDEN_PATHS = HIDDEN_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]);

const FAILURE_WITHOUT_MESSAGE = "no message given";

/** Stack frames kept: enough to find the place, short enough for one line. */
const STACK_FRAMES_MAX = 8;

/**
 * A logger that writes JSON lines to standard error, so that standard output stays free for results. Errors are logged
 * without the fields in which database drivers repeat the failing row.
 */
export function openLogger(options: { level: string; destination?: DestinationStream }): Logger {
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: HIDDEN_PATHS, remove: true },
      serializers: { err: describeError, error: describeError },
      hooks: {
        // Without a message of our own, pino would take that of the error, which may quote input.
        logMethod(args, method) {
          const [first, message] = args;
          if (first instanceof Error) method.call(this, { err: first }, message ?? FAILURE_WITHOUT_MESSAGE);
          else if (message === undefined && typeof first === "object")
            method.call(this, first, FAILURE_WITHOUT_MESSAGE);
          else method.apply(this, args);
        },
      },
    },
    // Synchronous, so that the last lines before an exit are not lost.
    options.destination ?? destination({ dest: 2, sync: true }),
  );
}

/** What a log may say about an error: its kind, code and place. The message only of our own errors, others may quote input. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  // The stack begins with the message, of which a line may look like a frame.
  const afterMessage = (error.stack ?? "").split(error.message).at(-1) ?? "";
  const frames = (error.message === "" ? (error.stack ?? "") : afterMessage)
    .split("\n")
    .filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...("code" in error && { code: String(error.code) }),
    ...(error instanceof ProductError && { message: error.message, detail: error.detail, retryable: error.retryable }),
    ...(isSystemError(error) && { message: error.message }),
    at: frames.slice(0, STACK_FRAMES_MAX).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** Errors of the operating system name a call, an address or a path, never a text. */
function isSystemError(error: Error): boolean {
  return "syscall" in error;
}
