import type { IdentifierType, QuarantineReason } from "@rode-draad/domain";
import { IGNORED_COLUMNS_LISTED, REFUSED_ROWS_LISTED } from "./limits.js";
import type { RowProblem } from "./row/data-row.js";

/** What became of one row. Positions and types only, never text. */
export type NoteOutcome =
  | {
      readonly row: number;
      readonly kind: "stored" | "replaced" | "duplicate";
      readonly masked: Readonly<Partial<Record<IdentifierType, number>>>;
    }
  | { readonly row: number; readonly kind: "quarantined"; readonly reason: QuarantineReason }
  | { readonly row: number; readonly kind: "objected" }
  | { readonly row: number; readonly kind: "refused"; readonly problems: readonly Omit<RowProblem, "row">[] };

/** What an import did, for the terminal, the screen and the store. Every row is in exactly one of the first six counts. */
export interface ImportSummary {
  readonly dryRun: boolean;
  readonly rows: number;
  /** New notes. */
  readonly stored: number;
  /** Known ids that came with another content. */
  readonly replaced: number;
  readonly duplicate: number;
  readonly quarantined: Readonly<Partial<Record<QuarantineReason, number>>>;
  /** Notes whose client objected: not stored, and taken away when they were. */
  readonly objected: number;
  readonly refusedRows: number;
  /** Of the stored and replaced notes, how many had something masked. */
  readonly masked: number;
  readonly maskedByType: Readonly<Partial<Record<IdentifierType, number>>>;
  /** The first problems; `refusedUnlisted` counts the refused rows that are not in the list. */
  readonly refused: readonly RowProblem[];
  readonly refusedUnlisted: number;
  readonly ignoredColumns: readonly string[];
  /** Teams that came in with this import for the first time. */
  readonly newTeams: readonly string[];
}

/** What the store keeps of an import: what the page shows, and no name that stood in a file. */
export type KeptSummary = Omit<ImportSummary, "ignoredColumns" | "refused"> & {
  readonly refused: readonly Omit<RowProblem, "column">[];
};

export function toKeptSummary({ ignoredColumns: _, refused, ...summary }: ImportSummary): KeptSummary {
  return { ...summary, refused: refused.map(({ column: _column, ...problem }) => problem) };
}

export interface SummaryCollector {
  add(outcome: NoteOutcome): void;
  ignoreColumns(columns: readonly string[]): void;
  finish(facts: { dryRun: boolean; newTeams: readonly string[] }): ImportSummary;
}

export function createSummaryCollector(): SummaryCollector {
  const counts = {
    rows: 0,
    stored: 0,
    replaced: 0,
    duplicate: 0,
    objected: 0,
    refusedRows: 0,
    masked: 0,
  };
  const quarantined: Partial<Record<QuarantineReason, number>> = {};
  const maskedByType: Partial<Record<IdentifierType, number>> = {};
  const refused: RowProblem[] = [];
  const ignored = new Set<string>();
  let refusedListed = 0;

  const addMasked = (masked: Readonly<Partial<Record<IdentifierType, number>>>): void => {
    const types = Object.entries(masked) as [IdentifierType, number][];
    if (types.length > 0) counts.masked += 1;
    for (const [type, times] of types) maskedByType[type] = (maskedByType[type] ?? 0) + times;
  };

  return {
    add(outcome) {
      counts.rows += 1;
      switch (outcome.kind) {
        case "stored":
        case "replaced":
          addMasked(outcome.masked);
          counts[outcome.kind] += 1;
          break;
        case "duplicate":
        case "objected":
          counts[outcome.kind] += 1;
          break;
        case "quarantined":
          quarantined[outcome.reason] = (quarantined[outcome.reason] ?? 0) + 1;
          break;
        case "refused":
          counts.refusedRows += 1;
          if (refused.length >= REFUSED_ROWS_LISTED) break;
          refusedListed += 1;
          refused.push(...outcome.problems.map((problem) => ({ row: outcome.row, ...problem })));
      }
    },
    ignoreColumns(columns) {
      for (const column of columns) if (ignored.size < IGNORED_COLUMNS_LISTED) ignored.add(column);
    },
    finish: ({ dryRun, newTeams }) => ({
      dryRun,
      ...counts,
      quarantined,
      maskedByType,
      refused,
      refusedUnlisted: counts.refusedRows - refusedListed,
      ignoredColumns: [...ignored],
      newTeams,
    }),
  };
}
