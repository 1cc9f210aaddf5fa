import { type ImportSummary, QUARANTINE_MESSAGES } from "@rode-draad/intake";

/** More refused rows than fit a screen do not help; the file with all of them does. */
const REFUSED_ROWS_SHOWN = 20;

/** What an import did, in Dutch lines. Row numbers, columns and reasons; never a text. */
export function describeImport(summary: ImportSummary): string[] {
  const lines = [
    summary.dryRun ? "Proef: er is niets opgeslagen. Dit zou er gebeuren:" : "Klaar. Dit is er gebeurd:",
    count(summary.rows, "rij gelezen", "rijen gelezen"),
    count(summary.stored, "notitie opgeslagen", "notities opgeslagen"),
    ...optional(
      summary.replaced,
      "notitie vervangen door een nieuwe tekst",
      "notities vervangen door een nieuwe tekst",
    ),
    ...optional(summary.duplicate, "notitie stond er al", "notities stonden er al"),
    ...optional(
      summary.masked,
      "notitie met iets dat wij hebben weggehaald",
      "notities met iets dat wij hebben weggehaald",
    ),
    ...optional(
      summary.objected,
      "notitie niet gebruikt: de cliënt wil dat niet",
      "notities niet gebruikt: de cliënt wil dat niet",
    ),
    ...Object.entries(summary.quarantined).map(
      ([reason, times]) =>
        `${count(times, "notitie tegengehouden", "notities tegengehouden")}: ${QUARANTINE_MESSAGES[reason as keyof typeof QUARANTINE_MESSAGES]}`,
    ),
    ...optional(summary.refusedRows, "rij geweigerd", "rijen geweigerd"),
  ];
  for (const problem of summary.refused.slice(0, REFUSED_ROWS_SHOWN)) {
    const column = problem.column === undefined ? "" : `, kolom ${problem.column}`;
    lines.push(`      rij ${problem.row}${column}: ${problem.reason}`);
  }
  const unseen = summary.refusedRows - new Set(summary.refused.slice(0, REFUSED_ROWS_SHOWN).map(({ row }) => row)).size;
  if (unseen > 0) lines.push(`      en nog ${unseen} rijen`);
  if (summary.refusedRows > 0 && !summary.dryRun) {
    lines.push(
      "Herstel de geweigerde rijen en lees het bestand opnieuw in. Wat er al staat, slaan wij niet dubbel op.",
    );
  }
  if (summary.ignoredColumns.length > 0)
    lines.push(`Deze kolommen gebruiken wij niet: ${summary.ignoredColumns.join(", ")}.`);
  if (summary.newTeams.length > 0) lines.push(`Nieuwe teams: ${summary.newTeams.join(", ")}.`);
  return lines;
}

function count(number: number, one: string, more: string): string {
  return `${String(number).padStart(8)} ${number === 1 ? one : more}`;
}

function optional(number: number, one: string, more: string): string[] {
  return number === 0 ? [] : [count(number, one, more)];
}
