import { type KeptSummary, QUARANTINE_MESSAGES } from "@rode-draad/intake";
import type { ImportView } from "@rode-draad/web";

/** Row numbers that fit a line; with more the page says how many. */
const ROWS_SHOWN = 12;

type Described = Omit<ImportView, "state" | "progress">;

/** What came of an import, for the page. Row numbers, reasons and remedies; never a text. Undefined: it is not over, or broke off. */
export function describeImport(summary: KeptSummary | undefined): Described {
  if (summary === undefined) return { counts: [], heldBackBecause: [], refused: [], refusedUnlisted: 0 };
  const heldBack = Object.values(summary.quarantined).reduce((sum, times) => sum + times, 0);
  const counts: ImportView["counts"] = [
    { kind: "stored", value: summary.stored },
    { kind: "replaced", value: summary.replaced },
    { kind: "duplicate", value: summary.duplicate },
    { kind: "masked", value: summary.masked },
    { kind: "heldBack", value: heldBack },
    { kind: "objected", value: summary.objected },
    { kind: "refused", value: summary.refusedRows },
  ];
  const reasons = Object.keys(summary.quarantined) as (keyof typeof QUARANTINE_MESSAGES)[];
  return {
    counts: counts.filter(({ value, kind }) => value > 0 || kind === "stored"),
    heldBackBecause: reasons.map((reason) => QUARANTINE_MESSAGES[reason]),
    refused: refusedByReason(summary),
    refusedUnlisted: summary.refusedUnlisted,
  };
}

/** One line per reason with the rows it holds for. */
export function refusedByReason({ refused }: Pick<KeptSummary, "refused">): ImportView["refused"] {
  const rows = new Map<string, number[]>();
  for (const { reason, row } of refused) rows.set(reason, [...(rows.get(reason) ?? []), row]);
  return [...rows].map(([reason, numbers]) => {
    const shown = numbers.slice(0, ROWS_SHOWN);
    return { ...splitReason(reason), rows: shown, moreRows: numbers.length - shown.length };
  });
}

/** A problem is a sentence that says what is wrong, and one or more that say what to do. */
export function splitReason(told: string): { readonly reason: string; readonly remedy: string } {
  const [reason = told, ...remedy] = told.split(/(?<=[.!?])\s+/);
  return { reason, remedy: remedy.join(" ") };
}
