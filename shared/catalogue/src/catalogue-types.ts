import type { Collective, Day, Month, PartnerTerms, RunSheetStep, Sensitivity, ThemeId } from "@rode-draad/domain";

/**
 * The shapes of the reviewed data files. Property names are English; every text that a reader sees is Dutch.
 * The files hold exactly these shapes, so that loading is reading: nothing is renamed on the way.
 */

/** Estimated lower and upper bound, both included. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface LifeDomain {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
}

/** Something that happens in a life and brings several questions at once, such as "kind wordt 18". */
export interface LifeEvent {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
}

export type TermType = "term" | "old-name" | "abbreviation" | "colloquial" | "variant" | "phrase";

/** A word or expression that points at a theme. A weak one needs a second term of the same theme nearby. */
export interface ThemeTerm {
  readonly text: string;
  readonly type: TermType;
  readonly strength: "strong" | "weak";
}

/** What happens in some of the months of a season, in one Dutch sentence that a reader sees. */
export interface SeasonMoment {
  readonly months: readonly number[];
  readonly text: string;
}

/** Month numbers 1-12 in which a theme is expected to rise, with the reason. No months means no season. */
export interface Season {
  readonly months: readonly number[];
  readonly note: string;
  /** The reason month by month, so that a reader in October is not told about July. */
  readonly moments?: readonly SeasonMoment[] | undefined;
}

/** Smallest number of distinct cases before a count is shown. */
export interface MinCellSize {
  readonly teamInternal: number;
  readonly sharedWithPartner: number;
}

export interface Theme {
  readonly id: ThemeId;
  readonly label: string;
  /** The theme that people split it off from; absent on a theme of the catalogue itself. */
  readonly splitFrom?: ThemeId;
  /** A theme of the municipality's own that gets no new questions any more. */
  readonly isRetired?: boolean;
  readonly labelEn: string;
  readonly domainId: string;
  readonly definition: string;
  readonly terms: readonly ThemeTerm[];
  readonly lifeEventIds: readonly string[];
  readonly season: Season;
  readonly complexity: "enkelvoudig" | "gemengd" | "meervoudig";
  /** Minutes of one-to-one help; an estimate to calibrate locally. */
  readonly individualMinutes: Range;
  readonly collective: Collective;
  /** Why the theme is or is not collective; for a `never` theme this names the specialist route. */
  readonly collectiveReason: string;
  /** Best fitting format first; empty for `never` themes. */
  readonly formatIds: readonly string[];
  /** A title nobody has to be ashamed of; null for `never` themes. */
  readonly invitationTitle: string | null;
  /** First partner to ask stands first. */
  readonly partnerIds: readonly string[];
  /** Free text: partners that have no record of their own. */
  readonly otherPartners: readonly string[];
  readonly legalBasis: readonly string[];
  /** The rules in force in 2025 and 2026 that change the answer, in one Dutch note. */
  readonly ruleNote: string | null;
  readonly uplNameHints: readonly string[];
  readonly sensitivity: Sensitivity;
  /** Null for `never` themes: no count is large enough. */
  readonly minCellSize: MinCellSize | null;
  readonly exampleSnippet: string;
}

export interface Format {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  readonly kind: "informeren" | "ontmoeten" | "doen" | "leren" | "een-op-een" | "samenleven";
  readonly description: string;
  readonly duration: string;
  readonly frequency: string;
  readonly organisers: readonly string[];
  /** An estimate to calibrate locally. */
  readonly preparationHours: Range;
  /** People that fit in one session. */
  readonly capacity: Range;
  /** Formats this one can grow into, most likely first. */
  readonly followUpFormatIds: readonly string[];
  /** Free text: follow-ups that have no format of their own. */
  readonly followUpIdeas: readonly string[];
  readonly notWhen: string;
  /** Cases in a window from which the format is worth its preparation; a hint, not the floor. */
  readonly minSignalsHint: number;
}

export interface Partner {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  readonly canTakeOn: string;
  readonly mayReceive: string;
  readonly neverReceive: string;
  readonly note: string;
}

/** Themes that come together with a life event. The first theme is the one the evening is about. */
export interface Bundle {
  readonly lifeEventId: string;
  readonly themeIds: readonly ThemeId[];
}

/** A change in the rules that makes people ask. Without a year it returns every year. */
export interface RuleChange {
  readonly themeId: ThemeId;
  readonly starts: { readonly year?: number | undefined; readonly month: number };
  /** Months before and after the start in which its questions are expected. */
  readonly noticedMonths: { readonly before: number; readonly after: number };
  readonly note: string;
  /** Key of `sources.json`. */
  readonly source: string;
  /** An announced change explains nothing yet; it belongs in the outlook. */
  readonly status: "in-force" | "announced";
}

/** A rule change that explains a given month, with the month its rule starts in that case. */
export interface RuleChangeInEffect {
  readonly change: RuleChange;
  readonly startMonth: Month;
}

/** A range of cases that is printed instead of the count; `max` is null for the open top band. */
export interface DisplayBand {
  readonly min: number;
  readonly max: number | null;
  readonly label: string;
}

/** Default limits of the release gate. An administrator may only tighten them. */
export interface PrivacyParameters {
  readonly caseMinTeamInternal: number;
  readonly caseMinTeamSensitive: number;
  readonly caseMinShared: number;
  readonly caseMinBelowWijk: number;
  /** Open cases that an area must have before anything about it is released. */
  readonly openCasesMin: number;
  readonly dominanceShareMax: number;
  readonly roundTo: number;
  readonly rollingWindowMonths: number;
  readonly releaseIntervalDaysMin: number;
  readonly tableDimensionsMax: number;
  readonly releasesPerThemePerWindowMax: number;
  readonly professionalsMin: number;
  /** In rising order, without gap or overlap, from 0. */
  readonly displayBands: readonly DisplayBand[];
  readonly note: string;
}

export interface CatalogueMeta {
  readonly title: string;
  readonly version: string;
  readonly status: string;
  readonly date: string;
  readonly ruleReferencePeriod: string;
  readonly provenance: string;
  readonly uplNote: string;
  readonly domainNamesNote: string;
  readonly termTypes: Readonly<Record<TermType, string>>;
  readonly collectiveValues: Readonly<Record<Collective, string>>;
}

/** All files that the product reads at every start, as they stand on disk. */
export interface CatalogueData {
  readonly meta: CatalogueMeta;
  readonly lifeDomains: readonly LifeDomain[];
  readonly lifeEvents: readonly LifeEvent[];
  readonly themes: readonly Theme[];
  readonly formats: readonly Format[];
  readonly partners: readonly Partner[];
  readonly bundles: readonly Bundle[];
  readonly ruleChanges: readonly RuleChange[];
  readonly privacyParameters: PrivacyParameters;
  readonly partnerTerms: PartnerTerms;
  readonly sources: Readonly<Record<string, string>>;
}

/** What people ask at an evening about a theme, with answers that a colleague can read out. All texts are Dutch, B1. */
export interface QuestionSheet {
  readonly themeId: ThemeId;
  /** When somebody last held it against its sources, and the last day on which the answers hold. */
  readonly checkedOn: Day;
  readonly validUntil: Day;
  /** Public bodies that say so, with their site. */
  readonly sources: readonly { readonly name: string; readonly site: string }[];
  readonly questions: readonly { readonly question: string; readonly answer: string }[];
}

/** The run sheet that comes with a form, to start from. */
export interface FormatRunSheet {
  readonly formatId: string;
  /** In order of time. */
  readonly steps: readonly RunSheetStep[];
}

/** Aids for matching words in notes. */
export interface MatchingRules {
  readonly ambiguousAbbreviations: readonly {
    readonly text: string;
    readonly meanings: readonly string[];
    readonly rule: string;
  }[];
  readonly noteAbbreviations: readonly { readonly text: string; readonly meaning: string }[];
  /** Terms that more than one theme claims, in lower case. */
  readonly sharedTerms: readonly { readonly text: string; readonly themeIds: readonly ThemeId[] }[];
  readonly rules: readonly string[];
}

/** Words and patterns that keep a note out of everything but the safety route. Wide on purpose. */
export interface SafetyLexicon {
  readonly terms: readonly string[];
  /** `regex` is meant for a lower-cased text with the flags `iu`. */
  readonly patterns: readonly { readonly id: string; readonly themeId: ThemeId; readonly regex: string }[];
  readonly rules: readonly string[];
}

/** A kind of identifier in Dutch notes; `regex` is null where only lists or a person can find it. */
export interface IdentifierKind {
  readonly id: string;
  readonly label: string;
  readonly regex: string | null;
  readonly checksum: string | null;
  readonly validExamples: readonly string[];
  readonly falsePositive: string;
  readonly action: string;
  readonly confirmed: string;
}

/** Invented sentences for measuring only; never train on them. */
export interface EvaluationProbes {
  readonly note: string;
  readonly indirectSafety: readonly string[];
  readonly harmless: readonly string[];
}
