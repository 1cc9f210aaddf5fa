import { Alert, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";
import type { SubscriptionView } from "../../web-tools.js";

export const MAIL_CHARACTERS_MAX = 254;

interface SubscriptionFormProps {
  readonly subscription: SubscriptionView | undefined;
  readonly isKept?: boolean;
  /** What was typed, and what is wrong with it. */
  readonly typed?: string;
  readonly error?: string;
}

/** A mail with a link when a month was released, to this person alone. */
export function SubscriptionForm({ subscription, isKept, typed, error }: SubscriptionFormProps): ReactElement {
  const t = useTranslations("report.mail");
  return (
    <section className="rd-sectie rd-niet-printen" aria-labelledby="per-mail">
      <form className="rd-paneel rd-paneel--vlak" action="/maandrapport/mail" method="post" noValidate={true}>
        <h2 className="utrecht-heading-3" id="per-mail">
          {t("title")}
        </h2>
        {isKept === true ? (
          <Alert kind="ok">
            <p>{t("kept")}</p>
          </Alert>
        ) : null}
        {subscription?.hasFailed === true ? (
          <Alert kind="warning">
            <p>{t("failed")}</p>
          </Alert>
        ) : null}
        <p className="utrecht-paragraph">{t("about")}</p>
        <TextField
          id="mailadres"
          type="email"
          label={t("label")}
          value={typed ?? subscription?.email ?? ""}
          error={error}
          autoComplete="email"
          maxLength={MAIL_CHARACTERS_MAX}
        />
        <div className="utrecht-button-group">
          <button className="utrecht-button" type="submit" name="mailen" value="aan">
            {subscription === undefined ? t("on") : t("change")}
          </button>
          {subscription === undefined ? null : (
            <button className="utrecht-button utrecht-button--subtle" type="submit" name="mailen" value="uit">
              {t("off")}
            </button>
          )}
        </div>
      </form>
    </section>
  );
}
