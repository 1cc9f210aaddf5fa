import { FactList } from "@rode-draad/ui";
import type { RequestHandler } from "express";
import type { ReactElement } from "react";
import { sendPage } from "../../http/send-page.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";

/** GET /over: how it works, in plain words. */
export function about(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    const title = wordsOf(response)("about.title");
    sendPage(response, await tools.readFrame(), { title, section: "", content: <About /> });
  };
}

const STEPS = ["read", "search", "sort", "count", "show", "propose"] as const;
const NEVER = ["list", "names", "perWorker", "control"] as const;

function About(): ReactElement {
  const t = useTranslations("about");
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
      </div>
      <section className="rd-sectie" aria-labelledby="stappen">
        <h2 className="utrecht-heading-2" id="stappen">
          {t("steps.title")}
        </h2>
        <FactList
          facts={STEPS.map((step, index) => ({
            term: `${index + 1}. ${t(`steps.${step}.name`)}`,
            value: t(`steps.${step}.text`),
          }))}
          inPanel={true}
        />
      </section>
      <section className="rd-sectie" aria-labelledby="nooit">
        <h2 className="utrecht-heading-2" id="nooit">
          {t("never.title")}
        </h2>
        <ul className="utrecht-unordered-list">
          {NEVER.map((what) => (
            <li key={what}>{t(`never.${what}`)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}
