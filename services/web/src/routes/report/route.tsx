import {
  ReportArticle,
  type ReportComparison,
  renderReportCsv,
  renderReportHtml,
  renderReportJson,
  renderReportPdf,
  renderReportXlsx,
  type ThemeReport,
} from "@rode-draad/reports";
import { Icon } from "@rode-draad/ui";
import type { RequestHandler } from "express";
import type { ReactElement, ReactNode } from "react";
import { readChoice, withChoice } from "../../choice.js";
import { sendPage } from "../../http/send-page.js";
import { useDutch } from "../../messages/dutch.js";
import { dateOf } from "../../messages/use-names.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { Choice, ReportFileKind, ReportState, WebTools } from "../../web-tools.js";
import { ChoiceForm } from "../choice-form.js";
import { type Chosen, chosenRoute } from "../chosen-route.js";
import { NothingAboveThreshold } from "../first-run.js";
import { Comparison } from "./comparison.js";
import { ReleaseState } from "./release-state.js";
import { SubscriptionForm } from "./subscription-form.js";

/** GET /maandrapport: the report of the chosen month and part. */
export function report(tools: WebTools): RequestHandler {
  return chosenRoute(tools, "/maandrapport", async (chosen, request, response) => {
    const { frame, choice, place } = chosen;
    const [found, state, comparison, subscription] = await Promise.all([
      tools.readReport(choice),
      tools.readReportState(choice.month),
      tools.compareReport(choice),
      tools.readSubscription(),
    ]);
    const widerHref = withChoice("/maandrapport", { month: choice.month, part: { kind: "municipality" } });
    const content =
      found === undefined ? (
        <NothingAboveThreshold widerHref={widerHref} />
      ) : (
        <ReportPage report={found} chosen={chosen} state={state} comparison={comparison}>
          <SubscriptionForm subscription={subscription} isKept={request.query.gedaan === "mail"} />
        </ReportPage>
      );
    sendPage(response, frame, {
      title: wordsOf(response)("report.title", { month: dateOf(choice.month) }),
      section: "/maandrapport",
      place,
      content,
    });
  });
}

interface ReportPageProps {
  readonly report: ThemeReport;
  readonly chosen: Chosen;
  readonly state: ReportState | undefined;
  readonly comparison: ReportComparison | undefined;
  readonly children: ReactNode;
}

/** What can be done with the report, and the report: a Dutch document, as the municipality keeps it. */
function ReportPage({ report, chosen, state, comparison, children }: ReportPageProps): ReactElement {
  const { frame, choice, choices } = chosen;
  const t = useTranslations("report");
  const dutch = useDutch();
  return (
    <>
      <div className="rd-printbalk rd-niet-printen">
        <ChoiceForm action="/maandrapport" choice={choice} choices={choices} municipality={frame.municipality} />
        <Downloads choice={choice} />
        <ReleaseState choice={choice} state={state} />
      </div>
      {dutch === undefined ? null : <p className="utrecht-paragraph rd-niet-printen">{t("language")}</p>}
      <ReportArticle report={report} lang={dutch} />
      {comparison === undefined ? null : <Comparison comparison={comparison} choice={choice} />}
      {children}
    </>
  );
}

/** The forms in which a report can be taken along. */
export const REPORT_EXTENSIONS: readonly ReportFileKind[] = ["pdf", "csv", "xlsx", "json", "html"];

function Downloads({ choice }: { readonly choice: Choice }): ReactElement {
  const t = useTranslations("report.download");
  return (
    <div className="utrecht-button-group rd-acties--rij">
      {REPORT_EXTENSIONS.map((extension) => (
        <a key={extension} className="utrecht-button" href={withChoice(`/maandrapport.${extension}`, choice)}>
          <Icon name="download" />
          {t(extension)}
        </a>
      ))}
    </div>
  );
}

/** GET /maandrapport.{pdf,csv,xlsx,json,html}: the same report as a file. */
export function reportFile(tools: WebTools, extension: ReportFileKind): RequestHandler {
  return async (request, response) => {
    const choice = readChoice(request.query, await tools.readChoices(), wordsOf(response));
    const found = choice && (await tools.readReport(choice, extension));
    if (found === undefined) throw wordedError(wordsOf(response), "report-unknown");
    const pdf = extension === "pdf" ? await renderReportPdf(found) : undefined;
    response.attachment(`maandrapport-${found.month}.${extension}`);
    if (pdf !== undefined) response.type("pdf").send(pdf);
    else if (extension === "csv") response.type("csv").send(renderReportCsv(found, { byteOrderMark: true }));
    else if (extension === "json") response.type("json").send(renderReportJson(found));
    else if (extension === "xlsx") response.type("xlsx").send(await renderReportXlsx(found));
    else response.type("html").send(renderReportHtml(found));
  };
}
