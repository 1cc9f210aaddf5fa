import type { ColumnMapping, ColumnPlan } from "../columns/plan-columns.js";

/** What every reader gets beside its source. */
export interface ReadContext {
  readonly mapping: ColumnMapping;
  /** Only a look at the columns: what the headings would feed is guessed, and none has to be there. */
  readonly isLook?: boolean;
  /** Called once a reader knows its columns, for the columns that nobody reads. */
  readonly onPlan: (plan: ColumnPlan) => void;
  /** Called with the bytes of the source that are behind us. */
  readonly onBytes: (bytes: number) => void;
}
