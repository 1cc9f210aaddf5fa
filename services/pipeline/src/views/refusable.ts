import { ProductError } from "@rode-draad/domain";
import type { Refused } from "@rode-draad/web";

/** What a rule says no to, as the sentence that a form shows; what may help to try again is still thrown. */
export async function refusable<Result extends object>(work: () => Promise<Result>): Promise<Result | Refused> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProductError && !error.retryable) return { refused: error.message };
    throw error;
  }
}
