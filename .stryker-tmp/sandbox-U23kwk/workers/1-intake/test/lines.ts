export const HEADINGS = "bronId,datum,team,wijk,tekst";

/** A CSV line of a note in which nothing is wrong. */
export function line(id: string, text = "Vraag over huurtoeslag.", date = "2026-10-05"): string {
  return `${id},${date},NOORD,WK999901,"${text.replaceAll('"', '""')}"`;
}
