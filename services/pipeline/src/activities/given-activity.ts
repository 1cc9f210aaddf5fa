import { ProductError } from "@rode-draad/domain";

/** An activity as a file describes it, before it is tied to wijken and themes. */
export interface GivenActivity {
  /** Line of the file, or number in the list. */
  readonly line: number;
  /** What its source calls it, when it says. */
  readonly sourceId?: string;
  readonly name: string;
  readonly organisation: string;
  readonly meets?: string;
  readonly url?: string;
  /** Names or codes; none: the whole municipality. */
  readonly areas: readonly string[];
  /** Ids or names of themes, or words of a taxonomy. */
  readonly subjects: readonly string[];
  /** Read for words of themes, and not kept. */
  readonly description: string;
}

export function unreadable(sentence: string): ProductError {
  return new ProductError("activities-unreadable", sentence);
}
