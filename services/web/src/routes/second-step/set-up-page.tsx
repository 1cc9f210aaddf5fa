import { SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";
import { ErrorSummary } from "../error-summary.js";
import { QrCode } from "./qr-code.js";

export interface SetUpPageProps {
  /** The address to go to afterwards. */
  readonly to: string;
  /** What the app counts codes from, for who types it over. */
  readonly secret: string;
  /** The same with name and place, for who scans it. */
  readonly appAddress: string;
  readonly problem?: string;
}

export function SetUpPage({ to, secret, appAddress, problem }: SetUpPageProps): ReactElement {
  const t = useTranslations("second-step.setUp");
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <div className="rd-stapel rd-stapel--ruim">
          <section className="rd-stapel" aria-labelledby="scannen">
            <h2 className="utrecht-heading-2" id="scannen">
              {t("scan.title")}
            </h2>
            <p className="utrecht-paragraph">{t("scan.about")}</p>
            <QrCode text={appAddress} label={t("scan.square")} />
            <p className="utrecht-paragraph">{t("scan.type")}</p>
            <p className="utrecht-paragraph">
              <code>{(secret.match(/.{1,4}/g) ?? []).join(" ")}</code>
            </p>
            <p className="utrecht-paragraph">{t("scan.secret")}</p>
          </section>
          <form className="rd-paneel" action="/aanmelden/instellen" method="post" aria-labelledby="proberen">
            <h2 className="utrecht-heading-2" id="proberen">
              {t("try.title")}
            </h2>
            <ErrorSummary
              title={t("try.failed")}
              errors={problem === undefined ? [] : [{ fieldId: "code", text: problem }]}
            />
            <input type="hidden" name="naar" value={to} />
            <TextField
              id="code"
              label={t("try.label")}
              hint={t("try.hint")}
              autoComplete="one-time-code"
              error={problem}
              isRequired={true}
              isShort={true}
            />
            <SubmitButton>{t("try.button")}</SubmitButton>
          </form>
        </div>
        <section className="rd-stapel" aria-labelledby="daarna">
          <h2 className="utrecht-heading-3" id="daarna">
            {t("after.title")}
          </h2>
          <p className="utrecht-paragraph">{t("after.code")}</p>
          <p className="utrecht-paragraph">{t("after.recovery")}</p>
        </section>
      </div>
    </>
  );
}
