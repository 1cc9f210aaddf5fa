import { Alert } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";

/** The key with which a partner checks our messages. It is kept nowhere, so this page is the answer to the form itself. */
export function SecretPage({ secret }: { readonly secret: string }): ReactElement {
  const t = useTranslations("partners.secret");
  return (
    <div className="rd-stapel">
      <h1 className="utrecht-heading-1">{t("title")}</h1>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
      <Alert kind="info">
        <p className="utrecht-paragraph">
          <code>{secret}</code>
        </p>
      </Alert>
      <p className="utrecht-paragraph">{t("use")}</p>
      <p>
        <a className="utrecht-link" href="/beheer/partners">
          {t("done")}
        </a>
      </p>
    </div>
  );
}
