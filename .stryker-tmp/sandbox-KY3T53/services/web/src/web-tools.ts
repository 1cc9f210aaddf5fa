import type { Readable } from "node:stream";
import type {
  Action,
  AreaCode,
  Day,
  DeclineReason,
  Month,
  ProposedDate,
  RawText,
  RefusalReason,
  Stretch,
} from "@rode-draad/domain";
import type { ProposalCard, ThemeGroup, ThemeReport, ThemeView } from "@rode-draad/reports";

/**
 * What the pages need for one person, as functions that give back released views: texts and bands. What comes out is what this
 * person may see, and what is changed is changed in this person's name. The web layer counts nothing and reads no note. Reading
 * functions change nothing; only `decide`, `correctTheme`, `undoCorrection`, `releaseMonth`, `sendRequest`, `importFile`,
 * `releaseNote` and `withdrawNote` do.
 */
export interface WebTools {
  readFrame(): Promise<FrameView>;
  readAccount(): Promise<AccountView>;
  readChoices(): Promise<ChoicesView>;
  /** Undefined when there is no report for this month and part. `exportAs`: it leaves as a file of this kind. */
  readReport(choice: Choice, exportAs?: ReportFileKind): Promise<ThemeReport | undefined>;
  /** Whether the report of a month is still a draft; undefined when there is none. */
  readReportState(month: Month): Promise<ReportState | undefined>;
  /** A person signs the draft off that they saw. A sentence when it was not let out. */
  releaseMonth(order: { readonly month: Month; readonly madeAt: string }): Promise<{ readonly refused?: string }>;
  listThemes(): Promise<readonly ThemeGroup[]>;
  /** Undefined for an id that never was; a theme that went into another one says where it is now, and one that is none any more who closed it. */
  readTheme(
    themeId: string,
    choice: Choice,
  ): Promise<ThemePageView | { readonly movedTo: string } | { readonly closed: ThemeChangeLine } | undefined>;
  /** Throws `theme-unknown`. */
  correctTheme(draft: CorrectionDraft): Promise<CorrectionOutcome>;
  /** Throws `correction-unknown`. */
  undoCorrection(correctionId: string, reason: Reason): Promise<CorrectionOutcome>;
  /** What people and the program did to the themes, the latest first; with `correctionId` only that correction and its undoing. */
  listChanges(filter?: { readonly correctionId?: string }): Promise<readonly ThemeChangeLine[]>;
  /** The proposals of a part, best first, in every state. */
  listProposals(choice: Choice): Promise<readonly DecidedCard[]>;
  readProposal(proposalId: string): Promise<ProposalPageView | undefined>;
  /** Refuses with a ProductError what may not be decided, such as a theme with care that was not discussed. */
  decide(decision: Decision): Promise<void>;
  /** The letter as the partner would get it. Sends and stores nothing. */
  previewRequest(proposalId: string, draft: RequestDraft): Promise<LetterView>;
  sendRequest(proposalId: string, draft: RequestDraft): Promise<void>;
  /** Takes in a file through the privacy gate while it streams. */
  importFile(upload: Upload): Promise<{ readonly importId: string }>;
  readImport(importId: string): Promise<ImportView | undefined>;
  /** What was taken out of a note, or why it is held back, by its number in the source system. Undefined for an unknown one. */
  readNote(sourceId: string): Promise<NotePageView | undefined>;
  /** Keyed hash of a pasted text, made while it is in hand. */
  hashText(text: string): string;
  /** Takes the writer's own text through the gate again. Throws `note-unknown`. */
  releaseNote(draft: NoteReleaseDraft): Promise<NoteOutcome>;
  /** Throws `note-unknown`. */
  withdrawNote(sourceId: string): Promise<NoteOutcome>;
}

/** What the pages behind the links in letters need. Nobody signs in there: the link is all that a partner has. */
export interface PartnerTools {
  /** What stands behind the link of a letter; undefined when the link does not work here and now. Uses nothing up. */
  readPartnerPage(token: string): Promise<PartnerPageView | undefined>;
  /** Answers once. "gone": the link does not work, or was used. A remark that the gate holds back must be written anew. */
  answerPartner(token: string, draft: AnswerDraft): Promise<"done" | "gone" | { readonly heldBack: string }>;
}

/** A draft can change with every import; what was released never does. */
export type ReportState =
  | { readonly kind: "released" }
  /** `madeAt` says which draft it is, as an ISO moment; `whyNotRelease` why this person may not release it. */
  | { readonly kind: "draft"; readonly madeAt: string; readonly whyNotRelease?: string };

export type ReportFileKind = "csv" | "json" | "xlsx" | "html";

/** The fields of a `PartnerRequest` in words, and nothing that a partner may not have. */
export interface PartnerPageView {
  readonly title: string;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly asks: readonly string[];
  readonly offers: readonly string[];
  readonly dates: readonly string[];
  readonly contact: {
    readonly name: string;
    readonly role: string;
    readonly team: string;
    readonly phone: string;
    readonly email: string;
  };
  readonly pleaseDoNotAsk: string;
  readonly declineChoices: readonly { readonly value: DeclineReason; readonly label: string }[];
  /** The answer that was given. */
  readonly answered?: string;
}

/** An answer as it was typed: not yet through the gate. */
export type AnswerDraft =
  | { readonly kind: "accept"; readonly dateIndex: number }
  | { readonly kind: "other-date"; readonly date: ProposedDate; readonly remark?: string }
  | { readonly kind: "decline"; readonly reason: DeclineReason; readonly remark?: string }
  | { readonly kind: "call"; readonly remark?: string };

/** What a worker sees of an own note: kinds and places, never text. */
export interface NotePageView {
  readonly state: "stored" | "quarantined" | "withdrawn";
  /** "2 namen", "1 adres". */
  readonly takenOut: readonly string[];
  /** Where in the text that the worker holds, counted in characters from 0, half-open. */
  readonly places: readonly {
    readonly start: number;
    readonly end: number;
    readonly kind: string;
    /** The worker cannot say that it is nobody's. */
    readonly isAlwaysMasked: boolean;
  }[];
  /** It is held back because of traits that together may point at somebody. */
  readonly isAboutTraits: boolean;
  /** Why it is held back and what to do about it. */
  readonly reason?: string;
}

/** The pasted text with what its writer says about it. Lives as long as the request. */
export interface NoteReleaseDraft {
  readonly sourceId: string;
  /** The text as it may have been before a browser changed how its lines end. */
  readonly forms: readonly { readonly text: RawText; readonly textHash: string }[];
  readonly isEdited: boolean;
  readonly harmless: readonly Stretch[];
  readonly traitsPointAtNobody: boolean;
}

/** How the note stands now, or the sentence that says why nothing was done. */
export type NoteOutcome = { readonly note: NotePageView } | { readonly refused: string };

export interface FrameView {
  readonly municipality: string;
  readonly productVersion: string;
  /** Who is signed in, and what this person may do; absent: nobody. */
  readonly account?: { readonly name: string; readonly actions: readonly Action[] };
}

/** Who somebody is here, in words. */
export interface AccountView {
  readonly name: string;
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  /** How far this person sees. */
  readonly reach: string;
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

export type Decision =
  | { readonly kind: "pick-up"; readonly proposalId: string; readonly discussedInTeam: boolean }
  | { readonly kind: "later"; readonly proposalId: string }
  | {
      readonly kind: "refuse";
      readonly proposalId: string;
      readonly reason: RefusalReason;
      readonly remark?: string;
    };

/** A theme with what happened to it and what a person may do to it. */
export interface ThemePageView {
  readonly theme: ThemeView;
  /** The latest first. */
  readonly changes: readonly ThemeChangeLine[];
  readonly choices: CorrectionChoices;
}

/** What a person may do to a theme as a whole. */
export interface CorrectionChoices {
  /** The kinds that may not be used, with the sentence that says why. */
  readonly whyNot: Readonly<Partial<Record<CorrectionDraft["kind"], string>>>;
  /** The themes that it may be merged into, in groups. */
  readonly mergeInto: readonly {
    readonly group: string;
    readonly themes: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** Who decides, and why. */
export interface Person {
  readonly who: string;
  readonly why: string;
}

/** Why somebody decides; who it is follows from the sign-in. */
export interface Reason {
  readonly why: string;
}

/** A correction as it was typed: not yet through the gate, nor held against the rules. */
export type CorrectionDraft = Reason & { readonly themeId: string } & (
    | { readonly kind: "rename"; readonly name: string }
    | { readonly kind: "merge"; readonly intoId: string }
    | { readonly kind: "split"; readonly name: string; readonly words: readonly string[] }
    | { readonly kind: "pin" | "not-a-theme" | "sleep" }
  );

export type CorrectionOutcome =
  | { readonly correctionId: string }
  /** The gate held these back: they must be written anew, and this sentence says so. */
  | { readonly heldBack: readonly ("name" | "words" | "why")[]; readonly sentence: string }
  /** The sentence that says why it may not, or not now. */
  | { readonly refused: string };

/** One change of a theme, for the list that people read. */
export interface ThemeChangeLine {
  readonly id: string;
  readonly day: Day;
  /** "3 november 2026". */
  readonly when: string;
  readonly sentence: string;
  /** The theme that it is about, when that has a page. */
  readonly theme?: { readonly id: string; readonly name: string };
  /** Absent when the program did it. */
  readonly person?: Person;
  /** The correction that this line tells of or undoes. */
  readonly correctionId?: string;
  /** On a correction: whether it can be undone, or the sentence that says why not. */
  readonly undo?: "possible" | { readonly whyNot: string };
}

/** A proposal with, when it was refused, the reason and the line that a colleague gave; the line passed the gate. */
export interface DecidedCard extends ProposalCard {
  readonly refusal?: { readonly reason: RefusalReason; readonly remark?: string };
  /** The sentence that says why this person may not decide on it. */
  readonly whyNotDecide?: string;
}

export interface ProposalPageView {
  readonly card: DecidedCard;
  /** Whom a request can go to, first choice first. Empty: this offer needs no partner. */
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  /** Two evenings that suit most partners, to start the form with; fewer when the calendar holds none. */
  readonly dates: readonly ProposedDate[];
  /** The sentence that says why this person may not ask a partner. */
  readonly whyNotAsk?: string;
  /** Requests that went out already. */
  readonly requests: readonly {
    readonly partnerName: string;
    readonly stateSentence: string;
    /** What the partner said, in words. */
    readonly answer?: string;
  }[];
}

/** What a colleague fills in for a request; everything else in the letter comes from the catalogue. */
export interface RequestDraft {
  readonly partnerId: string;
  /** Absent: the letter is written as a file, to be sent by hand. */
  readonly partnerEmail?: string;
  readonly dates: readonly [ProposedDate, ProposedDate];
  readonly location: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
}

export interface LetterView {
  readonly subject: string;
  readonly text: string;
}

export interface Upload {
  readonly fileName: string;
  readonly content: Readable;
  /** Column heading → field of a note, for headings that the product would not recognise. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Name of a wijk as it stands in the file → CBS wijkcode. */
  readonly namedAreas: Readonly<Record<string, AreaCode>>;
}

/** What came of an import: numbers of rows, which are exact, and never a text. */
export interface ImportView {
  readonly title: string;
  readonly lead: string;
  readonly counts: readonly { readonly term: string; readonly value: number; readonly hint: string }[];
  readonly refused: readonly { readonly reason: string; readonly rows: string; readonly remedy: string }[];
}
