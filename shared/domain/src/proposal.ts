import type { AreaCode, TeamCode, ThemeId } from "./ids.js";
import type { Month } from "./period.js";

/** A range of people, shown as "20 tot 40 mensen". */
export interface TurnoutBand {
  readonly min: number;
  readonly max: number;
}

/** The rule that made a proposal and the released evidence for it; nothing here points at a case. */
export interface ProposalEvidence {
  readonly rule: string;
  /** A released band such as "15 tot 24" or "minder dan 10". */
  readonly band: string;
  readonly windowMonths: number;
  readonly reasons: readonly string[];
}

/** Theme × area turned into an offer that a community worker can pick up. All texts are Dutch, B1. */
export interface Proposal {
  readonly id: string;
  /** Equal for the same need (themes × area × form): the same need is never proposed twice. */
  readonly needKey: string;
  readonly month: Month;
  readonly areaCode: AreaCode;
  readonly teamCodes: readonly TeamCode[];
  readonly themeIds: readonly ThemeId[];
  /** The life event that bundles several themes into one evening. */
  readonly lifeEvent?: string;
  readonly careNeeded: boolean;
  readonly title: string;
  readonly formatId: string;
  readonly partnerIds: readonly string[];
  readonly whyNow: string;
  readonly forWhom: string;
  readonly turnout: TurnoutBand;
  readonly preparationHours: { readonly min: number; readonly max: number };
  /** One-to-one minutes that one visitor would have taken. */
  readonly minutesSavedPerVisitor: { readonly min: number; readonly max: number };
  readonly growsInto: readonly string[];
  readonly avoid: string;
  readonly evidence: ProposalEvidence;
  /** Sorts proposals; higher is better. */
  readonly score: number;
}

/** What a community worker did with a proposal. `held`: its evening took place. */
export type ProposalState = "open" | "picked-up" | "later" | "refused" | "requested" | "held";

/** The fixed reasons of "Niet doen, want …". */
export const REFUSAL_REASONS = [
  "bestaat-al",
  "geen-tijd",
  "past-niet-in-deze-wijk",
  "te-gevoelig",
  "geen-partner",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** The route for a theme that is never collective: a specialist, a phone number, nothing else. */
export interface SpecialistRoute {
  readonly themeId: ThemeId;
  readonly partnerId: string;
  readonly text: string;
}
