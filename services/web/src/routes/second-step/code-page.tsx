import { SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";
import { ErrorSummary } from "../error-summary.js";

export interface CodePageProps {
  /** The address to go to afterwards. */
  readonly to: string;
  /** After the code another app is set up. */
  readonly isSettingUp: boolean;
  readonly problem?: string;
}

export function CodePage({ to, isSettingUp, problem }: CodePageProps): ReactElement {
  const t = useTranslations("second-step.code");
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <form className="rd-paneel" action="/aanmelden/code" method="post">
          <ErrorSummary
            title={t("failed")}
            errors={problem === undefined ? [] : [{ fieldId: "code", text: problem }]}
          />
          <input type="hidden" name="naar" value={to} />
          {isSettingUp ? <input type="hidden" name="stap" value="instellen" /> : null}
          <TextField
            id="code"
            label={t("label")}
            hint={t("hint")}
            autoComplete="one-time-code"
            error={problem}
            isRequired={true}
            isShort={true}
          />
          <SubmitButton>{isSettingUp ? t("goOn") : t("signIn")}</SubmitButton>
        </form>
        <section className="rd-stapel" aria-labelledby="geen-telefoon">
          <h2 className="utrecht-heading-3" id="geen-telefoon">
            {t("noPhone.title")}
          </h2>
          <p className="utrecht-paragraph">{t("noPhone.recovery")}</p>
          <p className="utrecht-paragraph">{t("noPhone.lost")}</p>
        </section>
      </div>
    </>
  );
}
