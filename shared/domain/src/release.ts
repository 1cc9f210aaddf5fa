/**
 * What may leave the house as a number: a range, never a count. The five bands are those of the domain report (4.3);
 * "minder dan 10" stands for 0 to 9, because a printed zero is information too.
 */
export const BANDS = ["minder dan 10", "10 tot 14", "15 tot 24", "25 tot 49", "50 of meer"] as const;
export type Band = (typeof BANDS)[number];

/** The outcome of the release gate for one cell: a band, or withheld with a Dutch reason that gives nothing away. */
export type ReleasedValue =
  | { readonly released: true; readonly band: Band }
  | { readonly released: false; readonly reason: string };
