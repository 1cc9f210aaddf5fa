import { ProductError, type ThemeId } from "@rode-draad/domain";

/**
 * The values that may leave the house. Reports, API and proposals take these types and no numbers, so that the compiler
 * refuses a count that did not pass the gate. The symbol is not exported, so only this folder can make one.
 */
declare const released: unique symbol;

/** A range that stands in the place of a count, such as "15 tot 24". `max` is null for the open top band. */
export interface ReleasedBand {
  readonly label: string;
  readonly min: number;
  readonly max: number | null;
  readonly [released]: "band";
}

/** A large count, rounded, such as "ongeveer 480". */
export interface ReleasedNumber {
  readonly label: string;
  readonly value: number;
  readonly [released]: "number";
}

/** A rounded percentage, such as "80 procent". */
export interface ReleasedShare {
  readonly label: string;
  readonly percent: number;
  readonly [released]: "share";
}

/** Two themes that may be said to go together in the municipality, in words and without a number. */
export interface ReleasedKnot {
  /** In alphabetical order. */
  readonly themeIds: readonly [ThemeId, ThemeId];
  readonly [released]: "knot";
}

/** What came of an evening, in a word and without a number. */
export interface ReleasedOutcome<Outcome extends string = string> {
  readonly word: Outcome;
  readonly [released]: "outcome";
}

/** Why a number is not shown. The codes are stable; `WITHHELD_SENTENCES` holds what a user reads. */
export type WithheldReason =
  | "below-threshold"
  | "denominator-too-small"
  | "too-few-professionals"
  | "dominance"
  | "group-disclosure"
  | "complementary"
  | "differencing"
  | "too-many-dimensions";

const WITHHELD_SENTENCES: Readonly<Record<WithheldReason, string>> = {
  "below-threshold": "Dit aantal is te klein om te tonen.",
  "denominator-too-small": "Hier lopen te weinig casussen. Daarom tonen wij geen aantal.",
  "too-few-professionals": "Dit getal komt van te weinig collega's. Daarom tonen wij het niet.",
  dominance: "Dit getal komt bijna helemaal van één collega. Daarom tonen wij het niet.",
  "group-disclosure": "Dit getal zegt iets over bijna iedereen in deze groep. Daarom tonen wij het niet.",
  complementary: "Dit getal zou een klein getal ernaast verraden. Daarom tonen wij het niet.",
  differencing: "Dit getal zou samen met een ander rapport te veel verraden. Daarom tonen wij het niet.",
  "too-many-dimensions": "Wij tonen geen aantallen per wijk en team tegelijk.",
};

export interface Withheld {
  readonly status: "withheld";
  readonly reason: WithheldReason;
  /** Dutch, B1, for the reader of the report. */
  readonly sentence: string;
}

export function withheld(reason: WithheldReason): Withheld {
  return { status: "withheld", reason, sentence: WITHHELD_SENTENCES[reason] };
}

export function makeBand(label: string, min: number, max: number | null): ReleasedBand {
  return brand<ReleasedBand>({ label, min, max });
}

export function makeNumber(label: string, value: number): ReleasedNumber {
  return brand<ReleasedNumber>({ label, value });
}

export function makeShare(label: string, percent: number): ReleasedShare {
  return brand<ReleasedShare>({ label, percent });
}

export function makeKnot(themeIds: readonly [ThemeId, ThemeId]): ReleasedKnot {
  return brand<ReleasedKnot>({ themeIds });
}

export function makeOutcome<Outcome extends string>(word: Outcome): ReleasedOutcome<Outcome> {
  return brand<ReleasedOutcome<Outcome>>({ word });
}

/** What this process released; the type guards the source code, this set guards what reaches a sentence at run time. */
const made = new WeakSet<object>();

function brand<Value extends object>(value: Omit<Value, typeof released>): Value {
  const frozen = Object.freeze(value) as unknown as Value;
  made.add(frozen);
  return frozen;
}

/** Stops a value that was put together elsewhere and cast to a released type. */
export function assertReleased(value: ReleasedBand | ReleasedNumber | ReleasedShare): void {
  if (made.has(value)) return;
  throw new ProductError("release-gate-bypassed", "Dit getal is niet vrijgegeven. Daarom tonen wij het niet.", {
    detail: "a value reached a released text without passing shared/privacy/src/release-gate",
  });
}
