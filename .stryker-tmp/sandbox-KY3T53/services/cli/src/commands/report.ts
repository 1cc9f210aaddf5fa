import { ProductError } from "@rode-draad/domain";
import { type Product, recordedAs } from "@rode-draad/pipeline";
import {
  lookOf,
  monthName,
  renderReportCsv,
  renderReportHtml,
  renderReportJson,
  renderReportPdf,
  renderReportTerminal,
  renderReportXlsx,
  type ThemeReport,
} from "@rode-draad/reports";
import { isStoreThere, listReports, listTeams, readReport } from "@rode-draad/store";
import type { ReportFormat } from "../report-formats.js";
import { quietConfiguration, withProduct } from "../with-product.js";

export interface ReportCommandOptions {
  readonly month: string;
  readonly team?: string;
  readonly format?: ReportFormat;
}

/** How a report is written, by the name of the format. */
const WRITERS: Readonly<Record<ReportFormat, (report: ThemeReport) => string | Buffer | Promise<string | Buffer>>> = {
  html: renderReportHtml,
  json: renderReportJson,
  csv: (report) => renderReportCsv(report),
  xlsx: renderReportXlsx,
  pdf: renderReportPdf,
};

/** Prints the report of a month: for people in the terminal, or in a format to keep. */
export async function report(options: ReportCommandOptions): Promise<void> {
  const write = options.format === undefined ? printable : WRITERS[options.format];
  const configuration = quietConfiguration();
  // Asking for a report must not make an empty database.
  if (!isStoreThere(configuration)) throw noReports();
  await withProduct(configuration, async (product) => {
    const { month, team, format = "terminal" as const } = options;
    const audited = { action: "export-report", subject: "report" } as const;
    const about = () => ({ details: { month, format, ...(team !== undefined && { teamCode: team }) } });
    const found = await recordedAs("opdracht-report", product, audited, () => findReport(product, options), about);
    const written = await write(found);
    await new Promise<void>((resolve) => process.stdout.write(written, () => resolve()));
  });
}

export function printable(report: ThemeReport): string {
  return `${renderReportTerminal(report, lookOf(process.stdout, process.env))}\n`;
}

/** The stored report; says what there is when this one is not there. */
export async function findReport(
  { store, municipalityId }: Product,
  { month, team }: Pick<ReportCommandOptions, "month" | "team">,
): Promise<ThemeReport> {
  const key = { month, ...(team !== undefined && { teamCode: team }) };
  const stored = await readReport(store.db, municipalityId, key);
  if (stored !== undefined) return stored.content as ThemeReport;
  const reports = await listReports(store.db, municipalityId);
  if (reports.length === 0) throw noReports();
  if (team !== undefined && !reports.some((known) => known.teamCode === team)) {
    const teams = (await listTeams(store.db, municipalityId)).map(({ code }) => code);
    throw new ProductError("team-unknown", `Het team "${team}" kennen wij niet. Kies uit: ${teams.join(", ")}.`);
  }
  const months = [...new Set(reports.map((known) => known.month))].sort();
  const [first = month, last = first] = [months[0], months.at(-1)];
  const present =
    first === last
      ? `Er is een rapport van ${monthName(first)}.`
      : `Er zijn rapporten van ${monthName(first)} tot en met ${monthName(last)}.`;
  throw new ProductError("report-missing", `Van ${monthName(month)} is er geen rapport. ${present}`);
}

function noReports(): ProductError {
  return new ProductError("report-missing", "Er zijn nog geen rapporten. Lees eerst notities in met rodedraad import.");
}
