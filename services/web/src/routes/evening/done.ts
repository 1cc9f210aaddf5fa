/** What was just done, as the address says it after a redirect. */
export const DONE = [
  "afgesproken",
  "gevuld",
  "niet-gevuld",
  "gekozen",
  "verstuurd",
  "overgeslagen",
  "terug",
  "gestopt",
  "opnieuw",
  "verteld",
] as const;
export type Done = (typeof DONE)[number];
