import type { Readable } from "node:stream";
import type {
  AreaCode,
  AuditAction,
  AuditOutcome,
  Day,
  Month,
  OwnCatalogueChange,
  OwnTheme,
  Role,
  TeamCode,
  ThemeId,
  TokenScope,
} from "@rode-draad/domain";

/** What an administrator sets, and what a data protection officer watches over. */
export interface SettingsTools {
  /** What was set so far: for the start of these pages and for the first steps. */
  readSettings(): Promise<SettingsView>;
  nameTeam(team: { readonly code: TeamCode; readonly name: string }): Promise<Changed>;
  /** Reads a list of CBS. Stores nothing. */
  previewAreas(file: UploadedTable): Promise<AreasPreview | Refused>;
  saveAreas(areas: readonly NamedArea[]): Promise<Changed>;
  readOwnCatalogue(): Promise<OwnCatalogueView>;
  /** A theme of the catalogue or of one's own, with its words. */
  readCatalogueTheme(themeId: ThemeId): Promise<CatalogueThemeView | undefined>;
  changeOwnCatalogue(change: OwnCatalogueChange): Promise<Changed>;
  readLimits(): Promise<readonly LimitView[]>;
  /** Only stricter than they ship. */
  tightenLimits(values: Readonly<Record<string, number>>): Promise<Changed>;
  readTerms(): Promise<TermsView>;
  setTextDays(days: number): Promise<Changed>;
  listKeys(): Promise<readonly KeyView[]>;
  /** The secret is in this answer and nowhere else. */
  makeKey(key: { readonly name: string; readonly scopes: readonly TokenScope[] }): Promise<{ readonly secret: string }>;
  revokeKey(id: string): Promise<Changed>;
  listPeople(): Promise<readonly PersonView[]>;
  /** Gives the whole address of the one-time link. */
  invitePerson(person: PersonDraft): Promise<{ readonly link: string } | Refused>;
  renewInvitation(login: string): Promise<{ readonly link: string } | Refused>;
  closePerson(login: string): Promise<Changed>;
  readAuditLog(filter: AuditPageFilter): Promise<AuditPageView>;
  verifyAuditLog(): Promise<AuditVerdictView>;
  readLedger(): Promise<readonly LedgerLine[]>;
}

/** The sentence that says why nothing was changed. */
export interface Refused {
  readonly refused: string;
}
export type Changed = Readonly<Record<string, never>> | Refused;

export interface UploadedTable {
  readonly fileName: string;
  readonly content: Readable;
}

export interface NamedArea {
  readonly code: AreaCode;
  readonly name: string;
}

export interface SettingsView {
  readonly municipality: string;
  readonly teams: readonly { readonly code: TeamCode; readonly name: string }[];
  readonly areas: readonly NamedArea[];
  /** Accounts that are not closed. */
  readonly people: number;
  readonly imports: number;
  readonly activities: number;
  /** Version of the own words and themes; 0: nothing was added. */
  readonly catalogueVersion: number;
  readonly textDays: number;
}

export interface AreasPreview {
  readonly municipality: string;
  readonly areas: readonly (NamedArea & {
    /** The name that it has here now; absent: it is new. */
    readonly formerName?: string;
  })[];
  /** What could not be read, by line of the file. */
  readonly problems: readonly { readonly line: number; readonly reason: string }[];
}

export interface OwnCatalogueView {
  readonly domains: readonly { readonly id: string; readonly name: string }[];
  readonly formats: readonly { readonly id: string; readonly name: string }[];
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly {
    readonly domain: string;
    readonly themes: readonly { readonly id: ThemeId; readonly name: string; readonly ownWords: number }[];
  }[];
  readonly own: readonly OwnTheme[];
  /** The latest first; the first is in force. */
  readonly versions: readonly {
    readonly number: number;
    readonly change: OwnCatalogueChange;
    /** Of the theme that it is about, as it is called now. */
    readonly themeName?: string;
    readonly who: string;
    readonly day: Day;
  }[];
}

export interface CatalogueThemeView {
  readonly id: ThemeId;
  readonly name: string;
  readonly definition: string;
  readonly shippedWords: readonly string[];
  readonly ownWords: readonly string[];
  readonly isOwn: boolean;
  readonly isRetired: boolean;
}

export interface LimitView {
  readonly name: LimitName;
  readonly shipped: number;
  readonly value: number;
  readonly stricter: "higher" | "lower";
  /** Only multiples of this. */
  readonly step?: number;
}
export type LimitName =
  | "caseMinTeamInternal"
  | "caseMinTeamSensitive"
  | "caseMinShared"
  | "caseMinBelowWijk"
  | "openCasesMin"
  | "professionalsMin"
  | "dominanceShareMax"
  | "roundTo";

export interface TermsView {
  readonly textDays: number;
  readonly textDaysMax: number;
  readonly caseThemeMonths: number;
  readonly windowMonths: number;
}

export interface KeyView {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  readonly since: Day;
  readonly revokedOn?: Day;
}

export interface PersonView {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
  readonly state: "works" | "invited" | "closed";
  readonly isYou: boolean;
}

export interface PersonDraft {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teamCodes: readonly TeamCode[];
  readonly workerRef?: string;
}

export interface AuditPageFilter {
  readonly before?: number;
  readonly action?: AuditAction;
  readonly actorId?: string;
}

/** What somebody did, in the words of the log. */
export interface AuditPageView {
  /** The latest first. */
  readonly lines: readonly {
    readonly number: number;
    readonly at: Date;
    readonly actorId: string;
    /** The name of the account, or what acted. */
    readonly who: string;
    readonly what: string;
    /** With month, place, number of rows and the like. */
    readonly about: string;
    readonly outcome: AuditOutcome;
  }[];
  /** Everything that is written down, to choose from. */
  readonly actions: readonly { readonly action: AuditAction; readonly word: string }[];
  /** Absent: there is nothing before. */
  readonly before?: number;
}

export interface AuditVerdictView {
  readonly entries: number;
  /** Entries under a key that was lost, which nobody can check. */
  readonly underLostKey: number;
  readonly anchored: number;
  readonly broken?: {
    readonly number: number;
    readonly fault: "missing" | "altered" | "time-goes-back" | "rewritten" | "cut-off";
  };
  readonly forgedAnchors: number;
}

/** What left, what was refused and what was erased; the latest first. */
export type LedgerLine =
  | {
      readonly kind: "released";
      readonly month: Month;
      readonly who: string;
      readonly day: Day;
      readonly model: string;
    }
  | {
      readonly kind: "refused";
      readonly month: Month;
      readonly who: string;
      readonly day: Day;
      readonly reason: string;
    }
  | { readonly kind: "erasure"; readonly who: string; readonly day: Day };
