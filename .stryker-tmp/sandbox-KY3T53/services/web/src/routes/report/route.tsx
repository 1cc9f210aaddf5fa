import { ProductError } from "@rode-draad/domain";
import {
  monthName,
  ReportArticle,
  renderReportCsv,
  renderReportHtml,
  renderReportJson,
  renderReportXlsx,
} from "@rode-draad/reports";
import { Icon } from "@rode-draad/ui";
import type { RequestHandler } from "express";
import type { ReactElement } from "react";
import { readChoice, withChoice } from "../../choice.js";
import { sendPage } from "../../http/send-page.js";
import type { Choice, ReportFileKind, WebTools } from "../../web-tools.js";
import { ChoiceForm } from "../choice-form.js";
import { chosenRoute } from "../chosen-route.js";
import { NothingAboveThreshold } from "../first-run.js";
import { ReleaseState } from "./release-state.js";

/** GET /maandrapport: the report of the chosen month and part. */
export function report(tools: WebTools): RequestHandler {
  return chosenRoute(tools, "/maandrapport", async ({ frame, choices, choice, place }, _request, response) => {
    const [found, state] = await Promise.all([tools.readReport(choice), tools.readReportState(choice.month)]);
    const widerHref = withChoice("/maandrapport", { month: choice.month, part: { kind: "municipality" } });
    const content =
      found === undefined ? (
        <NothingAboveThreshold widerHref={widerHref} />
      ) : (
        <>
          <div className="rd-printbalk rd-niet-printen">
            <ChoiceForm action="/maandrapport" choice={choice} choices={choices} municipality={frame.municipality} />
            <Downloads choice={choice} />
          </div>
          <ReleaseState choice={choice} state={state} />
          <ReportArticle report={found} />
        </>
      );
    sendPage(response, frame, {
      title: `Maandrapport ${monthName(choice.month)}`,
      section: "/maandrapport",
      place,
      content,
    });
  });
}

/** The forms in which a report can be taken along. */
export const REPORT_EXTENSIONS: readonly ReportFileKind[] = ["csv", "xlsx", "json", "html"];

const DOWNLOAD_LABELS: Readonly<Record<ReportFileKind, string>> = {
  csv: "Tabellen (CSV)",
  xlsx: "Tabellen (Excel)",
  json: "Alles (JSON)",
  html: "Los bestand (HTML)",
};

function Downloads({ choice }: { readonly choice: Choice }): ReactElement {
  return (
    <div className="utrecht-button-group rd-acties--rij">
      {REPORT_EXTENSIONS.map((extension) => (
        <a key={extension} className="utrecht-button" href={withChoice(`/maandrapport.${extension}`, choice)}>
          <Icon name="download" />
          {DOWNLOAD_LABELS[extension]}
        </a>
      ))}
    </div>
  );
}

/** GET /maandrapport.{csv,json,xlsx,html}: the same report as a file. */
export function reportFile(tools: WebTools, extension: ReportFileKind): RequestHandler {
  return async (request, response) => {
    const choice = readChoice(request.query, await tools.readChoices());
    const found = choice && (await tools.readReport(choice, extension));
    if (found === undefined) throw new ProductError("report-unknown", "Dit rapport is er nog niet.");
    response.attachment(`maandrapport-${found.month}.${extension}`);
    if (extension === "csv") response.type("csv").send(renderReportCsv(found, { byteOrderMark: true }));
    else if (extension === "json") response.type("json").send(renderReportJson(found));
    else if (extension === "xlsx") response.type("xlsx").send(await renderReportXlsx(found));
    else response.type("html").send(renderReportHtml(found));
  };
}
