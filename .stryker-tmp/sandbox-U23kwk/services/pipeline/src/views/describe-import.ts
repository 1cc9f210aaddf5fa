import { type ImportSummary, QUARANTINE_MESSAGES } from "@rode-draad/intake";
import type { ImportView } from "@rode-draad/web";

/** Row numbers that fit a line; with more the list says so. */
const ROWS_SHOWN = 12;

/** What came of an import, for the page. Row numbers, reasons and remedies; never a text. */
export function describeImport(summary: ImportSummary | { readonly interrupted: true }): ImportView {
  if ("interrupted" in summary) {
    return {
      title: "Het bestand is niet helemaal gelezen",
      lead: "Wat wij konden lezen, is bewaard. Lees het bestand gerust nog een keer in: niets komt dubbel.",
      counts: [],
      refused: [],
    };
  }
  const heldBack = Object.values(summary.quarantined).reduce((sum, times) => sum + times, 0);
  const counts: ImportView["counts"] = [
    { term: "Opgeslagen", value: summary.stored, hint: "Nieuwe notities, na de privacypoort." },
    { term: "Vervangen", value: summary.replaced, hint: "Deze notities hadden een nieuwe tekst." },
    { term: "Al bekend", value: summary.duplicate, hint: "Deze notities stonden er al. Er is niets veranderd." },
    { term: "Iets weggehaald", value: summary.masked, hint: "Hier stond nog een naam, nummer of adres in." },
    { term: "Tegengehouden", value: heldBack, hint: heldBackHint(summary) },
    { term: "Niet gebruikt", value: summary.objected, hint: "De cliënt wil dit niet. De tekst is niet bewaard." },
    { term: "Geweigerd", value: summary.refusedRows, hint: "Deze rijen konden wij niet lezen. Zie hieronder." },
  ];
  return {
    title: summary.refusedRows === 0 ? "Je bestand is ingelezen" : "Je bestand is ingelezen, met geweigerde rijen",
    lead: "Wij werken de notities nu uit. Over een minuut zie je ze in het overzicht.",
    counts: counts.filter(({ value, term }) => value > 0 || term === "Opgeslagen"),
    refused: refusedByReason(summary),
  };
}

function heldBackHint(summary: ImportSummary): string {
  const reasons = Object.keys(summary.quarantined) as (keyof typeof QUARANTINE_MESSAGES)[];
  return reasons.map((reason) => QUARANTINE_MESSAGES[reason]).join(" ");
}

/** One line per reason with the rows it holds for. */
function refusedByReason({ refused, refusedUnlisted }: ImportSummary): ImportView["refused"] {
  const rows = new Map<string, number[]>();
  for (const { reason, row } of refused) rows.set(reason, [...(rows.get(reason) ?? []), row]);
  const groups = [...rows].map(([reason, numbers]) => {
    const more = numbers.length - ROWS_SHOWN;
    const shown = numbers.slice(0, ROWS_SHOWN).join(", ");
    // A problem is a sentence that says what is wrong, and one or more that say what to do.
    const [what = reason, ...remedy] = reason.split(/(?<=[.!?])\s+/);
    return { reason: what, rows: more > 0 ? `${shown} en nog ${more}` : shown, remedy: remedy.join(" ") };
  });
  if (refusedUnlisted > 0)
    groups.push({ reason: "Er zijn nog meer geweigerde rijen.", rows: String(refusedUnlisted), remedy: "" });
  return groups;
}
