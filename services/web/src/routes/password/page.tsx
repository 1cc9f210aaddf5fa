import { PASSWORD_CHARACTERS_MIN } from "@rode-draad/access";
import { SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement, ReactNode } from "react";
import { useTranslations } from "../../messages/use-translations.js";
import { ErrorSummary } from "../error-summary.js";

export interface PasswordPageProps {
  readonly login: string;
  readonly name: string;
  readonly problem?: ReactNode;
}

export function PasswordPage({ login, name, problem }: PasswordPageProps): ReactElement {
  const t = useTranslations("password");
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead", { name })}</p>
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        {/* Without an action the form goes to its own address, which holds the secret of the link. */}
        <form className="rd-paneel" method="post">
          <ErrorSummary
            title={t("notSaved")}
            errors={problem === undefined ? [] : [{ fieldId: "wachtwoord", text: problem }]}
          />
          <p className="utrecht-paragraph">{t("login", { login })}</p>
          <input type="hidden" name="inlognaam" value={login} autoComplete="username" />
          <TextField
            id="wachtwoord"
            label={t("new.label")}
            hint={t("new.hint", { min: PASSWORD_CHARACTERS_MIN })}
            type="password"
            autoComplete="new-password"
            error={problem}
            isRequired={true}
          />
          <TextField id="nogmaals" label={t("again")} type="password" autoComplete="new-password" isRequired={true} />
          <SubmitButton>{t("button")}</SubmitButton>
        </form>
      </div>
    </>
  );
}
