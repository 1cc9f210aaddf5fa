import type { AreaCode, Collective, Day, Direction, Month, ProposalState, TeamCode, ThemeId } from "@rode-draad/domain";

/**
 * The monthly theme report, as it is released, stored and shown. Everything in it is a Dutch text or a released band;
 * an exact count of households, notes or colleagues has no place in this type. Section order: domain report 6.1.
 */
export interface ThemeReport {
  readonly version: 1;
  readonly title: string;
  readonly month: Month;
  readonly madeOn: Day;
  readonly municipality: { readonly id: string; readonly name: string };
  readonly scope: ReportScope;
  readonly window: ReportWindow;
  readonly sections: ReportSections;
  /** Themes that go together in the whole municipality. Absent in reports from before there were knots. */
  readonly knots?: readonly ThemeKnot[];
  readonly colophon: string;
  /** Every published cell, in a fixed order: what the CSV and the spreadsheet hold. */
  readonly published: readonly PublishedCell[];
}

/** The part of the municipality that a report is about. A wijk and a team are never crossed: that makes three dimensions. */
export type ReportScope =
  | { readonly kind: "municipality"; readonly name: string }
  | { readonly kind: "team"; readonly code: TeamCode; readonly name: string }
  | { readonly kind: "area"; readonly code: AreaCode; readonly name: string };

/** The two periods of three months that a report compares, with their Dutch names. */
export interface ReportWindow {
  readonly from: Month;
  readonly to: Month;
  /** "augustus, september en oktober" */
  readonly name: string;
  /** "aug–okt" */
  readonly short: string;
  readonly earlierName: string;
  readonly earlierShort: string;
}

export interface ReportSections {
  readonly glance: { readonly sentences: readonly Sentence[] };
  readonly recurring: { readonly rows: readonly ThemeRow[]; readonly all: readonly ThemeRow[] };
  readonly changes: { readonly groups: readonly ChangeGroup[] };
  readonly proposals: {
    readonly cards: readonly ProposalCard[];
    readonly choices: readonly string[];
    readonly sum?: TimeSum;
  };
  /** `more` initiatives have no row: a report is two screens long. */
  readonly running: { readonly rows: readonly RunningRow[]; readonly more?: number };
  readonly lookAhead: { readonly items: readonly LookAheadItem[] };
  readonly hidden: { readonly items: readonly Term[]; readonly safety: string };
  readonly quality: { readonly items: readonly Term[] };
}

/** A sentence in parts, so that a page can set a theme in bold or link it, and a terminal can leave that out. */
export type Sentence = readonly SentencePart[];
export interface SentencePart {
  readonly text: string;
  readonly strong?: true;
  readonly themeId?: ThemeId;
  readonly target?: "choices";
}

/** A released band as plain data: a report outlives the process that released it. `max` is null for the open top band. */
export interface ShownBand {
  readonly label: string;
  readonly min: number;
  readonly max: number | null;
}

export interface ThemeRow {
  readonly themeId: ThemeId;
  readonly name: string;
  readonly now: ShownBand;
  /** A band, or the sentence that says why there is none. */
  readonly earlier: { readonly band: ShownBand } | { readonly reason: string };
  readonly direction: Direction;
  readonly directionWord: string;
  readonly collective: Collective;
  /** Only on a theme that no catalogue foresaw: the words that its questions share. */
  readonly words?: readonly string[];
}

/** Two themes that the same households have more often than chance brings. In words: a knot has no number. */
export interface ThemeKnot {
  readonly themes: readonly [KnotTheme, KnotTheme];
}
export interface KnotTheme {
  readonly id: ThemeId;
  readonly name: string;
  readonly collective: Collective;
}

export interface ChangeGroup {
  readonly direction: Direction;
  readonly word: string;
  readonly items: readonly ChangeItem[];
}
export interface ChangeItem {
  readonly themeId: ThemeId;
  readonly name: string;
  readonly note?: string;
}

/** A proposal in the words of the card (domain report 6.2). */
export interface ProposalCard {
  readonly id: string;
  readonly title: string;
  readonly form: string;
  readonly themes: readonly { readonly id: ThemeId; readonly name: string }[];
  readonly area: { readonly code: AreaCode; readonly name: string };
  readonly whyNow: string;
  /** The released evidence behind the proposal. */
  readonly reasons: readonly string[];
  readonly rule: string;
  readonly band: string;
  readonly forWhom: string;
  readonly turnout: string;
  readonly preparation: string;
  readonly saved: string;
  readonly partners: readonly string[];
  readonly growsInto: readonly string[];
  readonly avoid: string;
  readonly careNeeded: boolean;
  readonly state: ProposalState;
}

/** Time saved against time spent for one proposal: an estimate for the whole team, never per colleague. */
export interface TimeSum {
  readonly title: string;
  readonly saved: Figure;
  readonly spent: Figure;
  readonly gain: Figure;
}
export interface Figure {
  readonly value: string;
  readonly explanation: string;
}

export interface RunningRow {
  readonly title: string;
  readonly form: string;
  readonly visitors: string;
  readonly opinion: string;
  readonly next: string;
}

export interface LookAheadItem {
  readonly when: string;
  /** `YYYY-MM` or `YYYY-MM-DD`, for machines. */
  readonly date: string;
  readonly text: string;
}

export interface Term {
  readonly term: string;
  readonly text: string;
}

export interface PublishedCell {
  readonly themeId: ThemeId;
  readonly theme: string;
  readonly now: string;
  readonly earlier: string;
  readonly direction: string;
}
