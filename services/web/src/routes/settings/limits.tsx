import { FactList, SubmitButton, TextField } from "@rode-draad/ui";
import type { RequestHandler, Response } from "express";
import type { ReactElement } from "react";
import { Dutch } from "../../messages/dutch.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { LimitView, WebTools } from "../../web-tools.js";
import { readLine } from "../read-line.js";
import { doneOf, SettingsFrame, sendSettings, type Told } from "./frame.js";

/** A share is shown as a percentage. */
const AS_PERCENTAGE = "dominanceShareMax";

/** GET /beheer/grenzen */
export function limits(tools: WebTools): RequestHandler {
  return async (request, response) => {
    await sendLimits(tools, response, { done: doneOf(request) });
  };
}

/** POST /beheer/grenzen: only stricter; one looser value and nothing is changed. */
export function saveLimits(tools: WebTools): RequestHandler {
  return async (request, response) => {
    const body = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const known = await tools.readLimits();
    const typed = Object.fromEntries(known.map(({ name }) => [name, readLine(body[name])]));
    const values = Object.fromEntries(known.map(({ name }) => [name, numberOf(name, typed[name] ?? "")]));
    if (Object.values(values).some((value) => value === undefined)) {
      const problem = wordsOf(response)("settings.limits.notWhole");
      return sendLimits(tools, response, { problem }, typed);
    }
    const outcome = await tools.tightenLimits(values as Readonly<Record<string, number>>);
    if (!("refused" in outcome)) return response.redirect(303, "/beheer/grenzen?gedaan=saved");
    await sendLimits(tools, response, { problem: <Dutch>{outcome.refused}</Dutch> }, typed);
  };
}

function numberOf(name: string, text: string): number | undefined {
  if (!/^\d{1,4}$/.test(text)) return undefined;
  return name === AS_PERCENTAGE ? Number(text) / 100 : Number(text);
}

async function sendLimits(
  tools: WebTools,
  response: Response,
  told: Told,
  typed?: Readonly<Record<string, string>>,
): Promise<void> {
  const title = wordsOf(response)("settings.limits.title");
  const content = <Limits view={await tools.readLimits()} told={told} typed={typed} />;
  await sendSettings(tools, response, { title, content }, typed === undefined ? 200 : 400);
}

interface LimitsProps {
  readonly view: readonly LimitView[];
  readonly told: Told;
  readonly typed: Readonly<Record<string, string>> | undefined;
}

function Limits({ view, told, typed }: LimitsProps): ReactElement {
  const t = useTranslations("settings.limits");
  const shown = (name: string, value: number): number => (name === AS_PERCENTAGE ? Math.round(value * 100) : value);
  return (
    <SettingsFrame title={t("title")} lead={t("lead")} {...told}>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <form className="rd-paneel rd-stapel" action="/beheer/grenzen" method="post" noValidate={true}>
          {view.map(({ name, value, shipped, stricter }) => (
            <TextField
              key={name}
              id={name}
              label={t(`limit.${name}`)}
              hint={t(stricter === "higher" ? "atLeast" : "atMost", { shipped: shown(name, shipped) })}
              value={typed?.[name] ?? String(shown(name, value))}
              inputMode="numeric"
              isShort={true}
              maxLength={4}
            />
          ))}
          <SubmitButton>{t("button")}</SubmitButton>
        </form>
        <section className="rd-stapel" aria-labelledby="vast">
          <h2 className="utrecht-heading-3" id="vast">
            {t("effect.title")}
          </h2>
          <FactList
            facts={[
              { term: t("effect.from"), value: t("effect.fromText") },
              { term: t("effect.released"), value: t("effect.releasedText") },
              { term: t("effect.fixed"), value: t("effect.fixedText") },
            ]}
          />
        </section>
      </div>
    </SettingsFrame>
  );
}
