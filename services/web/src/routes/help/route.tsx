import { FactList } from "@rode-draad/ui";
import type { RequestHandler } from "express";
import type { ReactElement } from "react";
import { sendPage } from "../../http/send-page.js";
import { useTranslations } from "../../messages/use-translations.js";
import { wordsOf } from "../../messages/words-of.js";
import type { WebTools } from "../../web-tools.js";

/** GET /hulp: what is not shown here, and why. */
export function help(tools: WebTools): RequestHandler {
  return async (_request, response) => {
    const title = wordsOf(response)("help.title");
    sendPage(response, await tools.readFrame(), { title, section: "", content: <Help /> });
  };
}

const HIDDEN = ["small", "exact", "month", "part", "withheld", "change", "notes", "colleagues", "safety"] as const;
const ASKED = ["missing", "empty", "wrong", "late", "refused", "mine"] as const;

function Help(): ReactElement {
  const t = useTranslations("help");
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
      </div>
      <section className="rd-sectie rd-stapel" aria-labelledby="niet">
        <h2 className="utrecht-heading-2" id="niet">
          {t("hidden.title")}
        </h2>
        <FactList
          facts={HIDDEN.map((what) => ({ term: t(`hidden.${what}.what`), value: t(`hidden.${what}.why`) }))}
          inPanel={true}
        />
      </section>
      <section className="rd-sectie rd-stapel" aria-labelledby="vragen">
        <h2 className="utrecht-heading-2" id="vragen">
          {t("asked.title")}
        </h2>
        <FactList
          facts={ASKED.map((what) => ({ term: t(`asked.${what}.question`), value: t(`asked.${what}.answer`) }))}
          inPanel={true}
        />
        <p className="utrecht-paragraph">
          <a className="utrecht-link" href="/over">
            {t("more")}
          </a>
        </p>
      </section>
    </>
  );
}
