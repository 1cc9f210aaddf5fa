import type { AccessPolicy, Action, Month, Role } from "@rode-draad/domain";

/** What every page needs before its own content. */
export interface FrameTools {
  readFrame(): Promise<FrameView>;
  readAccount(): Promise<AccountView>;
  readChoices(): Promise<ChoicesView>;
}

export interface FrameView {
  readonly municipality: string;
  readonly productVersion: string;
  /** The fewest that are behind anything that is shown, as the municipality has set it. */
  readonly limits: { readonly households: number; readonly colleagues: number };
  /** Who is signed in, and what this person may do; absent: nobody. */
  readonly account?: { readonly name: string; readonly actions: readonly Action[] };
}

/** Who somebody is here. */
export interface AccountView {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
  /** How far this person sees. */
  readonly reach: AccessPolicy;
  /** Codes of an app at signing in; absent for who signs in elsewhere. */
  readonly secondStep?: { readonly isOn: boolean; readonly recoveryCodes: number };
}

/** What can be chosen. No months: nothing was imported yet. */
export interface ChoicesView {
  /** Latest first. */
  readonly months: readonly Month[];
  readonly areas: readonly { readonly code: string; readonly name: string }[];
  readonly teams: readonly { readonly code: string; readonly name: string }[];
}

/** A month and one part: everything, a wijk or a team. Never a wijk and a team at once: that isolates colleagues. */
export interface Choice {
  readonly month: Month;
  readonly part: ChoicePart;
}
export type ChoicePart =
  | { readonly kind: "municipality" }
  | { readonly kind: "area"; readonly code: string }
  | { readonly kind: "team"; readonly code: string };
