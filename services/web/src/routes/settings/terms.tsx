import { FactList, SubmitButton, TextField } from "@rode-draad/ui";
import type { RequestHandler, Response } from "express";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { TermsView, WebTools } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import { doneOf, SettingsFrame, sendSettings, type Told } from "./frame.js";

/** GET /beheer/bewaren */
export function terms(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await sendTerms(tools, response, { done: doneOf(request) });
  };
}

/** POST /beheer/bewaren: how many days text stays, up to what the product ships with. */
export function saveTerms(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const typed = readLine(request.body?.dagen);
    // What is no number is refused by the same rule, with the same sentence.
    const outcome = await tools.setTextDays(/^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN);
    if (!("refused" in outcome)) return response.redirect(303, "/beheer/bewaren?gedaan=saved");
    await sendTerms(tools, response, { problem: <Dutch>{outcome.refused}</Dutch> }, typed);
  };
}

async function sendTerms(tools: WebTools, response: Response, told: Told, typed?: string): Promise<void> {
  const title = wordsOf(response)("settings.terms.title");
  const content = <Terms view={await tools.readTerms()} told={told} typed={typed} />;
  await sendSettings(tools, response, { title, content }, typed === undefined ? 200 : 400);
}

interface TermsProps {
  readonly view: TermsView;
  readonly told: Told;
  readonly typed: string | undefined;
}

function Terms({ view, told, typed }: TermsProps): ReactElement {
  const t = useTranslations("settings.terms");
  const { textDays, textDaysMax, caseThemeMonths, windowMonths } = view;
  return (
    <SettingsFrame title={t("title")} lead={t("lead")} {...told}>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <form className="rd-paneel rd-stapel" action="/beheer/bewaren" method="post" noValidate={true}>
          <TextField
            id="dagen"
            label={t("days")}
            hint={t("daysHint", { max: textDaysMax })}
            value={typed ?? String(textDays)}
            inputMode="numeric"
            isShort={true}
            maxLength={4}
          />
          <SubmitButton>{t("button")}</SubmitButton>
        </form>
        <FactList
          facts={[
            { term: t("text.term"), value: t("text.value") },
            { term: t("pairs.term"), value: t("pairs.value", { months: caseThemeMonths, window: windowMonths }) },
            { term: t("figures.term"), value: t("figures.value") },
          ]}
          inPanel={true}
        />
      </div>
    </SettingsFrame>
  );
}
