import type { Readable } from "node:stream";
import type { AreaCode } from "@rode-draad/domain";

/** Files with notes, and what came of them. */
export interface ImportTools {
  /** Takes in a file through the privacy gate while it streams. */
  importFile(upload: Upload): Promise<{ readonly importId: string }>;
  readImport(importId: string): Promise<ImportView | undefined>;
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
  /** False: reading stopped before the end. */
  readonly isWhole: boolean;
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
