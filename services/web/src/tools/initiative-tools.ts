import type {
  AttendanceBand,
  Day,
  Evaluation,
  HoursSpent,
  InitiativeState,
  ProposedDate,
  RunSheetRole,
  RunSheetStep,
} from "@rode-draad/domain";
import type { ProposalPageView } from "./proposal-tools.js";

/** Initiatives: what somebody makes of a proposal, from the idea to what was learned. */
export interface InitiativeTools {
  listInitiatives(filter: InitiativeFilter): Promise<InitiativeListView>;
  readInitiative(initiativeId: string): Promise<InitiativePageView | undefined>;
  planInitiative(initiativeId: string, draft: PlanDraft): Promise<StepOutcome>;
  holdInitiative(initiativeId: string, heldOn: Day): Promise<StepOutcome>;
  /** It was not held after all. */
  takeBackInitiative(initiativeId: string): Promise<StepOutcome>;
  evaluateInitiative(initiativeId: string, draft: EvaluationDraft): Promise<StepOutcome>;
  joinInitiative(initiativeId: string): Promise<StepOutcome>;
  handBackInitiative(initiativeId: string): Promise<StepOutcome>;
  /** Gives the id of what follows, which this person carries. */
  startFollowUp(initiativeId: string, order: FollowUpOrder): Promise<StepOutcome>;
  readRunSheet(initiativeId: string): Promise<RunSheetPageView | undefined>;
  saveRunSheet(initiativeId: string, draft: RunSheetDraft): Promise<StepOutcome>;
  /** The question sheets of its themes. */
  readQuestionSheets(initiativeId: string): Promise<QuestionSheetsView | undefined>;
  /** The planned evening as iCalendar; undefined as long as there is no date. */
  readEveningCalendar(initiativeId: string): Promise<string | undefined>;
  /** How many of this person's own open cases fit each initiative that is ahead; to nobody else. */
  listOwnFits(): Promise<OwnFitsView>;
}

/** Done, with the initiative that it was done to or that came of it; or the sentence that says why not, by field when there is one. */
export type StepOutcome =
  | { readonly id: string }
  | { readonly refused: string }
  | { readonly heldBack: "place" | "line" | `step-${number}` };

/** One part of the list: `ahead` is everything that still asks for something to be done. */
export const INITIATIVE_PARTS = ["ahead", "idea", "planned", "held", "evaluated", "cancelled"] as const;
export type InitiativePart = (typeof INITIATIVE_PARTS)[number];

export interface InitiativeFilter {
  readonly part: InitiativePart;
  readonly areaCode?: string;
  /** From 1. */
  readonly page: number;
}

export interface InitiativeListView {
  /** How many there are of each, in this wijk. */
  readonly totals: Readonly<Record<InitiativeState, number>>;
  /** One of a chosen part; of `ahead` those that ask for something, grouped. None is empty. */
  readonly groups: readonly InitiativeGroup[];
  readonly page: number;
  readonly pages: number;
}

export interface InitiativeGroup {
  readonly state: InitiativeState;
  readonly rows: readonly InitiativeRow[];
  /** How many of the group are not on this page. */
  readonly more: number;
}

export interface InitiativeRow {
  readonly id: string;
  readonly title: string;
  readonly form: string;
  readonly areaName: string;
  readonly carriedBy: string;
  readonly isYours: boolean;
  /** The planned day, or the day on which it was held. */
  readonly day?: Day;
  readonly attendance?: AttendanceBand;
}

export interface InitiativePageView {
  readonly id: string;
  readonly proposalId: string;
  readonly title: string;
  readonly form: string;
  readonly area: { readonly code: string; readonly name: string };
  readonly state: InitiativeState;
  readonly careNeeded: boolean;
  readonly themes: readonly {
    readonly id: string;
    readonly name: string;
    /** What it was called when the initiative began, where a merge moved it since. */
    readonly formerName?: string;
  }[];
  readonly carriedBy: readonly { readonly name?: string; readonly isYou: boolean }[];
  readonly plan: {
    readonly date?: ProposedDate;
    /** The partner that accepted this date. */
    readonly acceptedBy?: string;
    readonly place?: string;
    readonly capacity?: number;
  };
  /** Partners that accepted another date than the one that stands. */
  readonly otherDates: readonly { readonly partnerName: string; readonly date: ProposedDate }[];
  readonly turnout: { readonly min: number; readonly max: number };
  readonly preparationHours: { readonly min: number; readonly max: number };
  readonly heldOn?: Day;
  readonly outcome?: {
    readonly attendance: AttendanceBand;
    readonly evaluation: Evaluation;
    readonly hours: HoursSpent;
    /** Of all colleagues together. */
    readonly hoursInTotal: number;
  };
  readonly requests: ProposalPageView["requests"];
  /** Whether this person may do anything with initiatives at all; the sentence that says why not. */
  readonly whyNotDecide?: string;
  /** Somebody else carries it: joining comes first. */
  readonly whyNotChange?: string;
  readonly mayJoin: boolean;
  readonly questionSheets: readonly SheetState[];
  /** Themes of which nobody wrote a question sheet yet. */
  readonly themesWithoutSheet: readonly string[];
  readonly chain: readonly ChainStep[];
  /** Forms that it can grow into, most likely first; what grew already is left out. */
  readonly growsInto: readonly { readonly formatId: string; readonly label: string }[];
  readonly whyNotFollowUp?: string;
  readonly ownFit: OwnFit;
}

/** A question sheet held against the day of the evening, or today while there is none. */
export interface SheetState {
  readonly themeId: string;
  readonly themeName: string;
  readonly validUntil: Day;
  /** `expired`: today already. `expires-before`: before the evening. */
  readonly state: "valid" | "expired" | "expires-before";
}

/** An initiative of the chain, the oldest first. */
export interface ChainStep {
  readonly id: string;
  readonly title: string;
  readonly form: string;
  readonly state: InitiativeState;
  readonly isThis: boolean;
  readonly day?: Day;
  readonly attendance?: AttendanceBand;
}

export interface PlanDraft {
  readonly date?: ProposedDate;
  readonly place?: string;
  readonly isPublicPlace: boolean;
  readonly capacity?: number;
}

export interface EvaluationDraft {
  readonly attendance: AttendanceBand;
  readonly evaluation: Omit<Evaluation, "line">;
  readonly line?: string;
  readonly hours: HoursSpent;
}

export interface FollowUpOrder {
  readonly formatId: string;
  readonly discussedInTeam: boolean;
}

export interface RunSheetPageView {
  readonly id: string;
  readonly title: string;
  readonly form: string;
  readonly areaName: string;
  readonly date?: ProposedDate;
  readonly place?: string;
  readonly steps: readonly RunSheetStep[];
  /** The form's own sheet, which nobody changed yet; or where a changed one was taken over from. */
  readonly origin: "form" | { readonly copiedFrom?: RunSheetSource };
  readonly whyNotChange?: string;
  /** Sheets of the same form that can be taken over, those of other wijken first. */
  readonly sources: readonly RunSheetSource[];
}

export interface RunSheetSource {
  readonly id: string;
  readonly title: string;
  readonly areaName: string;
  readonly heldOn?: Day;
}

export type RunSheetDraft =
  | {
      readonly kind: "steps";
      readonly steps: readonly { readonly offsetMinutes: number; readonly role: RunSheetRole; readonly what: string }[];
    }
  | { readonly kind: "copy"; readonly fromId: string }
  /** The form's own sheet again. */
  | { readonly kind: "reset" };

export interface QuestionSheetsView {
  readonly id: string;
  readonly title: string;
  readonly areaName: string;
  readonly day?: Day;
  readonly sheets: readonly (SheetState & {
    readonly checkedOn: Day;
    readonly sources: readonly { readonly name: string; readonly site: string }[];
    readonly questions: readonly { readonly question: string; readonly answer: string }[];
  })[];
  readonly themesWithoutSheet: readonly string[];
}

/** How many own cases fit, or why that is not told. */
export type OwnFit =
  | { readonly cases: number }
  | { readonly whyNot: "no-cases-here" | "not-linked" | "policy" | "role" };

export type OwnFitsView =
  | { readonly whyNot: "not-linked" | "policy" }
  | {
      readonly rows: readonly {
        readonly id: string;
        readonly title: string;
        readonly areaName: string;
        readonly day?: Day;
        readonly cases: number;
      }[];
    };
