import type { Collective, Day, Direction, Month, ThemeId } from "@rode-draad/domain";
import type { SeriesBreak } from "./series-breaks.js";
import type { ShownBand, Term } from "./theme-report.js";

/** What the page of one theme shows: texts and released bands. */
export interface ThemeView {
  readonly id: ThemeId;
  readonly name: string;
  readonly meaning: string;
  readonly isEmergent: boolean;
  readonly collective: Collective;
  /** "Past bij een groep", "Alleen met zorg", "Alleen via een specialist". */
  readonly suitability: string;
  readonly suitabilityReason: string;
  readonly month: Month;
  readonly facts: readonly Term[];
  readonly rules: readonly { readonly when: string; readonly text: string }[];
  /** The words that hold the questions together; from the catalogue or, for an emergent theme, from counts over many cases. */
  readonly words: readonly string[];
  /** Where the words are those that decided in the municipality itself, and what else is known of that. */
  readonly why?: ThemeWhy;
  readonly season?: { readonly months: readonly number[]; readonly note: string };
  /** The word as it stands on its own, such as "Stijgt". */
  readonly direction?: { readonly direction: Direction; readonly word: string };
  readonly line?: ThemeLine;
  /** Themes that go along with this one in the municipality. */
  readonly knots: readonly KnottedTheme[];
  readonly proposals: readonly ThemeOffer[];
  /** Only on a theme that is never collective, and then instead of everything that counts or proposes. */
  readonly specialist?: { readonly partner: string; readonly text: string };
}

/** "Waarom samen?" in generated sentences. */
export interface ThemeWhy {
  /** A question that surely belongs here, and one that only just does. */
  readonly typical?: string;
  readonly doubtful?: string;
  /** The theme that comes next, and, where words tell, why these questions are not in it. */
  readonly nearest?: { readonly id: ThemeId; readonly name: string; readonly difference?: string };
}

export interface KnottedTheme {
  readonly id: ThemeId;
  readonly name: string;
  readonly careNeeded: boolean;
  /** An offer for both themes at once. */
  readonly proposal?: ThemeOffer;
}

/** A proposal about the theme; the same offer in two wijken has the same title. */
export interface ThemeOffer {
  readonly id: string;
  readonly title: string;
  readonly areaName: string;
}

/** Two years of one theme in one place. */
export interface ThemeLine {
  readonly place: string;
  /** The lanes, from below. */
  readonly lanes: readonly ShownBand[];
  readonly points: readonly ThemePoint[];
  readonly events: readonly ThemeEvent[];
  /** Where the theme came to mean something else. */
  readonly breaks: readonly SeriesBreak[];
  readonly periods: readonly ThemePeriod[];
  readonly now: string;
  readonly caption: string;
}

export interface ThemePoint {
  readonly month: Month;
  readonly monthLabel: string;
  /** Absent when the value was withheld. */
  readonly lane?: number;
  readonly isBusy: boolean;
}

export interface ThemeEvent {
  readonly month: Month;
  readonly number: number;
  readonly kind: "outside" | "ours" | "meaning";
  readonly label: string;
  readonly text: string;
}

/** Months in a row with the same band, for the table under the line. */
export interface ThemePeriod {
  readonly name: string;
  readonly band: string;
  readonly events: string;
}

/** An own offer that was held, as an event on the line. */
export interface HeldOffer {
  readonly day: Day;
  readonly title: string;
  readonly visitors?: ShownBand;
}
