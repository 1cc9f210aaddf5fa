import { writeCsv } from "@rode-draad/reports";
import type { RequestHandler } from "express";
import { wordedError } from "../../messages/worded-error.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";
import { webRemedy } from "./web-remedy.js";

/** The kinds of file that a template comes in, with their media type. */
const TEMPLATES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  jsonl: "application/jsonl; charset=utf-8",
} as const;
type TemplateKind = keyof typeof TEMPLATES;
export const TEMPLATE_KINDS = Object.keys(TEMPLATES) as readonly TemplateKind[];

/** GET /invoer/sjabloon.{kind}: an empty file with the right columns. */
export function template(tools: WebTools, kind: TemplateKind): RequestHandler {
  return async (_request, response) => {
    const content = await tools.writeTemplate(kind);
    response.attachment(`rode-draad-sjabloon.${kind}`).type(TEMPLATES[kind]).send(content);
  };
}

/** GET /invoer/{id}/geweigerd.csv: every refused row with what to do. No text of a note stands in it. */
export function refusedRows(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const t = wordsOf(response);
    const rows = await tools.listRefusedRows(String(request.params.id));
    if (rows === undefined) throw wordedError(t, "import-unknown");
    const lines = rows.map(({ row, reason, remedy }) => {
      const { told, instead } = webRemedy(remedy);
      return [String(row), reason, instead === undefined ? told : `${told} ${t(`import.instead.${instead}`)}`.trim()];
    });
    const heading = [t("import.file.row"), t("import.file.reason"), t("import.file.remedy")];
    response
      .attachment("geweigerde-regels.csv")
      .type(TEMPLATES.csv)
      .send(writeCsv([heading, ...lines], { byteOrderMark: true, quoted: true }));
  };
}
