import type { Collective, Month, Scope, Sensitivity, ThemeId } from "@rode-draad/domain";
import type { ReleaseParameters } from "./release-parameters.js";
import type { ReleasedBand, Withheld } from "./released.js";

/** Who reads the numbers: the team itself, a partner organisation, or anyone. */
export type Audience = "team" | "partner" | "public";

/** Theme × scope with exact numbers: what the gate is asked to release. A scope without area and team is the total. */
export interface CountCell extends Scope {
  readonly themeId: ThemeId;
  /** Distinct cases with the theme in the window. */
  readonly cases: number;
  /** Distinct professionals who wrote about it. */
  readonly professionals: number;
  /** Distinct cases in the scope and window, with whatever theme. */
  readonly denominator: number;
  /** Part of `cases` that comes from the professional with the most; left out when the source names none. */
  readonly largestProfessionalShare?: number;
}

/** What the gate has to know of a theme. */
export interface ThemeFacts {
  readonly collective: Collective;
  readonly sensitivity: Sensitivity;
}

/** A theme outside the catalogue: nobody judged it yet, so it counts as a middling one and never as a harmless one. */
export const EMERGENT_THEME_FACTS: ThemeFacts = { collective: "suitable", sensitivity: "midden" };

/** The months that a release is about, both included. */
export interface ReleaseWindow {
  readonly first: Month;
  readonly last: Month;
}

export interface ReleaseContext {
  readonly audience: Audience;
  readonly window: ReleaseWindow;
  readonly parameters: ReleaseParameters;
  /** `undefined` means: unknown, so not released. */
  readonly themeFacts: (themeId: ThemeId) => ThemeFacts | undefined;
  /** The latest release to the same audience, from the release ledger. */
  readonly previous?: ReleaseRecord;
  /** Keys of cells that may not be shown, because an attacker would work out too much; see `guardRelease`. */
  readonly withhold?: ReadonlySet<string>;
}

export type ReleasedCell = Scope & { readonly themeId: ThemeId } & (
    | { readonly status: "band"; readonly band: ReleasedBand }
    | Withheld
  );

export interface ReleasedTable {
  readonly audience: Audience;
  readonly window: ReleaseWindow;
  /** Ordered by theme, then area, then team. A theme that may not be named has no cell at all. */
  readonly cells: readonly ReleasedCell[];
}

/** One line of the release ledger: what a cell was when it left. Exact, so it stays in the store. */
export interface ReleaseRecordCell extends Scope {
  readonly themeId: ThemeId;
  /** The count on which the shown band was set. */
  readonly anchorCases: number;
  readonly shownBand: string;
  /** The band the count of that window would have given by itself. */
  readonly ownBand: string;
  /** Last month of the latest window in which the theme reached the number of cases from which it is named. */
  readonly namedIn?: Month;
}

export interface ReleaseRecord {
  readonly audience: Audience;
  readonly window: ReleaseWindow;
  readonly cells: readonly ReleaseRecordCell[];
  /** The table as it was shown, so that a frozen window is shown again to the letter. */
  readonly released: readonly RecordedCell[];
  /** Absent in records from before there were knots. */
  readonly knots?: KnotRecord;
  /** What was said of the whole municipality beside the table, as it was shown; `households` is "ongeveer 480". */
  readonly figures?: Readonly<Record<string, string>>;
  /** The window of the same length just before, when it was shown beside this one without a release of its own. */
  readonly earlier?: readonly RecordedCell[];
  /** What the numbers were made with, for whoever answers for them later. */
  readonly madeWith?: {
    readonly parameters: ReleaseParameters;
    readonly productVersion: string;
    readonly modelVersion: string;
  };
}

/** The part of a record that stood on a page. */
export type PublicRelease = Omit<ReleaseRecord, "cells" | "madeWith">;

/** The knots of a window as pairs of theme ids: those that the window would show by itself, and those that it showed. */
export interface KnotRecord {
  readonly own: readonly (readonly [ThemeId, ThemeId])[];
  readonly shown: readonly (readonly [ThemeId, ThemeId])[];
}

/** A released cell as plain data, as the ledger keeps it. */
export type RecordedCell = Scope & { readonly themeId: ThemeId } & (
    | { readonly status: "band"; readonly band: { readonly label: string } }
    | Withheld
  );

/** Names a cell within a table. */
export function cellKey(cell: Scope & { readonly themeId: ThemeId }): string {
  return JSON.stringify([cell.themeId, cell.areaCode ?? "", cell.teamCode ?? ""]);
}

/** The theme and place of a cell, without what it holds. */
export function placeOf(cell: Scope & { readonly themeId: ThemeId }): Scope & { readonly themeId: ThemeId } {
  return {
    themeId: cell.themeId,
    ...(cell.areaCode === undefined ? {} : { areaCode: cell.areaCode }),
    ...(cell.teamCode === undefined ? {} : { teamCode: cell.teamCode }),
  };
}

/** The theme in the name of a cell. */
export function themeOfKey(key: string): ThemeId {
  return JSON.parse(key)[0] as ThemeId;
}
