/**
 * A failure that a person can act on. `code` is stable, `message` is the Dutch sentence for the user, `detail` is for the
 * operator's log and never holds a note's text, `retryable` says whether trying again can help.
 */
export class ProductError extends Error {
  readonly code: string;
  readonly detail: string | undefined;
  readonly retryable: boolean;

  constructor(code: string, message: string, options: { detail?: string; retryable?: boolean; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "ProductError";
    this.code = code;
    this.detail = options.detail;
    this.retryable = options.retryable ?? false;
  }
}
