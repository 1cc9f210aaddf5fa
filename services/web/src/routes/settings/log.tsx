import { AUDIT_ACTIONS } from "@rode-draad/domain";
import { Alert, DataTable, SelectField, SubmitButton, TextField } from "@rode-draad/ui";
import type { Request, RequestHandler, Response } from "express";
import type { ReactElement } from "react";
import { Dutch, useDutch } from "../../messages/dutch.js";
import { useFormatter, useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { AuditPageFilter, AuditPageView, AuditVerdictView, WebTools } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import { SettingsFrame, sendSettings } from "./frame.js";

const ID_CHARACTERS_MAX = 100;

/** GET /beheer/logboek: who did what, the latest first. */
export function log(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await sendLog(tools, response, filterOf(request));
  };
}

/** POST /beheer/logboek/controle: holds the log against its seals. It reads all of it, so it is asked for. */
export function verifyLog(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    const verdict = await tools.verifyAuditLog();
    await sendLog(tools, response, {}, verdict);
  };
}

function filterOf({ query }: Request): AuditPageFilter {
  const action = AUDIT_ACTIONS.find((one) => one === query.handeling);
  const actorId = readLine(query.wie, ID_CHARACTERS_MAX);
  const before = Number(query.voor);
  return {
    ...(action !== undefined && { action }),
    ...(actorId !== "" && { actorId }),
    ...(Number.isSafeInteger(before) && before > 0 && { before }),
  };
}

async function sendLog(
  tools: WebTools,
  response: Response,
  filter: AuditPageFilter,
  verdict?: AuditVerdictView,
): Promise<void> {
  const view = await tools.readAuditLog(filter);
  const title = wordsOf(response)("settings.log.title");
  await sendSettings(tools, response, { title, content: <Log view={view} filter={filter} verdict={verdict} /> });
}

interface LogProps {
  readonly view: AuditPageView;
  readonly filter: AuditPageFilter;
  readonly verdict: AuditVerdictView | undefined;
}

function Log({ view, filter, verdict }: LogProps): ReactElement {
  const t = useTranslations("settings.log");
  return (
    <SettingsFrame title={t("title")} lead={t("lead")}>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <FilterForm view={view} filter={filter} />
        <form className="rd-paneel rd-paneel--vlak rd-stapel" action="/beheer/logboek/controle" method="post">
          <h2 className="utrecht-heading-3">{t("check.title")}</h2>
          <p className="utrecht-paragraph">{t("check.about")}</p>
          {verdict === undefined ? null : <Verdict verdict={verdict} />}
          <div className="utrecht-button-group">
            <button className="utrecht-button" type="submit">
              {t("check.button")}
            </button>
          </div>
        </form>
      </div>
      <section className="rd-sectie rd-stapel">
        {view.lines.length === 0 ? <p className="utrecht-paragraph">{t("none")}</p> : <Lines view={view} />}
        {view.before === undefined ? null : (
          <p>
            <a className="utrecht-link" href={`/beheer/logboek?${earlier(filter, view.before)}`}>
              {t("earlier")}
            </a>
          </p>
        )}
      </section>
    </SettingsFrame>
  );
}

function earlier({ action, actorId }: AuditPageFilter, before: number): URLSearchParams {
  return new URLSearchParams({
    ...(action !== undefined && { handeling: action }),
    ...(actorId !== undefined && { wie: actorId }),
    voor: String(before),
  });
}

function FilterForm({ view, filter }: Omit<LogProps, "verdict">): ReactElement {
  const t = useTranslations("settings.log");
  const lang = useDutch();
  return (
    <form className="rd-stapel" action="/beheer/logboek" method="get">
      <SelectField
        id="handeling"
        label={t("action")}
        selected={filter.action ?? ""}
        groups={[
          { options: [{ value: "", label: t("every") }] },
          { options: view.actions.map(({ action, word }) => ({ value: action, label: word, lang })) },
        ]}
      />
      <TextField
        id="wie"
        label={t("actor")}
        hint={t("actorHint")}
        value={filter.actorId ?? ""}
        maxLength={ID_CHARACTERS_MAX}
      />
      <SubmitButton>{t("show")}</SubmitButton>
    </form>
  );
}

function Lines({ view }: { readonly view: AuditPageView }): ReactElement {
  const t = useTranslations("settings.log");
  const format = useFormatter();
  return (
    <DataTable
      caption={t("caption")}
      columns={[
        { label: t("number") },
        { label: t("when") },
        { label: t("who") },
        { label: t("what") },
        { label: t("about") },
        { label: t("outcome") },
      ]}
      rows={view.lines.map(({ number, at, who, actorId, what, about, outcome }) => ({
        key: String(number),
        cells: [
          number,
          format.dateTime(at, { dateStyle: "medium", timeStyle: "short" }),
          <a
            key="who"
            className="utrecht-link rd-breek"
            href={`/beheer/logboek?${new URLSearchParams({ wie: actorId })}`}
            aria-label={t("only", { who })}
          >
            {who}
          </a>,
          <Dutch key="what">{what}</Dutch>,
          <span key="about" className="rd-breek">
            <Dutch>{about}</Dutch>
          </span>,
          t(`was.${outcome}`),
        ] as const,
      }))}
    />
  );
}

function Verdict({ verdict }: { readonly verdict: AuditVerdictView }): ReactElement {
  const t = useTranslations("settings.log.check");
  const { entries, underLostKey, anchored, broken, forgedAnchors } = verdict;
  const isWhole = broken === undefined && forgedAnchors === 0;
  const what =
    broken !== undefined
      ? t(`fault.${broken.fault}`, { number: broken.number })
      : forgedAnchors > 0
        ? t("forged", { lines: forgedAnchors })
        : t("whole", { entries, anchored });
  return (
    <div role="status">
      <Alert kind={isWhole ? "ok" : "error"}>
        <p>
          {what} {isWhole ? null : t("report")} {underLostKey > 0 ? t("lostKey", { lines: underLostKey }) : null}
        </p>
      </Alert>
    </div>
  );
}
