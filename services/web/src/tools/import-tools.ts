import type { Readable } from "node:stream";
import type { AreaCode, Day } from "@rode-draad/domain";

/** Files with notes, and what came of them. */
export interface ImportTools {
  /** Looks at the columns of a file and holds it in memory for a while. Throws a ProductError for what cannot be read. */
  keepUpload(file: { readonly fileName: string; readonly content: Readable }): Promise<{ readonly uploadId: string }>;
  /** What the columns are, as far as is known, and how many rows can be read so. Undefined: it is not there any more. */
  readUpload(uploadId: string, names?: ImportNames): Promise<UploadView | undefined>;
  /** Begins to take the file in through the privacy gate. Undefined: it is not there any more. */
  startImport(uploadId: string, names: ImportNames): Promise<{ readonly importId: string } | undefined>;
  readImport(importId: string): Promise<ImportView | undefined>;
  /** How far it is, for a page that waits; undefined when there is no such import. */
  readProgress(importId: string): Promise<ImportProgress | undefined>;
  /** The latest first. */
  listImports(): Promise<readonly ImportLine[]>;
  /** Every refused row that was kept, for a file. */
  listRefusedRows(importId: string): Promise<readonly RefusedRow[] | undefined>;
  /** An empty file with the right columns. */
  writeTemplate(kind: "csv" | "xlsx" | "jsonl"): Promise<Buffer>;
}

export interface ImportNames {
  /** The field of each column, by its place; nothing: the column is not read. */
  readonly fields: readonly (NoteColumn | undefined)[];
  /** Name of a wijk as it stands in the file → CBS wijkcode. */
  readonly namedAreas: Readonly<Record<string, AreaCode>>;
}

/** The fields of a note, those that a file has to have first. */
export const REQUIRED_COLUMNS = ["bronId", "datum", "team", "wijk", "tekst"] as const;
export const OPTIONAL_COLUMNS = ["casusRef", "medewerkerRef", "veiligheid", "nietGebruiken"] as const;
export type NoteColumn = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number];

export interface UploadView {
  readonly fileName: string;
  readonly columns: readonly {
    /** Its heading; absent when that reads like a sentence. */
    readonly name?: string;
    readonly kind: "empty" | "date" | "yes-no" | "number" | "short" | "text";
    readonly field?: NoteColumn;
  }[];
  /** The columns were chosen before, for a file with the same headings. */
  readonly isRemembered: boolean;
  readonly missing: readonly NoteColumn[];
  /** Absent: columns are missing, so no row can be read. */
  readonly rows?: { readonly readable: number; readonly refused: ImportView["refused"]; readonly refusedRows: number };
  /** Why the file cannot be read with these columns. */
  readonly problem?: string;
}

/** What came of an import: numbers of rows, which are exact, and never a text. */
export interface ImportView {
  /** `interrupted`: reading stopped before the end. */
  readonly state: "running" | "whole" | "interrupted";
  readonly progress: ImportProgress;
  readonly counts: readonly {
    readonly kind: "stored" | "replaced" | "duplicate" | "masked" | "heldBack" | "objected" | "refused";
    readonly value: number;
  }[];
  /** Why notes are held back: a Dutch sentence for each reason. */
  readonly heldBackBecause: readonly string[];
  readonly refused: readonly {
    readonly reason: string;
    readonly rows: readonly number[];
    readonly moreRows: number;
    readonly remedy: string;
  }[];
  /** Refused rows of which no number was kept. */
  readonly refusedUnlisted: number;
}

export interface ImportProgress {
  readonly isOver: boolean;
  readonly rows: number;
  /** From 0 to 100. */
  readonly percent: number;
}

export interface ImportLine {
  readonly id: string;
  readonly day: Day;
  readonly state: ImportView["state"];
  readonly rows: number;
  readonly refused: number;
}

export interface RefusedRow {
  readonly row: number;
  readonly reason: string;
  readonly remedy: string;
}
