import { Alert, SubmitButton, TextField } from "@rode-draad/ui";
import type { ReactElement } from "react";
import { useTranslations } from "../../messages/use-translations.js";

export interface SignInPageProps {
  /** The address to go to afterwards. */
  readonly to: string;
  readonly login?: string;
  readonly problem?: string;
  readonly isDone?: boolean;
  /** Next an app for codes is set up. */
  readonly isSettingUp?: boolean;
  /** Name of the municipality's own way to sign in. */
  readonly provider?: string | undefined;
}

export function SignInPage(props: SignInPageProps): ReactElement {
  const { to, login = "", problem, isDone = false, isSettingUp = false, provider } = props;
  const t = useTranslations("sign-in");
  return (
    <>
      <div className="rd-stapel">
        <h1 className="utrecht-heading-1">{t("title")}</h1>
        <p className="utrecht-paragraph utrecht-paragraph--lead">{t("lead")}</p>
        {isDone ? (
          <div role="status">
            <Alert kind="ok">
              <p>{t("signedOut")}</p>
            </Alert>
          </div>
        ) : null}
      </div>
      <div className="rd-sectie rd-kolommen rd-kolommen--7-5">
        <form className="rd-paneel" action="/aanmelden" method="post" aria-labelledby="met-naam">
          <h2 className="utrecht-heading-2" id="met-naam">
            {t("withLogin")}
          </h2>
          {problem === undefined ? null : (
            <div role="alert">
              <Alert kind="error" title={t("failed")}>
                <p>{problem}</p>
              </Alert>
            </div>
          )}
          <input type="hidden" name="naar" value={to} />
          {isSettingUp ? <input type="hidden" name="stap" value="instellen" /> : null}
          <TextField id="inlognaam" label={t("login")} value={login} autoComplete="username" isRequired={true} />
          <TextField
            id="wachtwoord"
            label={t("password")}
            type="password"
            autoComplete="current-password"
            isRequired={true}
          />
          <SubmitButton>{t("button")}</SubmitButton>
        </form>
        <div className="rd-stapel rd-stapel--ruim">
          {provider === undefined ? null : (
            <section className="rd-paneel rd-paneel--vlak" aria-labelledby="met-gemeente">
              <h2 className="utrecht-heading-3" id="met-gemeente">
                {t("provider.title")}
              </h2>
              <p className="utrecht-paragraph">{t("provider.about", { provider })}</p>
              <a
                className="utrecht-button utrecht-button--primary-action"
                href={`/aanmelden/extern?${new URLSearchParams({ naar: to })}`}
              >
                {t("provider.button", { provider })}
              </a>
            </section>
          )}
          <section className="rd-stapel" aria-labelledby="geen-account">
            <h2 className="utrecht-heading-3" id="geen-account">
              {t("noAccount.title")}
            </h2>
            <p className="utrecht-paragraph">{t("noAccount.about")}</p>
          </section>
        </div>
      </div>
    </>
  );
}
