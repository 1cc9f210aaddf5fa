import { inlineStylesheet, renderStandalonePage } from "@rode-draad/ui";
import type { ThemeReport } from "../theme-report.js";
import { ReportArticle } from "./report-article.js";

/** The report as one HTML file that fetches nothing: style, fonts and charts are inside. Prints on A4. */
export function renderReportHtml(report: ThemeReport): string {
  const { css, hash } = inlineStylesheet();
  return renderStandalonePage({
    title: report.title,
    css,
    cssHash: hash,
    children: (
      <main className="utrecht-page-body rd-breedte" id="inhoud">
        <ReportArticle report={report} isAppendixOpen={true} />
      </main>
    ),
  });
}
